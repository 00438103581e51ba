// Sends what is typed into a form in place to its draft: 800 ms after the first key, when the field is left, and when the page is. Until
// the server says that it has it, this browser holds a copy; what is still held when a page opens is sent then, and offered there.
(() => {
  const wait = 800, patience = 5000, oldest = 30 * 24 * 3600 * 1000;
  const prefix = "monitoring:unsent:";
  const timers = new Map();
  const touched = new Set();
  const open = new Map();     // operation → its form
  const sent = new Map();     // copy → the number with which it was sent last
  let number = 0;

  Blazor.registerCustomEventType("typed", { createEventArgs: event => event.detail });
  Blazor.registerCustomEventType("unsent", { createEventArgs: event => event.detail });

  // A field's id is that of its form, a hyphen, and its name.
  const nameOf = field => {
    const form = field.form;
    return form?.classList.contains("edit-frame") && field.id.startsWith(form.id + "-") ? field.id.slice(form.id.length + 1) : null;
  };
  const valueOf = field => field.type === "checkbox" ? String(field.checked) : field.value;
  const draftOf = form => form.dataset.draft ? JSON.parse(form.dataset.draft) : null;

  const keyOf = (draft, name) => `${prefix}${draft.person}:${draft.operation}:${name}`;
  const copies = () => Object.keys(localStorage).filter(key => key.startsWith(prefix));
  const read = key => { try { return JSON.parse(localStorage.getItem(key)); } catch { return null; } };
  const hold = field => {
    const draft = draftOf(field.form);
    if (!draft) return;
    open.set(draft.operation, field.form);
    try {
      localStorage.setItem(keyOf(draft, nameOf(field)), JSON.stringify({ ...draft, field: nameOf(field), value: valueOf(field), number: ++number, at: Date.now() }));
    } catch {
      // No room or not allowed: the server alone keeps it.
    }
  };

  const send = field => {
    clearTimeout(timers.get(field));
    timers.delete(field);
    if (!field.isConnected) return;
    const draft = draftOf(field.form), key = draft && keyOf(draft, nameOf(field));
    const held = key && read(key);
    if (held) sent.set(key, held.number);
    field.form.dispatchEvent(new CustomEvent("typed", { bubbles: true, detail: { field: nameOf(field), value: valueOf(field), number: held?.number ?? 0 } }));
  };
  const flush = () => [...timers.keys()].forEach(send);

  document.addEventListener("input", event => {
    const field = event.target;
    if (nameOf(field) === null) return;
    touched.add(field);
    delete field.form.dataset.ended;
    hold(field);
    // Not put off by the next key: whoever never pauses is kept too.
    if (!timers.has(field)) timers.set(field, setTimeout(() => send(field), wait));
  });
  document.addEventListener("change", event => { if (timers.has(event.target)) send(event.target); }, true);
  document.addEventListener("visibilitychange", () => { if (document.hidden) flush(); });
  addEventListener("pagehide", flush);

  // Whoever saved or cancelled has nothing to be held, once the form is gone.
  document.addEventListener("submit", event => event.target.dataset.ended = "", true);
  document.addEventListener("click", event => { const cancel = event.target.closest("[data-cancel]"); if (cancel?.form) cancel.form.dataset.ended = ""; }, true);

  const told = list => new Map((list ?? "").split(" ").filter(Boolean).map(one => [one.slice(0, one.lastIndexOf(":")), Number(one.slice(one.lastIndexOf(":") + 1))]));
  const settle = () => {
    for (const [operation, form] of open) {
      const draft = draftOf(form);
      if (!form.isConnected || draft?.operation !== operation) {
        open.delete(operation);
        if ("ended" in form.dataset && !("stopped" in form.dataset))
          copies().filter(key => key.includes(`:${operation}:`)).forEach(key => localStorage.removeItem(key));
        continue;
      }
      for (const [name, kept] of told(form.dataset.kept)) {
        const key = keyOf(draft, name);
        if (read(key)?.number <= kept) localStorage.removeItem(key);
      }
    }
    const taken = document.getElementById("unsent-drafts")?.dataset.taken;
    if (taken) taken.split(" ").forEach(key => localStorage.removeItem(key));
  };
  new MutationObserver(settle).observe(document.body, { subtree: true, childList: true, attributeFilter: ["data-kept", "data-taken"] });

  // What the server could not keep is told again; so is what no open form holds any more.
  const again = () => {
    if (!document.body.hasAttribute("data-interactive")) return;
    for (const [, form] of open) {
      const draft = draftOf(form);
      for (const [name, failed] of told(form.dataset.notKept)) {
        const field = document.getElementById(`${form.id}-${name}`);
        if (field && sent.get(keyOf(draft, name)) === failed && !timers.has(field)) { hold(field); send(field); }
      }
    }
    const place = document.getElementById("unsent-drafts");
    if (!place?.dataset.person) return;
    for (const key of copies()) {
      const held = read(key);
      if (!held || Date.now() - held.at > oldest) localStorage.removeItem(key);
      else if (held.person === place.dataset.person && !open.has(held.operation))
        place.dispatchEvent(new CustomEvent("unsent", { bubbles: true, detail: { ...held, key } }));
    }
  };
  setInterval(again, patience);
  const whenLive = new MutationObserver(() => { if (document.body.hasAttribute("data-interactive")) again(); });
  whenLive.observe(document.body, { attributeFilter: ["data-interactive"] });

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
