/** What the XOR figure is set to, as one table of fields, and the message that these settings make. */

import { choiceField, flagField, numberField } from "../../kit/fields/field_table.js";
import { listOf, numberWithin, Refused } from "../../kit/fields/fields.js";

/** @import { DescribeResult } from "../../contract/messages.js" */
/** @import { Surface } from "../../kit/charts/surface_messages.js" */
/** @import { SurfaceRequest, TrainMessage, TrainResult } from "./xor_messages.js" */
/** @import { TableField } from "../../kit/fields/field_table.js" */

/**
 * @typedef {object} XorState
 * @property {string} model `network`: with hidden units; `line`: the output alone, which draws one line
 * @property {number} hidden_units
 * @property {string} activation of the hidden units
 * @property {string} output_activation
 * @property {number} learning_rate
 * @property {number} momentum
 * @property {string} batch `full`: the gradient of all four examples; `one`: of one after the other
 * @property {number} initial_range the starting weights lie evenly from minus this to this
 * @property {number} seed of the starting weights
 * @property {OwnExamples | null} examples that the reader brought; null: XOR's four
 * @property {boolean} standardise the inputs of the reader's examples
 * @property {number} held_out_percent how many of the reader's examples are not trained on
 * @property {string} speed how many epochs are trained between two pictures, or `fastest`
 * @property {boolean} log_scale of the loss axis
 * @property {number | null} selected the example that is open in a network
 * @property {boolean} more_controls the controls that the first task does not need are in sight
 */

/**
 * @typedef {object} OwnExamples
 * @property {number} inputs of each
 * @property {Float64Array} values the inputs and a target of each, in a row
 */

export const SPEEDS = ["1", "3", "10", "30", "100", "fastest"];
export const BATCHES = ["full", "one"];
/** @type {("line" | "network")[]} */
export const MODELS = ["line", "network"];
/** Numbers of all examples: 2,000 of two inputs and a target. */
export const MOST_NUMBERS = 6000;
/** An index of one of XOR's four examples. */
const EXAMPLE = { minimum: 0, maximum: 3, whole: true };
/** The speed at first: slow enough to be watched, and XOR is solved in about five seconds. */
const WATCHABLE = "3";

/**
 * The table of fields, for this engine and a network with this loss.
 * @param {DescribeResult} describe
 * @param {{loss: string}} network
 * @returns {TableField[]}
 */
export function xorFields({ limits, activations, losses_for_output }, { loss }) {
  // Softmax of a single unit is always 1, and no hidden unit can be one.
  const hidden = activations.filter((name) => name !== "softmax");
  const outputs = hidden.filter((name) => losses_for_output[name]?.includes(loss));
  return [
    choiceField("model", MODELS, true),
    numberField("hidden_units", limits.units, true),
    choiceField("activation", hidden, true),
    choiceField("output_activation", outputs, true),
    numberField("learning_rate", limits.learning_rate),
    numberField("momentum", limits.momentum),
    choiceField("batch", BATCHES),
    numberField("initial_range", limits.initial_range, true),
    numberField("seed", limits.seed, true),
    {
      name: "examples",
      restarts: true,
      check: (value) => (value === null ? null : examplesOf("examples", value, limits)),
    },
    flagField("standardise", true),
    numberField("held_out_percent", limits.held_out_percent, true),
    choiceField("speed", SPEEDS),
    flagField("log_scale"),
    flagField("more_controls"),
    {
      name: "selected",
      restarts: false,
      check: (value) => (value === null ? null : numberWithin("selected", value, EXAMPLE)),
    },
  ];
}

/**
 * The settings with which the figure opens: those with which the build trained.
 * @param {TrainMessage} message
 * @returns {XorState}
 */
export function xorOpening({ network, learning_rate, momentum, batch_size }) {
  const { layer_sizes, activations, initial_range, seed } = network;
  return {
    model: "network",
    hidden_units: layer_sizes[1],
    activation: activations[0],
    output_activation: activations[activations.length - 1],
    learning_rate,
    momentum,
    batch: (batch_size ?? null) === null ? "full" : "one",
    initial_range: initial_range ?? 1,
    seed: seed ?? 0,
    examples: null,
    standardise: false,
    held_out_percent: 0,
    speed: WATCHABLE,
    log_scale: false,
    selected: null,
    more_controls: false,
  };
}

/**
 * A reader's examples: a list for two inputs, otherwise the number of inputs and a list.
 * @param {string} name
 * @param {unknown} value
 * @param {Record<string, import("../../kit/fields/fields.js").Limit>} limits
 * @returns {OwnExamples}
 */
function examplesOf(name, value, { examples, units, coordinate, target }) {
  const { inputs: given, values } = withInputs(value);
  const inputs = numberWithin(`${name}.inputs`, given, units);
  const width = inputs + 1;
  const { minimum, maximum } = examples;
  const length = { minimum: width * minimum, maximum: Math.min(width * maximum, MOST_NUMBERS) };
  const isTarget = (/** @type {number} */ index) => index % width === inputs;
  const list = listOf(name, values, length, (field, item, index) =>
    numberWithin(field, item, isTarget(index) ? target : coordinate),
  );
  if (list.length % width > 0) throw new Refused(name, `Examples are ${width} numbers each.`);
  const targets = list.filter((_, index) => isTarget(index));
  const isTwoSided = targets.includes(-1);
  const wrong = targets.findIndex((t) => (isTwoSided ? Math.abs(t) !== 1 : t < 0 || t > 1));
  if (wrong >= 0) {
    const field = `${name}[${width * wrong + inputs}]`;
    throw new Refused(field, "Targets are from 0 to 1, or all of them −1 and 1.");
  }
  return { inputs, values: Float64Array.from(list) };
}

/**
 * @param {unknown} value
 * @returns {{inputs?: unknown, values?: unknown}}
 */
function withInputs(value) {
  const isObject = typeof value === "object" && value !== null;
  return isObject && "inputs" in value ? value : { inputs: 2, values: value };
}

/**
 * A reader's examples as they are handed out: the list alone where there are two inputs.
 * @param {OwnExamples | null} examples
 * @returns {SharedExamples | null}
 */
export function sharedExamples(examples) {
  if (!examples) return null;
  const values = Array.from(examples.values);
  return examples.inputs === 2 ? values : { inputs: examples.inputs, values };
}

/** @typedef {number[] | {inputs: number, values: number[]}} SharedExamples */

/**
 * The message that trains a network with these settings, without its training state.
 * @param {XorState} state
 * @param {{message: TrainMessage, start: TrainResult}} recorded question and answer of the
 *   build, for everything that the state has no field for
 * @returns {Omit<TrainMessage, "state" | "epochs" | "time_limit">}
 */
export function trainMessage(state, { message, start }) {
  const { network } = message;
  const { examples } = state;
  const isLine = state.model === "line";
  const inputs = examples?.inputs ?? 2;
  return {
    kind: "train",
    network: {
      ...network,
      layer_sizes: isLine ? [inputs, 1] : [inputs, state.hidden_units, 1],
      activations: [...(isLine ? [] : [state.activation]), state.output_activation],
      initial_range: state.initial_range,
      seed: state.seed,
    },
    dataset: examples ? ownDataset(examples, state) : message.dataset,
    learning_rate: state.learning_rate,
    momentum: state.momentum,
    batch_size: state.batch === "full" ? null : 1,
    stopping: message.stopping,
    surface:
      inputs === 2 ? start.surface && surfaceRequest(start.surface, examples !== null) : null,
  };
}

/**
 * @param {OwnExamples} examples
 * @param {XorState} state
 * @returns {import("./xor_messages.js").DatasetSpec}
 */
const ownDataset = ({ inputs, values }, { standardise, held_out_percent }) => ({
  name: "own",
  points: values,
  inputs,
  standardise,
  held_out_percent,
});

/**
 * The request for a surface with the same ranges, or, for a reader's examples, as wide as they need.
 * @param {Surface} surface
 * @param {boolean} hasOwnExamples
 * @returns {SurfaceRequest}
 */
function surfaceRequest({ x_range, y_range, resolution }, hasOwnExamples) {
  return hasOwnExamples ? { resolution } : { x_range, y_range, resolution };
}
