import { nudged } from "./number_fields.js";

/** Steps of a key on a slider that a figure draws itself, as on a native one. */
const STEPS = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
  PageUp: 10,
  PageDown: -10,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/**
 * Where a key moves a slider to, or null when it is no key of a slider.
 * @param {string} key
 * @param {object} slider
 * @param {number} slider.value
 * @param {number} slider.nudge what an arrow key adds
 * @param {number} slider.minimum where Home leads
 * @param {number} slider.maximum where End leads
 */
export function slidTo(key, { value, nudge, minimum, maximum }) {
  const steps = STEPS[/** @type {keyof typeof STEPS} */ (key)];
  if (steps === undefined) return null;
  if (!Number.isFinite(steps)) return steps < 0 ? minimum : maximum;
  return nudged(value, steps * nudge);
}
