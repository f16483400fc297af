/** What the figure of shared blame is showing: a share for each link, and whether both paths are. */

import { flagField, withTableValues } from "../../kit/fields/field_table.js";
import { listOf, numberWithin } from "../../kit/fields/fields.js";
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

/**
 * The state with some fields set, each checked on its own.
 * @param {BlameState} state
 * @param {Record<string, unknown>} partial
 * @param {DescribeResult} describe
 */
export function withBlameFields(state, partial, { limits }) {
  const { length } = state.shares;
  return withTableValues(state, partial, [
    {
      name: "shares",
      restarts: false,
      check: (value) =>
        listOf("shares", value, { minimum: length, maximum: length }, (field, share) =>
          numberWithin(field, share, limits.probability),
        ),
    },
    flagField("branching"),
  ]);
}
