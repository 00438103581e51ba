// The frame works without this file; it saves reloads and closes what a click has finished with.
window.monitoring = {
  live: () => document.body.setAttribute("data-interactive", ""),
  focusHeading: () => monitoring.showTarget() || document.querySelector("h1")?.focus(),

  // An opened form takes the focus, but not from somebody who was quicker and types in it: what they type would go nowhere.
  enter: form => form?.contains(document.activeElement) || form?.focus({ preventScroll: true }),

  // Who moves a row goes on moving it: with the same button, or with its counterpart once the row has come to the end.
  follow: (row, way) => {
    const buttons = [...(document.getElementById(row)?.querySelectorAll("[data-move]:not(:disabled)") ?? [])];
    (buttons.find(button => button.dataset.move === way) ?? buttons[0])?.focus();
  },

  // What stands behind the # of an address is often there only after its page has loaded. Focus goes with it, unless a form in it
  // has it already.
  showTarget: () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return false;
    document.querySelectorAll("[data-target]").forEach(other => other.removeAttribute("data-target"));
    target.setAttribute("data-target", "");
    if (!target.contains(document.activeElement)) {
      target.setAttribute("tabindex", "-1");
      target.focus({ preventScroll: true });
    }
    target.scrollIntoView();
    return true;
  },
};

document.addEventListener("click", event => {
  const link = event.target.closest("a");
  if (!link) return;

  // Changing the look must not cost a form that somebody is filling in.
  if (link.dataset.themeChoice) {
    event.preventDefault();
    document.documentElement.dataset.theme = link.dataset.themeChoice;
    fetch(link.href, { redirect: "manual" });
    return;
  }

  const open = link.closest("[popover]:popover-open");
  if (open) open.hidePopover();
});

// <button data-copy="id of the field" data-copied="what it says afterwards">
document.addEventListener("click", async event => {
  const button = event.target.closest("button[data-copy]");
  if (!button) return;
  const field = document.getElementById(button.dataset.copy);
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    button.textContent = button.dataset.copied;
  } catch {
    // Without the right to the clipboard the text stands selected: Ctrl+C takes it.
  }
});
