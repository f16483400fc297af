import { svg } from "lit";

/**
 * The symbols of the drawing, written as in the formulas: an italic letter with its number below and the
 * number of its layer above.
 */

/** @typedef {{letter: string, below?: string, above?: string}} Symbol */

/**
 * x₁, a⁽¹⁾₂ or ŷ.
 * @param {number[]} layerSizes
 * @param {number} layer unit layer
 * @param {number} unit
 * @returns {Symbol}
 */
export function unitSymbol(layerSizes, layer, unit) {
  const below = String(unit + 1);
  const last = layerSizes.length - 1;
  if (layer === 0) return { letter: "x", below };
  if (layer < last) return { letter: "a", below, above: `(${layer})` };
  return layerSizes[last] === 1 ? { letter: "ŷ" } : { letter: "ŷ", below };
}

/**
 * @param {number} count of targets
 * @param {number} index
 * @returns {Symbol}
 */
export function targetSymbol(count, index) {
  return count === 1 ? { letter: "t" } : { letter: "t", below: String(index + 1) };
}

/**
 * The symbol as parts of an SVG text. What follows it stands on the baseline again.
 * @param {Symbol} symbol
 */
export function symbolSpans({ letter, below, above }) {
  const sub = below ? svg`<tspan class="net-index" dy="3">${below}</tspan>` : "";
  const sup = above
    ? svg`<tspan class="net-index" dx="${below ? -5 : 0}" dy="${below ? -9 : -6}">${above}</tspan>`
    : "";
  return svg`<tspan class="net-letter">${letter}</tspan>${sub}${sup}`;
}

/**
 * How far what follows the symbol has to move to stand on the baseline again (px).
 * @param {Symbol} symbol
 */
export function baselineAfter({ below, above }) {
  return above ? 6 : below ? -3 : 0;
}
