/** What the figure on the pulls of examples is set to. The ranges are the engine's own. */

import { numberWithin, Refused } from "../../kit/fields/fields.js";
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
 * The state as an answer leaves it: it shows an epoch that the run has kept.
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
 * @returns {{state: PullsState, refused: {field: string, message: string}[]}}
 */
export function withPulls(state, partial, { limits }, { choices }) {
  /** @type {Record<string, import("../../kit/fields/fields.js").Limit>} */
  const ranges = {
    weight: { minimum: 0, maximum: choices.length - 1, whole: true },
    seed: limits.seed,
    epoch: limits.epoch,
  };
  const refused = [];
  let next = state;
  for (const [field, value] of Object.entries(partial)) {
    try {
      if (!Object.hasOwn(ranges, field)) {
        throw new Refused(field, `The figure has no field called ${field}.`);
      }
      next = { ...next, [field]: numberWithin(field, value, ranges[field]) };
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      refused.push({ field: error.field, message: error.message });
    }
  }
  return { state: next, refused };
}
