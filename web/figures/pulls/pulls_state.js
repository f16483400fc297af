/** What the figure on the pulls of examples is set to. The ranges are the engine's own. */

import { numberField, withTableValues } from "../../kit/fields/field_table.js";
import { number } from "../../kit/fields/link_forms.js";

/** @import { DescribeResult } from "../../contract/messages.js" */
/** @import { PullsMessage, PullsResult } from "./pulls_messages.js" */

/**
 * @typedef {object} PullsState
 * @property {number} weight its index in the network's flat vector
 * @property {number} seed of the starting weights
 * @property {number | null} epoch that is shown; null: the middle of the tug-of-war
 */

/** @type {import("../../kit/fields/link_forms.js").LinkTable<PullsState>} */
export const pullsLink = { weight: number, seed: number, epoch: number };

/**
 * @param {PullsState} state
 * @returns {PullsMessage}
 */
export function pullsMessage({ weight, seed }) {
  return { kind: "pulls", weight, seed };
}

/**
 * The state once its answer is there, with an epoch that the run has.
 * @param {PullsState} asked
 * @param {PullsResult} result
 * @param {PullsState} now
 * @returns {PullsState}
 */
export function withRun(asked, { epochs, plateau }, now) {
  const last = epochs[epochs.length - 1];
  return { ...asked, epoch: Math.min(now.epoch ?? epochs[plateau ?? 0], last) };
}

/**
 * Sets some fields, each checked.
 * @param {PullsState} state
 * @param {Record<string, unknown>} partial
 * @param {DescribeResult} describe
 * @param {PullsResult} result what is shown
 */
export function withPulls(state, partial, { limits }, { choices }) {
  return withTableValues(state, partial, [
    numberField("weight", { minimum: 0, maximum: choices.length - 1, whole: true }),
    numberField("seed", limits.seed),
    numberField("epoch", limits.epoch),
  ]);
}
