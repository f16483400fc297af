/** What the figure `symmetry` is showing, and every way in which that changes. */

import { flagField, numberField, withTableValues } from "../../kit/fields/field_table.js";
import { Refused } from "../../kit/fields/fields.js";
import { flag, number, word } from "../../kit/fields/link_forms.js";

/** @import { DescribeResult } from "../../contract/messages.js" */
/** @import { SymmetryMessage, SymmetryResult } from "./symmetry_messages.js" */

const MOST_SWEEPS = 20_000;

/**
 * @typedef {object} SymmetryState
 * @property {number} seed
 * @property {boolean} signed
 * @property {string} pattern
 * @property {number} sweep the moment that is shown
 * @property {boolean} starts whether the reader has asked for the 200 starts; they are trained when a button says so
 */

/** @type {import("../../kit/fields/link_forms.js").LinkTable<SymmetryState>} */
export const symmetryLink = {
  seed: number,
  signed: flag,
  pattern: word,
  sweep: number,
  starts: flag,
};

/**
 * The run is shown at its end at first.
 * @param {SymmetryMessage} message the opening
 * @param {SymmetryResult} result
 * @returns {SymmetryState}
 */
export const symmetryState = ({ seed, signed, pattern }, { sweeps }) => ({
  seed,
  signed,
  pattern,
  sweep: sweeps[sweeps.length - 1],
  starts: false,
});

/**
 * @param {SymmetryState} state
 * @param {number} sweeps how far to train
 * @returns {SymmetryMessage}
 */
export const symmetryMessage = ({ seed, signed, pattern }, sweeps) => ({
  kind: "symmetry",
  seed,
  signed,
  sweeps,
  pattern,
});

/** @param {DescribeResult} describe */
export const symmetryFields = ({ limits }) => [
  numberField("seed", limits.seed, true),
  flagField("signed", true),
  { name: "pattern", restarts: false, check: pattern },
  numberField("sweep", limits.symmetry_sweeps),
  flagField("starts"),
];

/** @param {unknown} value */
function pattern(value) {
  if (typeof value !== "string" || !/^[01]{6}$/.test(value)) {
    throw new Refused("pattern", "A pattern is six letters, each 0 or 1.");
  }
  return value;
}

/**
 * The state with some fields set, and those refused. Another start is followed to where it ends; other inputs
 * have 200 starts of their own, for which nobody has asked yet.
 * @param {SymmetryState} state
 * @param {Record<string, unknown>} partial
 * @param {import("../../kit/fields/field_table.js").TableField[]} fields
 */
export function withSymmetryFields(state, partial, fields) {
  const { state: next, refused, restarts } = withTableValues(state, partial, fields);
  if (!restarts) return { state: next, refused };
  const sweep = "sweep" in partial ? next.sweep : MOST_SWEEPS;
  const starts = next.starts && (next.signed === state.signed || "starts" in partial);
  return { state: { ...next, sweep, starts }, refused };
}

/**
 * The pattern with one of its letters turned over.
 * @param {string} letters
 * @param {number} at
 */
export const turnedOver = (letters, at) =>
  Array.from(letters, (letter, index) => (index === at ? 1 - Number(letter) : letter)).join("");

/**
 * The state once its answer is there. A run that is done is shown within it.
 * @param {SymmetryState} asked
 * @param {SymmetryResult} result
 * @param {SymmetryState} now what the reader looks at
 * @returns {SymmetryState}
 */
export function withAnswer(asked, { done, sweeps }, { sweep, starts }) {
  return { ...asked, starts, sweep: done ? Math.min(sweep, sweeps[sweeps.length - 1]) : sweep };
}

/**
 * What the network sees of a pattern.
 * @param {{pattern: string, signed: boolean}} shown
 */
export const inputsOf = ({ pattern: letters, signed }) =>
  Array.from(letters, (letter) => (letter === "1" ? 1 : signed ? -1 : 0));
