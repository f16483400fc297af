/**
 * Numbers as short text for the screen: four significant digits, a real minus sign, no trailing
 * zeros. Formatting only: the full-precision number stays in a data attribute beside it.
 */

const MINUS = "−";
const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** Below the one and from the other on, a number is written with a power of ten. */
const SMALLEST_PLAIN = 1e-4;
const LARGEST_PLAIN = 99999.5;

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
  const rounded = Number(size.toPrecision(digits));
  if (rounded < SMALLEST_PLAIN || size >= LARGEST_PLAIN) return sign + powerText(size, digits);
  const whole = Math.trunc(size).toString().length;
  const decimals = rounded < 1 ? decimalsBelowOne(rounded, digits) : Math.max(0, digits - whole);
  return sign + withoutTrailingZeros(size.toFixed(decimals));
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
 * @param {number} size positive
 * @param {number} digits
 */
function powerText(size, digits) {
  const [mantissa, power] = size.toExponential(digits - 1).split("e");
  return `${withoutTrailingZeros(mantissa)}×10${exponentText(power)}`;
}

/** @param {string} power of ten, as JavaScript writes it: "+21", "-7" */
function exponentText(power) {
  return [...power.replace("+", "")]
    .map((sign) => (sign === "-" ? "⁻" : SUPERSCRIPTS[Number(sign)]))
    .join("");
}

/**
 * How many decimals show `digits` significant digits of a number below one.
 * @param {number} rounded already rounded to `digits`
 * @param {number} digits
 */
function decimalsBelowOne(rounded, digits) {
  const [, power] = rounded.toExponential().split("e-");
  return Number(power) + digits - 1;
}

/** @param {string} text */
function withoutTrailingZeros(text) {
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}
