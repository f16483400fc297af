/**
 * Numbers as short text for the screen: four significant digits, a real minus sign, no trailing
 * zeros. Formatting only: all digits stay in a data attribute of the element. The rule is that of
 * `py/backprop/core/number_text.py`, and a test asks both.
 */

const MINUS = "−";
export const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** From here on, and where the power of ten is below this one, a number is written with its power. */
const LARGEST_PLAIN = 99999.5;
const SMALLEST_POWER = -4;

/**
 * A number as a reader sees it: `0.5842`, `−0.01048`, `1.2×10⁻⁵`. Zero never carries a sign.
 * @param {number} value
 * @param {number} [digits] significant digits, 1 to 15; whole numbers below 100,000 keep all of their digits
 * @returns {string}
 */
export function numberText(value, digits = 4) {
  if (Number.isNaN(value)) return "NaN";
  const size = Math.abs(value);
  if (size === 0) return "0";
  const sign = value < 0 ? MINUS : "";
  if (size === Number.POSITIVE_INFINITY) return `${sign}∞`;
  const isLarge = size >= LARGEST_PLAIN;
  const kept = isLarge ? digits : Math.max(digits, Math.trunc(size).toString().length);
  const [mantissa, power] = scientific(size, kept);
  if (isLarge || Number(power) < SMALLEST_POWER) {
    return `${sign}${withoutTrailingZeros(mantissa)}×10${exponentText(power)}`;
  }
  const decimals = Math.max(0, kept - 1 - Number(power));
  return sign + withoutTrailingZeros(Number(`${mantissa}e${power}`).toFixed(decimals));
}

/**
 * A number with as many digits as distinguish it from every other float64: `0.7513650695523157`.
 * @param {number} value
 * @returns {string}
 */
export function allDigitsText(value) {
  if (!Number.isFinite(value)) return numberText(value);
  const [digits, power] = String(value).replace("-", MINUS).split("e");
  return power ? `${digits}×10${exponentText(power)}` : digits;
}

/**
 * The short text, with a plus sign for positive numbers: `+0.4`, `−0.4`, `0`.
 * @param {number} value
 * @param {number} [digits]
 * @returns {string}
 */
export function signedNumberText(value, digits = 4) {
  const text = numberText(value, digits);
  return value > 0 ? `+${text}` : text;
}

/**
 * All digits of a number, one of them before the point, and its power of ten. Halfway is rounded up,
 * and halfway is meant as it is read: 1.0005 to four digits is 1.001, although the number that
 * stands for it is a little less.
 * @param {number} size positive
 * @param {number} digits
 */
function scientific(size, digits) {
  const longer = size.toExponential(digits);
  const isHalfway = longer.includes("5e") && Number(longer) === size;
  const nudged = isHalfway ? size * (1 + Number.EPSILON) : size;
  return nudged.toExponential(digits - 1).split("e");
}

/**
 * The power of ten as a superscript.
 * @param {string} power as JavaScript writes it: "+21", "-7"
 */
export function exponentText(power) {
  return [...power.replace("+", "")]
    .map((sign) => (sign === "-" ? "⁻" : SUPERSCRIPTS[Number(sign)]))
    .join("");
}

/** @param {string} text */
function withoutTrailingZeros(text) {
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}
