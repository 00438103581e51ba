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
    if (!dialog.open) dialog.showModal();
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

  dialog.addEventListener("components-reconnect-state-changed", event => {
    const state = event.detail.state;
    document.body.toggleAttribute("data-interactive", state === "hide");
    if (state === "show" || state === "paused") { if (!dialog.open) dialog.showModal(); }
    else if (state === "hide") dialog.close();
    else if (state === "failed") document.addEventListener("visibilitychange", whenSeen, { once: true });
    else if (state === "rejected" || state === "resume-failed") startAnew();
  });
  // Esc would leave a page that looks alive and is not.
  dialog.addEventListener("cancel", event => event.preventDefault());
  dialog.querySelector("[data-reconnect]").addEventListener("click", reconnect);
  dialog.querySelector("[data-resume]").addEventListener("click", resume);
  dialog.querySelector("[data-start-anew]").addEventListener("click", () => location.reload());
})();
