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
export function keepInSight(root) {
  if (!isServer && !root.firstChild) root.append(document.createElement("slot"));
  return [...root.childNodes];
}

/**
 * Makes way for the live picture.
 * @param {ShadowRoot} root
 * @param {ChildNode[]} earlier what was in sight; empty afterwards
 * @param {import("lit").CSSResultOrNative[]} styles of the live picture
 */
export function takePlace(root, earlier, styles) {
  for (const node of earlier.splice(0)) node.remove();
  adoptStyles(root, styles);
}
