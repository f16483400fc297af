/** What the figure on cost is set to. Measured times are not part of the state. */

import { choiceField, numberField, withTableValues } from "../../kit/fields/field_table.js";
import { number, word } from "../../kit/fields/link_forms.js";

/** @import { CostMessage, CostResult, Timing, TimingMessage, TimingResult } from "./cost_messages.js" */

/**
 * @typedef {object} CostState
 * @property {string} preset the network whose gradient is compared
 * @property {string} precision of the central differences
 * @property {number} step index into `steps`, the longest first
 */

/** @type {import("../../kit/fields/link_forms.js").LinkTable<CostState>} */
export const costLink = { preset: word, precision: word, step: number };

export const PRECISIONS = /** @type {const} */ (["float64", "float32"]);

/**
 * The opening: at the step with the smallest error, the bottom of the V.
 * @param {CostMessage} message
 * @param {CostResult} result
 * @returns {CostState}
 */
export function openingState({ preset }, { precisions }) {
  return { preset, precision: "float64", step: precisions.float64.best };
}

/**
 * @param {CostState} state
 * @returns {CostMessage}
 */
export function costMessage({ preset }) {
  return { kind: "cost", preset };
}

/**
 * Sets some fields, each checked.
 * @param {CostState} state
 * @param {Record<string, unknown>} partial
 * @param {CostResult} result
 */
export function withCost(state, partial, { networks, steps }) {
  const names = networks.map(({ name }) => name);
  return withTableValues(state, partial, [
    choiceField("preset", names),
    choiceField("precision", PRECISIONS),
    numberField("step", { minimum: 0, maximum: steps.length - 1, whole: true }),
  ]);
}

/**
 * How far a run of measurements has come: the sizes that are done, and the state of the next one.
 * @typedef {object} TimingProgress
 * @property {Timing[]} rows
 * @property {Omit<TimingMessage, "kind" | "time_limit">} next
 * @property {boolean} isDone
 * @property {string} sentence
 */

/** @type {TimingProgress} */
export const noTimings = {
  rows: [],
  next: { size: 0, done: 0, seconds: 0, fastest: null },
  isDone: false,
  sentence: "",
};

/**
 * @param {TimingProgress} progress
 * @param {TimingResult} slice
 * @returns {TimingProgress}
 */
export function withSlice({ rows }, { size, sizes, done, seconds, fastest, timing, sentence }) {
  const after = timing ? size + 1 : size;
  return {
    rows: timing ? [...rows, timing] : rows,
    next: { size: after, done, seconds, fastest },
    isDone: after === sizes,
    sentence: timing ? timing.sentence : sentence,
  };
}
