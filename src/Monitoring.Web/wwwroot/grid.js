// Grids of plain fields that are filled like a spreadsheet: [data-grid] around fields with data-row and data-col.
// Arrows and Enter go from cell to cell; left and right only at the edge of what is written. Ctrl+Enter saves.
(() => {
  const cell = (grid, row, col) => grid.querySelector(`[data-row="${row}"][data-col="${col}"]`);

  document.addEventListener("keydown", event => {
    const field = event.target;
    const grid = field.matches?.("input[data-row]") && field.closest("[data-grid]");
    if (!grid || event.altKey || event.metaKey) return;
    const [row, col] = [Number(field.dataset.row), Number(field.dataset.col)];
    if (event.key === "Enter") {
      if (event.ctrlKey) return;
      event.preventDefault();
      (cell(grid, row + (event.shiftKey ? -1 : 1), col) ?? cell(grid, 0, col + 1))?.focus();
      return;
    }
    if (event.ctrlKey || event.shiftKey) return;
    const caret = field.selectionStart === field.selectionEnd ? field.selectionStart : null;
    const whole = field.selectionStart === 0 && field.selectionEnd === field.value.length;
    const to = {
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0],
      ArrowLeft: (caret === 0 || whole) && [0, -1],
      ArrowRight: (caret === field.value.length || whole) && [0, 1],
    }[event.key];
    const next = to && cell(grid, row + to[0], col + to[1]);
    if (!next) return;
    event.preventDefault();
    next.focus();
  });

  // Typing into a cell replaces it, as in a spreadsheet.
  document.addEventListener("focusin", event => {
    if (event.target.matches?.("[data-grid] input[data-row]")) event.target.select();
  });

  // A block goes to the preview, with the cell in which it was pasted; one value is pasted as everywhere.
  document.addEventListener("paste", event => {
    const field = event.target;
    const grid = field.matches?.("input[data-row]") && field.closest("[data-grid]");
    const block = event.clipboardData?.getData("text/plain") ?? "";
    if (!grid || !/[\t\n\r]./.test(block.trimEnd())) return;
    const form = field.closest("form");
    const [anchor, target] = [form.querySelector("[data-paste-anchor]"), form.querySelector("[data-paste-target]")];
    if (!target) return;
    event.preventDefault();
    anchor.value = `${field.dataset.row},${field.dataset.col}`;
    anchor.dispatchEvent(new Event("change", { bubbles: true }));
    target.closest("details").open = true;
    target.value = block;
    target.dispatchEvent(new Event("change", { bubbles: true }));
    target.focus();
  });

  // A month: arrows from day to day, Page Up and Page Down to the month before and after.
  document.addEventListener("keydown", event => {
    const day = event.target.matches?.("td[data-row]") && event.target;
    const month = day && day.closest("[data-calendar]");
    if (!month || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const turn = { PageUp: "prev", PageDown: "next" }[event.key];
    if (turn) {
      event.preventDefault();
      document.querySelector(`main a[rel="${turn}"]`)?.click();
      return;
    }
    const days = [...month.querySelectorAll("td[data-row]")];
    const step = { ArrowUp: -7, ArrowDown: 7, ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const to = step && days[days.indexOf(day) + step];
    if (!to) return;
    event.preventDefault();
    day.tabIndex = -1;
    to.tabIndex = 0;
    to.focus();
  });
})();
