/**
 * A key that a figure uses is its own. The page around it cannot see where in a figure the focus is,
 * only that it is there, and would take a letter that is typed for a shortcut. What the figure has no
 * use for is the page's: whoever turns slides goes on after a click on a figure.
 */

/** Of use to both: a page may keep the focus within a dialog, or close it. */
const SHARED = ["Tab", "Escape"];

/** Where text is typed every key is the field's, a list to choose from finds entries by their letters. */
const TYPED = "textarea, select, [contenteditable], input";

/** @type {Record<string, string[]>} what the browser does by itself with keys, by what has the focus */
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
 * Whether a key does something where the focus is, by the browser's own doing.
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
