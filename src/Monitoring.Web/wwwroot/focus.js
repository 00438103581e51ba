// Whoever works with the keys goes on where they were: after a save what had the focus is often gone, and a browser would begin again at
// the top of the page.
(() => {
  const stops = "a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), summary, [tabindex='0']";
  const many = 100;
  let trails = [];

  // From what has the focus outwards; of each its neighbours, for when it goes.
  const trailOf = element => {
    const trail = [];
    for (let node = element; node && node.tagName !== "MAIN" && node !== document.body; node = node.parentElement)
      trail.push({ node, next: node.nextElementSibling, previous: node.previousElementSibling });
    return trail;
  };
  const now = node => !node ? null : node.isConnected ? node : node.id ? document.getElementById(node.id) : null;
  const isStop = node => node.matches(stops) && node.getClientRects().length > 0;
  const stopIn = place => place.querySelector(":scope > .sheet-heading button:not(:disabled)") ?? [...place.querySelectorAll(stops)].find(isStop);

  // At the end of its way a row is moved back next, and nothing else is done to it by the same key.
  const counterpart = place => place.matches("[data-move]") ? place.parentElement.querySelector("[data-move]:not(:disabled)") : null;

  const placeOf = trail => {
    let gone = null;
    for (const step of trail) {
      const here = now(step.node);
      if (here && !here.closest("main")) return null;
      if (!here) { gone = step; continue; }
      // A row that went leaves the place to the next, or to the one before.
      if (gone?.node.matches("li, tr")) return now(gone.next) ?? now(gone.previous) ?? here;
      return here;
    }
    return null;
  };
  const isLost = () => document.activeElement === document.body || document.activeElement.matches(":disabled");
  const goOn = () => {
    if (!isLost() || document.querySelector("dialog[open], .mud-dialog")) return;
    for (const trail of trails.toReversed()) {
      const place = placeOf(trail);
      if (!place) continue;
      const stop = isStop(place) ? place : counterpart(place) ?? stopIn(place) ?? stopIn(place.closest("section, li") ?? place) ?? place;
      // A form that has just opened takes the focus itself, as a whole, and is read out.
      const form = stop.closest("form.edit-frame");
      if (form && !trail.some(step => form.contains(step.node))) return;
      if (!stop.matches(stops)) stop.setAttribute("tabindex", "-1");
      stop.focus({ preventScroll: true });
      return;
    }
  };

  document.addEventListener("focusin", event => { trails = [...trails.slice(1 - many), trailOf(event.target)]; });
  // Who clicks beside everything means it.
  document.addEventListener("pointerdown", event => { if (!event.target.closest(stops)) trails = []; });
  // A button that is switched off while it has the focus loses it with some later picture; every change is looked at once more after it.
  let looking = null, more = false;
  const look = () => looking = setTimeout(() => {
    looking = null;
    goOn();
    if (more) look();
    more = false;
  }, 100);
  new MutationObserver(() => {
    if (trails.length === 0) return;
    if (document.activeElement === document.body) goOn();
    if (looking === null) look();
    else more = true;
  }).observe(document.body, { subtree: true, childList: true, attributeFilter: ["disabled"] });
})();
