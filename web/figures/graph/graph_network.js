/** A network whose graph is shown, as plain data: what a link says of it, and how it is checked. */

import { listOf, numberWithin, Refused, trueOrFalse } from "../../kit/fields/fields.js";
import { text, unreadable } from "../../kit/fields/link_forms.js";

/** @import { DescribeResult, NetworkSpec } from "../../contract/messages.js" */
/** @import { LinkForm } from "../../kit/fields/link_forms.js" */

/** @typedef {{spec: NetworkSpec, inputs: number[], targets: number[]}} GraphNetwork */

const ANY = { minimum: -Number.MAX_VALUE, maximum: Number.MAX_VALUE };
const MOST_PARAMETERS = 512;
const LONGEST_WORD = 40;

/** @type {LinkForm<GraphNetwork>} */
export const networkForm = {
  write: (network) => (network ? text.write(JSON.stringify(network)) : null),
  read: (field, written) => {
    try {
      return JSON.parse(written);
    } catch {
      throw unreadable(field, "is no network");
    }
  },
};

/**
 * The network itself; whether its parts fit together is the engine's to say.
 * @param {string} field
 * @param {unknown} value
 * @param {DescribeResult["limits"]} limits
 * @returns {GraphNetwork | null}
 */
export function checkedNetwork(field, value, limits) {
  if (value === null) return null;
  const { spec, inputs, targets } = objectOf(field, value);
  const given = objectOf(`${field}.spec`, spec);
  const length = { minimum: 0, maximum: MOST_PARAMETERS };
  const numbers = (/** @type {string} */ name, /** @type {unknown} */ list) =>
    listOf(name, list, length, (each, item) => numberWithin(each, item, ANY));
  return {
    spec: {
      layer_sizes: listOf(`${field}.layer_sizes`, given.layer_sizes, limits.layers, (each, item) =>
        numberWithin(each, item, limits.units),
      ),
      activations: listOf(
        `${field}.activations`,
        given.activations,
        { minimum: 1, maximum: limits.layers.maximum },
        wordOf,
      ),
      loss: wordOf(`${field}.loss`, given.loss),
      use_biases: trueOrFalse(`${field}.use_biases`, given.use_biases),
      skip_to_output: trueOrFalse(`${field}.skip_to_output`, given.skip_to_output ?? false),
      parameters: numbers(`${field}.parameters`, given.parameters),
    },
    inputs: numbers(`${field}.inputs`, inputs),
    targets: numbers(`${field}.targets`, targets),
  };
}

/**
 * @param {string} field
 * @param {unknown} value
 */
function objectOf(field, value) {
  if (typeof value !== "object" || value === null) {
    throw new Refused(field, `${field} must be an object.`);
  }
  return /** @type {Record<string, unknown>} */ (value);
}

/**
 * @param {string} field
 * @param {unknown} value
 */
function wordOf(field, value) {
  if (typeof value !== "string" || value.length > LONGEST_WORD) {
    throw new Refused(field, `${field} must be a word.`);
  }
  return value;
}
