import { placesBefore } from "../../../drawing/parameter_order.js";
import { withFields } from "../network_state.js";

/** @typedef {import("../../../contract/messages.js").DescribeResult} DescribeResult */
/** @typedef {import("../../../kit/fields/fields.js").Refused} Refused */
/** @typedef {import("../network_state.js").NetworkState} NetworkState */

/**
 * The state with another shape, in which every weight that still has a place keeps its value.
 * @param {NetworkState} state
 * @param {Record<string, unknown>} fields of the shape
 * @param {DescribeResult} describe
 * @returns {{state: NetworkState, refused: Refused[]}}
 */
export function withShape(state, fields, describe) {
  const { state: next, refused } = withFields(state, fields, describe);
  const before = state.parameters ?? state.kept;
  if (!before || next === state) return { state: next, refused };
  const places = placesBefore(state, next);
  const indices = Array.from(places.keys());
  const isFrozen = (/** @type {number} */ index) => state.frozen.includes(places[index] ?? -1);
  const kept = places.map((place) => (place === null ? null : before[place]));
  const isNew = (/** @type {number} */ index) => kept[index] === null;
  return {
    state: {
      ...next,
      kept: next.parameters ? null : (next.kept ?? kept),
      new_parameters: indices.filter(isNew),
      frozen: indices.filter(isFrozen),
    },
    refused,
  };
}
