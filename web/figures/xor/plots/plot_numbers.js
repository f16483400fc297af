/** Numbers in the plots and tables of training: always equally wide, so that nothing jitters. */

import { numberText } from "../../../kit/formula/number_text.js";

const MINUS = "−";
/** Larger numbers, as in a run that diverges, are written without decimal places. */
const LARGE = 1e4;

/**
 * With so many places after the point: "0.97", "−1.20".
 * @param {number} value
 * @param {number} places
 */
export function fixed(value, places) {
  if (!(Math.abs(value) < LARGE)) return numberText(value, 3);
  return value.toFixed(places).replace("-", MINUS);
}

/** A point, to two digits: "(0, 1)", "(0.93, −0.32)". @param {number[]} coordinates */
export function tuple(coordinates) {
  return `(${coordinates.map((value) => numberText(value, 2)).join(", ")})`;
}

/**
 * What an example is called: its point in the plane of two inputs, or else its number, counted from 1.
 * @param {{inputs: number[], row: number}} prediction
 */
export const exampleName = ({ inputs, row }) =>
  inputs.length === 2 ? tuple(inputs) : `#${row + 1}`;

/** An index as a subscript: 12 is "₁₂". @param {number} index */
export function subscript(index) {
  return [...String(index)].map((digit) => String.fromCharCode(0x2080 + Number(digit))).join("");
}
