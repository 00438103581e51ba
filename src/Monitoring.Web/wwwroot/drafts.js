// Sends what is typed into a form in place to its draft: 800 ms after the first key, when the field is left, and when the page is.
(() => {
  const wait = 800;
  const timers = new Map();
  const touched = new Set();

  Blazor.registerCustomEventType("typed", { createEventArgs: event => event.detail });

  // A field's id is that of its form, a hyphen, and its name.
  const nameOf = field => {
    const form = field.form;
    return form?.classList.contains("edit-frame") && field.id.startsWith(form.id + "-") ? field.id.slice(form.id.length + 1) : null;
  };
  const send = field => {
    clearTimeout(timers.get(field));
    timers.delete(field);
    if (!field.isConnected) return;
    const value = field.type === "checkbox" ? String(field.checked) : field.value;
    field.form.dispatchEvent(new CustomEvent("typed", { bubbles: true, detail: { field: nameOf(field), value } }));
  };
  const flush = () => [...timers.keys()].forEach(send);

  document.addEventListener("input", event => {
    const field = event.target;
    if (nameOf(field) === null) return;
    touched.add(field);
    // Not put off by the next key: whoever never pauses is kept too.
    if (!timers.has(field)) timers.set(field, setTimeout(() => send(field), wait));
  });
  document.addEventListener("change", event => { if (timers.has(event.target)) send(event.target); }, true);
  document.addEventListener("visibilitychange", () => { if (document.hidden) flush(); });
  addEventListener("pagehide", flush);

  // What was typed and left while the connection was down never reached the server: it is told again.
  document.getElementById("components-reconnect-modal").addEventListener("components-reconnect-state-changed", event => {
    if (event.detail.state !== "hide") return;
    for (const field of touched) {
      if (!field.isConnected) { touched.delete(field); continue; }
      send(field);
      if (field !== document.activeElement) field.dispatchEvent(new Event("change", { bubbles: true }));
    }
  });
})();
