/** What the figure of shared blame is showing: a share for each link, and whether both paths are. */

import { listOf, numberWithin, Refused, trueOrFalse } from "../../kit/fields/fields.js";
import { flag, numbers } from "../../kit/fields/link_forms.js";

/** @typedef {import("../../contract/messages.js").DescribeResult} DescribeResult */
/** @typedef {import("./blame_messages.js").BlameMessage} BlameMessage */

/**
 * @typedef {object} BlameState
 * @property {number[]} shares 0 to 1, in the order of the engine's links
 * @property {boolean} branching the second path is there too
 */

/** @type {import("../../kit/fields/link_forms.js").LinkTable<BlameState>} */
export const blameLink = { shares: numbers, branching: flag };

/**
 * @param {BlameMessage} message
 * @returns {BlameState}
 */
export const blameState = ({ shares }) => ({ shares: [...shares], branching: false });

/**
 * @param {BlameState} state
 * @returns {BlameMessage}
 */
export const blameMessage = ({ shares }) => ({ kind: "blame", shares });

/** @type {Record<string, (value: unknown, state: BlameState, describe: DescribeResult) => unknown>} */
const CHECKS = {
  shares: (value, { shares: { length } }, { limits }) =>
    listOf("shares", value, { minimum: length, maximum: length }, (field, share) =>
      numberWithin(field, share, limits.probability),
    ),
  branching: (value) => trueOrFalse("branching", value),
};

/**
 * The state with some fields set, each checked on its own.
 * @param {BlameState} state
 * @param {Record<string, unknown>} partial
 * @param {DescribeResult} describe
 * @returns {{state: BlameState, refused: Refused[]}}
 */
export function withBlameFields(state, partial, describe) {
  /** @type {Refused[]} */
  const refused = [];
  let next = state;
  for (const [field, check] of Object.entries(CHECKS)) {
    if (!Object.hasOwn(partial, field)) continue;
    try {
      next = { ...next, [field]: check(partial[field], next, describe) };
    } catch (problem) {
      if (!(problem instanceof Refused)) throw problem;
      refused.push(problem);
    }
  }
  return { state: next, refused };
}
