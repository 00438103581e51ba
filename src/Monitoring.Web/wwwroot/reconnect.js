// Opens and closes the dialog that Layout/Reconnect.razor draws.
(() => {
  const dialog = document.getElementById("components-reconnect-modal");
  const fields = "input:not([type=password], [type=hidden], [type=checkbox], [type=radio]), textarea";

  document.addEventListener("input", event => {
    if (event.target.matches(fields)) event.target.dataset.typed = "";
  });
  const nameOf = field => field.labels?.[0]?.innerText.trim() || field.getAttribute("aria-label") || "";

  // The circuit is gone and its forms with it: what was typed is given back before anything starts anew.
  const startAnew = () => {
    const typed = [...document.querySelectorAll("[data-typed]")].filter(field => field.value.trim());
    if (typed.length === 0) return location.reload();
    const text = dialog.querySelector("[data-typed-text]");
    text.value = typed.map(field => `${nameOf(field)}\n${field.value}`).join("\n\n");
    dialog.dataset.lost = "";
    if (dialog.open) dialog.close();
    dialog.showModal();
    text.focus();
    text.select();
  };

  const reconnect = async () => {
    try {
      // False means that the server answered but no longer knows the circuit: take it up again, else start anew.
      if (await Blazor.reconnect() || await Blazor.resumeCircuit()) dialog.close();
      else startAnew();
    } catch {
      document.addEventListener("visibilitychange", whenSeen, { once: true });
    }
  };
  const whenSeen = () => document.visibilityState === "visible" && reconnect();
  const resume = async () => {
    if (!await Blazor.resumeCircuit()) startAnew();
  };

  // Beside the page, not over it: whoever types looks at the keys, and goes on typing. Every letter is held by drafts.js.
  const tell = () => {
    const field = document.activeElement;
    if (!dialog.open) dialog.show();
    if (field !== document.body) field?.focus({ preventScroll: true });
  };
  // What the server has to do waits for the server; a click that does nothing would look like one that did.
  const isDown = () => dialog.open && !("lost" in dialog.dataset);
  for (const kind of ["click", "submit"])
    addEventListener(kind, event => {
      if (!isDown() || dialog.contains(event.target) || (kind === "click" && !event.target.closest("a, button, summary, select, [type=checkbox], [type=radio], [type=file]"))) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      dialog.classList.remove("again");
      requestAnimationFrame(() => dialog.classList.add("again"));
    }, true);

  dialog.addEventListener("components-reconnect-state-changed", event => {
    const state = event.detail.state;
    document.body.toggleAttribute("data-interactive", state === "hide");
    if (state === "show" || state === "paused") tell();
    else if (state === "hide") dialog.close();
    else if (state === "failed") document.addEventListener("visibilitychange", whenSeen, { once: true });
    else if (state === "rejected" || state === "resume-failed") startAnew();
  });
  // Only what is lost stands over the page. Esc would leave a page that looks alive and is not.
  dialog.addEventListener("cancel", event => event.preventDefault());
  dialog.querySelector("[data-reconnect]").addEventListener("click", reconnect);
  dialog.querySelector("[data-resume]").addEventListener("click", resume);
  dialog.querySelector("[data-start-anew]").addEventListener("click", () => location.reload());
})();
