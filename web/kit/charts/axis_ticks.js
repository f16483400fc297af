/** Where an axis has its ticks, and the labels at them. */

import { exponentText, numberText } from "../formula/number_text.js";

/**
 * From here on d3 would write out every zero, and the weights of a run that diverges reach 10¹⁵⁰. Such
 * labels are written like the same number anywhere else.
 */
const LARGE = 1e5;

/** @typedef {{at: number, label: string}} Tick */

/**
 * The part of a d3 scale that ticks need.
 * @typedef {object} Scale
 * @property {() => number[]} domain
 * @property {(count: number) => number[]} ticks
 * @property {(count: number) => (value: number) => string} tickFormat
 */

/**
 * @param {Scale & ((value: number) => number)} scale
 * @param {number} count about how many
 * @returns {Tick[]}
 */
export function linearTicks(scale, count) {
  const values = scale.ticks(count);
  const isLarge = values.some((value) => Math.abs(value) >= LARGE);
  const plain = scale.tickFormat(count);
  return values.map((value) => ({
    at: scale(value),
    label: isLarge ? numberText(value) : plain(value),
  }));
}

/**
 * Ticks at powers of ten, at every second or third of them where there are too many.
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
    const label = Math.abs(power) <= 4 ? String(value) : `10${exponentText(String(power))}`;
    ticks.push({ at: scale(value), label });
  }
  return ticks;
}
