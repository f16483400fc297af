/** What the figure on paths is set to. The ranges are the engine's own. */

import { hasWeight } from "../../drawing/parameter_order.js";
import { unknownField, withChanges } from "../../kit/fields/field_table.js";
import { numberWithin, oneOf, Refused } from "../../kit/fields/fields.js";
import { address, number, word } from "../../kit/fields/link_forms.js";

/** @import { DescribeResult, WeightAddress } from "../../contract/messages.js" */
/** @import { PathsMessage, PathsNetwork, PathsResult } from "./paths_messages.js" */

/**
 * @typedef {object} PathsState
 * @property {string} network
 * @property {WeightAddress} weight
 * @property {number} stage how many layers of tails are merged
 * @property {number} path which product of the stage is looked at
 * @property {number} hidden_layers of the network whose multiplications are counted
 * @property {number} width
 */

/** @type {import("../../kit/fields/link_forms.js").LinkTable<PathsState>} */
export const pathsLink = {
  network: word,
  weight: address,
  stage: number,
  path: number,
  hidden_layers: number,
  width: number,
};

/** The weight that is selected in a network that has just been chosen. */
const FIRST_WEIGHT = { layer: 0, source: 0, target: 0 };
const ANY_INDEX = { minimum: 0, maximum: 4095, whole: true };

/**
 * @param {PathsMessage} message the opening
 * @returns {PathsState}
 */
export function openingState({ network, weight, hidden_layers, width }) {
  return { network, weight, stage: 0, path: 0, hidden_layers, width };
}

/**
 * @param {PathsState} state
 * @returns {PathsMessage}
 */
export function pathsMessage({ network, weight, hidden_layers, width }) {
  return { kind: "paths", network, weight, hidden_layers, width };
}

/**
 * The state once its answer is there, with a stage and a path that exist.
 * @param {PathsState} asked
 * @param {PathsResult} result
 * @param {PathsState} now what the reader looks at by then
 * @returns {PathsState}
 */
export function withAnswer(asked, { stages }, now) {
  const stage = Math.min(now.stage, stages.length - 1);
  const path = Math.min(now.path, stages[stage].terms.length - 1);
  return { ...asked, stage, path };
}

/**
 * Sets some fields, each checked; the network and its weight first, since the others depend on them.
 * @param {PathsState} state
 * @param {Record<string, unknown>} partial
 * @param {DescribeResult} describe
 * @param {PathsNetwork[]} networks
 */
export function withPaths(state, partial, { limits }, networks) {
  const names = ["network", "weight"];
  const rank = (/** @type {string} */ name) => (names.indexOf(name) + 3) % 3;
  const sorted = Object.entries(partial).sort(([a], [b]) => rank(a) - rank(b));
  return withChanges(state, Object.fromEntries(sorted), (now, field, value) =>
    changed(now, field, value, limits, networks),
  );
}

/**
 * @param {PathsState} state
 * @param {string} field
 * @param {unknown} value
 * @param {DescribeResult["limits"]} limits
 * @param {PathsNetwork[]} networks
 * @returns {Partial<PathsState>}
 */
function changed(state, field, value, limits, networks) {
  switch (field) {
    case "network": {
      const names = networks.map(({ name }) => name);
      const network = oneOf(field, value, names);
      return network === state.network ? {} : { network, weight: FIRST_WEIGHT, path: 0 };
    }
    case "weight": {
      const { layer, source, target } = Object(value);
      const weight = { layer, source: source ?? null, target };
      const shape = networks.find(({ name }) => name === state.network);
      if (!shape || !hasWeight(shape, weight)) {
        throw new Refused(field, "Weight names a weight or bias that this network lacks.");
      }
      return { weight, path: 0 };
    }
    case "stage":
    case "path":
      return { [field]: numberWithin(field, value, ANY_INDEX) };
    case "hidden_layers":
    case "width":
      return { [field]: numberWithin(field, value, limits[field]) };
    default:
      throw unknownField(field);
  }
}
