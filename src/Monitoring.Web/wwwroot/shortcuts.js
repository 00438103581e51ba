// Keys of the working pages; Layout/Shortcuts.razor lists them.
(() => {
  const off = "shortcuts-off";
  const dialog = () => document.getElementById("shortcuts");
  const writes = element => element?.closest("input, textarea, select, [contenteditable]") !== null;

  document.addEventListener("keydown", event => {
    const target = event.target;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && target.form?.classList.contains("edit-frame")) {
      event.preventDefault();
      // The field was not left yet: what stands in it goes before the save.
      target.dispatchEvent(new Event("change", { bubbles: true }));
      target.form.requestSubmit();
      return;
    }
    if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "z" && !writes(target)) {
      const undo = document.querySelector(".notice [data-undo]");
      if (!undo) return;
      event.preventDefault();
      undo.click();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || writes(target)) return;
    if (event.key === "?") {
      // The list opens always: it is where the keys are switched on again.
      event.preventDefault();
      const list = dialog();
      if (!list || list.open) return;
      list.querySelector("[data-shortcuts-on]").checked = !localStorage.getItem(off);
      list.showModal();
    } else if (event.key === "/" && !localStorage.getItem(off)) {
      const search = document.getElementById("country-search");
      if (!search) return;
      event.preventDefault();
      search.focus();
      search.select();
    }
  });

  document.addEventListener("change", event => {
    if (!event.target.matches("[data-shortcuts-on]")) return;
    if (event.target.checked) localStorage.removeItem(off);
    else localStorage.setItem(off, "1");
  });

  document.addEventListener("click", event => {
    if (event.target.closest("[data-open-shortcuts]")) dialog()?.showModal();
    if (event.target.closest("[data-print]")) print();
  });
})();
