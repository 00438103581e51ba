// Runs before the first paint: "as the system" becomes light or dark, and follows when the system changes.
(() => {
  const root = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const apply = () => {
    const theme = root.dataset.theme;
    root.dataset.scheme = theme === "system" ? (dark.matches ? "dark" : "light") : theme;
  };
  dark.addEventListener("change", apply);
  new MutationObserver(apply).observe(root, { attributeFilter: ["data-theme"] });
  // Paper is white.
  addEventListener("beforeprint", () => { root.dataset.scheme = "light"; });
  addEventListener("afterprint", apply);
  apply();
})();
