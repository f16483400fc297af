/** Numbers as plots and tables of training show them: of even width, so that nothing jitters. */

const MINUS = "−";

/**
 * With so many places after the point: "0.97", "−1.20".
 * @param {number} value
 * @param {number} places
 */
export function fixed(value, places) {
  if (!Number.isFinite(value)) return unbounded(value);
  return value.toFixed(places).replace("-", MINUS);
}

/** A count with its thousands apart: "12,400". @param {number} value */
export function counted(value) {
  return value.toLocaleString("en", { maximumFractionDigits: 0 });
}

/** @param {number} value */
function unbounded(value) {
  if (Number.isNaN(value)) return "NaN";
  return value > 0 ? "∞" : `${MINUS}∞`;
}

/** A point: "(0, 1)". @param {number[]} coordinates */
export function tuple(coordinates) {
  return `(${coordinates.map((value) => String(value).replace("-", MINUS)).join(", ")})`;
}

/** An index as a subscript: 12 is "₁₂". @param {number} index */
export function subscript(index) {
  return [...String(index)].map((digit) => String.fromCharCode(0x2080 + Number(digit))).join("");
}
