/** What each field of the network figure may be, when a reader, a link or a caller sets it. */

import { weightName } from "../../drawing/drawing_words.js";
import { hasWeight, parameterAddress, parameterCount } from "../../drawing/parameter_order.js";
import { listOf, numberWithin, oneOf, Refused, trueOrFalse } from "../../kit/fields/fields.js";
import { GUESS_CHECKS } from "./prediction/guess.js";

/** @typedef {import("../../contract/messages.js").DescribeResult} DescribeResult */
/** @typedef {import("./network_state.js").NetworkState} NetworkState */

/**
 * A check for each field that a reader, a link or a caller can set, in the order in which they are applied:
 * each may rely on those before it. Where a good value makes another field impossible, the state corrects
 * that field.
 * @type {Record<string, (value: any, state: NetworkState, describe: DescribeResult) => any>}
 */
export const NETWORK_CHECKS = {
  preset: (value, _, { presets }) => oneOf("preset", value, Object.keys(presets)),
  layer_sizes: (value, _, { limits }) =>
    listOf("layer_sizes", value, limits.layers, (field, size) =>
      numberWithin(field, size, limits.units),
    ),
  activations: (value, { layer_sizes }, describe) => {
    const count = layer_sizes.length - 1;
    const names = typeof value === "string" ? Array(count).fill(value) : value;
    return listOf("activations", names, exactly(count), (field, name) => {
      const last = field === `activations[${count - 1}]`;
      return oneOf(field, name, last ? describe.output_activations : describe.activations);
    });
  },
  loss: (value, { activations }, describe) =>
    oneOf("loss", value, describe.losses_for_output[activations.at(-1) ?? ""] ?? describe.losses),
  use_biases: (value) => trueOrFalse("use_biases", value),
  skip_to_output: (value) => trueOrFalse("skip_to_output", value),
  seed: (value, _, { limits }) => numberWithin("seed", value, limits.seed),
  parameters: (value, state, { limits }) => {
    if (value === null) return null;
    if (Array.isArray(value) && value.some(Array.isArray)) throw matricesRefused(state);
    return listOf("parameters", value, exactly(parameterCount(state)), (field, number, index) =>
      numberWithin(field, number, limits.weight, parameterName(state, index)),
    );
  },
  kept: (value, state, { limits }) => {
    if (value === null || state.parameters) return null;
    return listOf("kept", value, exactly(parameterCount(state)), (field, number, index) =>
      number === null
        ? null
        : numberWithin(field, number, limits.weight, parameterName(state, index)),
    );
  },
  new_parameters: (value, state) => indices("new_parameters", value, state),
  inputs: (value, { layer_sizes }, { limits }) =>
    listOf("inputs", value, exactly(layer_sizes[0]), (field, number) =>
      numberWithin(field, number, limits.input),
    ),
  targets: (value, { layer_sizes }, { limits }) =>
    listOf("targets", value, exactly(layer_sizes.at(-1) ?? 0), (field, number) =>
      numberWithin(field, number, limits.target),
    ),
  learning_rate: (value, _, { limits }) =>
    numberWithin("learning_rate", value, limits.learning_rate),
  frozen: (value, state) => indices("frozen", value, state),
  step: (value) =>
    numberWithin("step", value, { minimum: 0, maximum: Number.MAX_SAFE_INTEGER, whole: true }),
  overview: (value) => trueOrFalse("overview", value),
  selected: (value, state) => {
    if (value === null) return null;
    const { layer, source, target } = Object(value);
    const address = { layer, source: source ?? null, target };
    if (!hasWeight(state, address)) {
      throw new Refused("selected", "Selected names a weight or bias that this network lacks.");
    }
    return address;
  },
  code_open: (value) => trueOrFalse("code_open", value),
  more_controls: (value) => trueOrFalse("more_controls", value),
  before_update: (value, state, { limits }) =>
    value === null
      ? null
      : listOf("before_update", value, exactly(parameterCount(state)), (field, number) =>
          numberWithin(field, number, limits.weight),
        ),
  update_count: (value, _, { limits }) =>
    value === 1 ? 1 : numberWithin("update_count", value, limits.updates),
  textbook: (value, _, { textbook }) =>
    value === null ? null : oneOf("textbook", value, textbook),
  ...GUESS_CHECKS,
};

/**
 * @param {string} name of the field
 * @param {unknown} value
 * @param {NetworkState} state
 * @returns {number[]} places in the list of parameters
 */
function indices(name, value, state) {
  const maximum = parameterCount(state);
  return listOf(name, value, { minimum: 0, maximum }, (field, index) =>
    numberWithin(field, index, { minimum: 0, maximum: maximum - 1, whole: true }),
  );
}

/**
 * @param {NetworkState} state
 * @returns {Refused} of weights that come as matrices, which may lie either way round
 */
function matricesRefused(state) {
  return new Refused(
    "parameters",
    `Parameters is one list of ${parameterCount(state)} values: layer by layer the weights, from each unit to all units of the next layer, then the biases. PyTorch’s matrices lie the other way round.`,
  );
}

/**
 * @param {NetworkState} state
 * @param {number} index of a parameter
 */
const parameterName = (state, index) =>
  weightName(state.layer_sizes, parameterAddress(state, index));

/** @param {number} count */
const exactly = (count) => ({ minimum: count, maximum: count });
