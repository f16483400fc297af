/**
 * What stands in a figure's shadow root before the figure does. A prerendered picture stays until the
 * live one takes its place, whole; on somebody's page there is none, and what the author put into the
 * element stays in sight.
 */

import { adoptStyles, isServer } from "lit";

/**
 * @param {ParentNode & Node} root empty, or with a prerendered picture
 * @returns {ChildNode[]} what is in sight until the figure is
 */
export function keepPicture(root) {
  if (!isServer && !root.firstChild) {
    const room = document.createElement("div");
    room.className = "room";
    room.append(document.createElement("slot"));
    root.append(room);
  }
  return [...root.childNodes];
}

/**
 * Removes what was in sight, so that the live picture can be drawn in its place.
 * @param {ShadowRoot} root
 * @param {ChildNode[]} earlier what was in sight; empty afterwards
 * @param {import("lit").CSSResultOrNative[]} styles of the live picture
 * @returns {() => void} gives the keyboard back to the control that had it, once the live one is drawn
 */
export function replacePicture(root, earlier, styles) {
  const held = root.activeElement && nameOf(root.activeElement);
  for (const node of earlier.splice(0)) node.remove();
  adoptStyles(root, styles);
  return () => {
    if (!held) return;
    const found = [...root.querySelectorAll(CONTROLS)].find((part) => nameOf(part) === held);
    /** @type {HTMLElement | undefined} */ (found)?.focus({ preventScroll: true });
  };
}

const CONTROLS = "button, input, select, summary, [tabindex]";

/**
 * A name for a control by which it is found again: the control of a prerendered picture and the one of
 * the live picture are different elements with the same name.
 * @param {Element} control
 */
function nameOf(control) {
  const marks = ["data-field", "data-place", "aria-label"].map((name) =>
    control.getAttribute(name),
  );
  const text = control.closest("button, summary, label")?.textContent ?? "";
  return [...marks, text.replace(/\s+/g, " ").trim()].join("|");
}
