/**
 * Keeps the keys that a figure uses from the page around it. The page cannot see which part of a figure has
 * the focus, and could take a typed letter for a shortcut of its own. Keys that the figure does not use reach
 * the page: slides can still be turned after a click on a figure.
 */

/** Keys that both may use: a page may keep the focus within a dialog, or close it. */
const SHARED = ["Tab", "Escape"];

/** Elements that may use any key: text fields, and menus, which find entries by their letters. */
const TYPED = "textarea, select, [contenteditable], input";

/** @type {Record<string, string[]>} the keys for which the browser itself does something, by the focused element */
const USED = {
  "button, summary, [role=button]": [" ", "Enter"],
  "a[href]": ["Enter"],
  "input:is([type=checkbox], [type=button])": [" ", "Enter"],
  "input[type=radio]": [" ", "ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"],
  "input[type=range]": [
    ...["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"],
    ...["PageUp", "PageDown", "Home", "End"],
  ],
};

/**
 * Whether the browser itself does something with a key in the focused element.
 * @param {Element} focused
 * @param {string} key
 */
function isUsed(focused, key) {
  for (const [selector, keys] of Object.entries(USED)) {
    if (focused.matches(selector)) return keys.includes(key);
  }
  return focused.closest(TYPED) !== null;
}

/** @type {Set<string>} keys that are down and were kept, by their places on the keyboard */
const kept = new Set();

/** @param {KeyboardEvent} event */
function keep(event) {
  const { type, code, key } = event;
  if (type === "keydown") {
    const [focused] = event.composedPath();
    const isShortcut = event.ctrlKey || event.metaKey || event.altKey || SHARED.includes(key);
    const isOwn = !isShortcut && focused instanceof Element && isUsed(focused, key);
    if (event.defaultPrevented || isOwn) kept.add(code);
    else kept.delete(code);
  }
  if (kept.has(code)) event.stopPropagation();
  if (type === "keyup") kept.delete(code);
}

/** @param {HTMLElement} figure */
export function keepKeys(figure) {
  figure.addEventListener("keydown", keep);
  figure.addEventListener("keypress", keep);
  figure.addEventListener("keyup", keep);
}
