// Opens and closes the dialog that Layout/Reconnect.razor draws.
(() => {
  const dialog = document.getElementById("components-reconnect-modal");

  const reconnect = async () => {
    try {
      // False means that the server answered but no longer knows the circuit: take it up again, else start anew.
      if (await Blazor.reconnect() || await Blazor.resumeCircuit()) dialog.close();
      else location.reload();
    } catch {
      document.addEventListener("visibilitychange", whenSeen, { once: true });
    }
  };
  const whenSeen = () => document.visibilityState === "visible" && reconnect();
  const resume = async () => {
    if (!await Blazor.resumeCircuit()) location.reload();
  };

  dialog.addEventListener("components-reconnect-state-changed", event => {
    const state = event.detail.state;
    document.body.toggleAttribute("data-interactive", state === "hide");
    if (state === "show" || state === "paused") { if (!dialog.open) dialog.showModal(); }
    else if (state === "hide") dialog.close();
    else if (state === "failed") document.addEventListener("visibilitychange", whenSeen, { once: true });
    else if (state === "rejected") location.reload();
  });
  // Esc would leave a page that looks alive and is not.
  dialog.addEventListener("cancel", event => event.preventDefault());
  dialog.querySelector("[data-reconnect]").addEventListener("click", reconnect);
  dialog.querySelector("[data-resume]").addEventListener("click", resume);
})();
