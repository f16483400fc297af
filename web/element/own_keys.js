/**
 * A key that is pressed in a figure is the figure's own. The page around it cannot see that a field
 * has the focus, only that the element has, and would take a letter that is typed for a shortcut.
 */

/** Of use to both: a page may keep the focus within a dialog, or close it. */
const SHARED = ["Tab", "Escape"];

/** @param {KeyboardEvent} event */
function keep(event) {
  const isShortcut = event.ctrlKey || event.metaKey || event.altKey || SHARED.includes(event.key);
  if (event.defaultPrevented || !isShortcut) event.stopPropagation();
}

/** @param {HTMLElement} figure */
export function keepKeys(figure) {
  figure.addEventListener("keydown", keep);
  figure.addEventListener("keypress", keep);
  figure.addEventListener("keyup", keep);
}
