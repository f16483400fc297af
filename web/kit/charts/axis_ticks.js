/** Where an axis has its ticks, and what is written at them. */

/** From here on a label is a power of ten: the weights of a run that diverges reach 10¹⁵⁰. */
const LARGE = 1e5;
const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** @typedef {{at: number, label: string}} Tick */

/**
 * As much of a scale of d3's as ticks need.
 * @typedef {object} Scale
 * @property {() => number[]} domain
 * @property {(count: number) => number[]} ticks
 * @property {(count: number) => (value: number) => string} tickFormat
 */

/**
 * @param {Scale & ((value: number) => number)} scale
 * @param {number} count about so many
 * @returns {Tick[]}
 */
export function linearTicks(scale, count) {
  const values = scale.ticks(count);
  const isLarge = values.some((value) => Math.abs(value) >= LARGE);
  const plain = scale.tickFormat(count);
  const label = isLarge ? scientific : plain;
  return values.map((value) => ({ at: scale(value), label: label(value) }));
}

/**
 * Powers of ten, thinned where there are many.
 * @param {Scale & ((value: number) => number)} scale
 * @param {number} most
 * @returns {Tick[]}
 */
export function powerTicks(scale, most) {
  const [low, high] = scale.domain().map((value) => Math.round(Math.log10(value)));
  const stride = Math.ceil((high - low) / most) || 1;
  const ticks = [];
  for (let power = low; power <= high; power += stride) {
    const value = Number(`1e${power}`);
    const label = Math.abs(power) <= 4 ? String(value) : `10${superscript(power)}`;
    ticks.push({ at: scale(value), label });
  }
  return ticks;
}

/** "2×10¹⁵⁰" @param {number} value */
function scientific(value) {
  if (value === 0) return "0";
  const [mantissa, power] = value.toExponential().split("e");
  return `${mantissa.replace("-", "−")}×10${superscript(Number(power))}`;
}

/** @param {number} power */
function superscript(power) {
  const digits = [...String(Math.abs(power))].map((digit) => SUPERSCRIPTS[Number(digit)]).join("");
  return power < 0 ? `⁻${digits}` : digits;
}
