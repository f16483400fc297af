/**
 * What stands in a figure's shadow root before the figure does. A prerendered picture stays until the
 * live one takes its place, whole; on somebody's page there is none, and what the author put into the
 * element stays in sight.
 */

import { isServer } from "lit";

/** @param {ParentNode & Node} root empty, or with a prerendered picture */
export function keepInSight(root) {
  if (!isServer && !root.firstChild) root.append(document.createElement("slot"));
}

/**
 * Makes way for the live picture.
 * @param {ShadowRoot} root
 * @param {boolean} hasFailed what a first try that failed said is there, and goes with the next drawing
 * @param {import("lit").CSSResult[]} styles of the figure
 */
export function takePlace(root, hasFailed, styles) {
  if (hasFailed) root.querySelector("slot:not([name])")?.remove();
  else root.replaceChildren();
  const sheets = styles.map(({ styleSheet }) => styleSheet);
  root.adoptedStyleSheets.push(.../** @type {CSSStyleSheet[]} */ (sheets));
}
