/**
 * Numbers as short text for the screen: four significant digits, a real minus sign, no trailing
 * zeros. Formatting only: the full-precision number stays in a data attribute beside it. The rule
 * is that of `py/backprop/core/number_text.py`, and a test asks both.
 */

const MINUS = "−";
const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** From here on, and with a smaller power of ten than that, a number is written with its power. */
const LARGEST_PLAIN = 99999.5;
const SMALLEST_POWER = -4;

/**
 * A number as a reader sees it: `0.5842`, `−0.01048`, `1.2×10⁻⁵`. Zero never carries a sign.
 * @param {number} value
 * @param {number} [digits] significant digits, 1 to 15; whole numbers below 100,000 keep all theirs
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
 * A number with all its digits, as many as tell it from every other: `0.7513650695523157`.
 * @param {number} value
 * @returns {string}
 */
export function allDigitsText(value) {
  if (!Number.isFinite(value)) return numberText(value);
  const [digits, power] = String(value).replace("-", MINUS).split("e");
  return power ? `${digits}×10${exponentText(power)}` : digits;
}

/**
 * The short text with its sign always written: `+0.4`, `−0.4`; zero has none.
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

/** @param {string} power of ten, as JavaScript writes it: "+21", "-7" */
function exponentText(power) {
  return [...power.replace("+", "")]
    .map((sign) => (sign === "-" ? "⁻" : SUPERSCRIPTS[Number(sign)]))
    .join("");
}

/** @param {string} text */
function withoutTrailingZeros(text) {
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}
