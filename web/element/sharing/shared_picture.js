import { pngOf, svgOf } from "../../kit/take_home/picture.js";

/**
 * The least part of a figure that holds all its drawings, with what is written beside them; what
 * only adorns is none.
 * @param {ParentNode} whole
 * @returns {Element | null}
 */
function drawnPart(whole) {
  const isDrawn = (/** @type {Element} */ part) =>
    part.checkVisibility() && !part.closest("button, [aria-hidden=true]");
  const drawn = [...whole.querySelectorAll("svg, canvas")].filter(isDrawn);
  let part = drawn[0]?.parentElement ?? null;
  while (part && !drawn.every((other) => part?.contains(other))) part = part.parentElement;
  return part;
}

/**
 * What a figure shows, as PNG.
 * @param {HTMLElement} figure
 * @returns {Promise<Blob>} rejects where no picture can be made
 */
export async function pictureOf(figure) {
  const whole = figure.shadowRoot?.querySelector(".figure");
  if (!whole) throw new Error("no figure is shown");
  return pngOf(await svgOf(drawnPart(whole) ?? whole));
}
