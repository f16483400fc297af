/**
 * What the XOR figure is set to: one table of fields, each with its default and its range; and a
 * pure reducer. The ranges are the engine's own.
 */

import { listOf, numberWithin, oneOf, Refused, trueOrFalse } from "../../kit/fields/fields.js";

/** @import { DescribeResult } from "../../contract/messages.js" */
/** @import { Surface } from "../../kit/charts/surface_messages.js" */
/** @import { SurfaceRequest, TrainMessage, TrainResult } from "./xor_messages.js" */
/** @import { Refusal } from "../../kit/fields/fields.js" */

/**
 * @typedef {object} XorState
 * @property {string} model `network`: with hidden units; `line`: the output alone, which draws one line
 * @property {number} hidden_units
 * @property {string} activation of the hidden units
 * @property {string} output_activation
 * @property {number} learning_rate
 * @property {number} momentum
 * @property {string} batch `full`: the gradient of all four examples; `one`: of one after the other
 * @property {number} seed of the starting weights
 * @property {Float64Array | null} examples that the reader brought: two inputs and a target of each, in
 *   a row; null: XOR's four
 * @property {string} speed how many epochs are trained between two pictures, or `fastest`
 * @property {boolean} log_scale of the loss axis
 * @property {number | null} selected the example that is open in a network
 */

/**
 * One field. `restarts`: another value makes another network, so training starts afresh.
 * @typedef {object} Field
 * @property {keyof XorState} name
 * @property {string | number | boolean | null} preset
 * @property {boolean} restarts
 * @property {(value: unknown) => any} check the good value, or throws `Refused`
 * @property {string[]} [choices]
 * @property {import("../../kit/fields/fields.js").Limit} [limit]
 */

export const SPEEDS = ["1", "3", "10", "30", "100", "fastest"];
export const BATCHES = ["full", "one"];
/** @type {("line" | "network")[]} */
export const MODELS = ["line", "network"];
/** Numbers of an example: two inputs and a target. */
const COLUMNS = 3;
/** Slow enough to be watched: XOR is solved in about five seconds. */
const WATCHABLE = "3";

/**
 * The table of fields, for this engine and with the defaults of this recorded message.
 * @param {DescribeResult} describe
 * @param {TrainMessage} message
 * @returns {Field[]}
 */
export function xorFields(describe, message) {
  const { limits, activations, losses_for_output } = describe;
  const { network } = message;
  // Softmax of a single unit is always 1, and no hidden unit can be one.
  const hidden = activations.filter((name) => name !== "softmax");
  const outputs = hidden.filter((name) => losses_for_output[name]?.includes(network.loss));
  return [
    choice("model", "network", MODELS, true),
    number("hidden_units", network.layer_sizes[1] ?? 2, limits.units, true),
    choice("activation", network.activations[0] ?? "sigmoid", hidden, true),
    choice("output_activation", network.activations.at(-1) ?? "sigmoid", outputs, true),
    number("learning_rate", message.learning_rate, limits.learning_rate),
    number("momentum", message.momentum, limits.momentum),
    choice("batch", (message.batch_size ?? null) === null ? "full" : "one", BATCHES),
    number("seed", network.seed ?? 0, limits.seed, true),
    {
      name: "examples",
      preset: null,
      restarts: true,
      check: (value) => (value === null ? null : examplesOf("examples", value, limits)),
    },
    choice("speed", WATCHABLE, SPEEDS),
    {
      name: "log_scale",
      preset: false,
      restarts: false,
      check: (value) => trueOrFalse("log_scale", value),
    },
    {
      name: "selected",
      preset: null,
      restarts: false,
      check: (value) =>
        value === null
          ? null
          : numberWithin("selected", value, { minimum: 0, maximum: 3, whole: true }),
    },
  ];
}

/**
 * @param {keyof XorState} name
 * @param {number} preset
 * @param {import("../../kit/fields/fields.js").Limit | undefined} known
 * @returns {Field}
 */
function number(name, preset, known, restarts = false) {
  if (!known) throw new Error(`The engine names no limit for ${name}`);
  return {
    name,
    preset,
    restarts,
    limit: known,
    check: (value) => numberWithin(name, value, known),
  };
}

/**
 * @param {keyof XorState} name
 * @param {string} preset
 * @param {string[]} choices
 * @returns {Field}
 */
function choice(name, preset, choices, restarts = false) {
  return { name, preset, restarts, choices, check: (value) => oneOf(name, value, choices) };
}

/**
 * @param {Field[]} fields
 * @returns {XorState}
 */
export function defaultState(fields) {
  return /** @type {any} */ (Object.fromEntries(fields.map((field) => [field.name, field.preset])));
}

/**
 * The state with new values. Bad ones are refused by name, the good ones beside them are taken.
 * @param {XorState} state
 * @param {Record<string, unknown>} values
 * @param {Field[]} fields
 * @returns {{state: XorState, refusals: Refusal[], restarts: boolean}}
 */
export function withValues(state, values, fields) {
  const next = { ...state };
  /** @type {Refusal[]} */
  const refusals = [];
  let restarts = false;
  for (const [name, value] of Object.entries(values)) {
    const field = fields.find((candidate) => candidate.name === name);
    if (!field) {
      refusals.push({ field: name, message: `The figure has no field called ${name}.` });
      continue;
    }
    try {
      const good = field.check(value);
      if (field.restarts && good !== state[field.name]) restarts = true;
      Object.assign(next, { [name]: good });
    } catch (error) {
      refusals.push(refusalOf(error));
    }
  }
  return { state: next, refusals, restarts };
}

/**
 * A `Refused` as plain data; any other error is not ours to hide.
 * @param {unknown} error
 * @returns {Refusal}
 */
export function refusalOf(error) {
  if (!(error instanceof Refused)) throw error;
  return { field: error.field, message: error.message };
}

/**
 * A network's parameters from outside, checked against its size.
 * @param {string} name
 * @param {unknown} value
 * @param {number} count
 * @param {import("../../kit/fields/fields.js").Limit} limit
 * @returns {number[]}
 */
export function vectorOf(name, value, count, limit) {
  return listOf(name, value, { minimum: count, maximum: count }, (field, item) =>
    numberWithin(field, typeof item === "string" ? Number.NaN : item, limit),
  );
}

/**
 * @param {string} name
 * @param {unknown} value
 * @param {Record<string, import("../../kit/fields/fields.js").Limit>} limits
 * @returns {Float64Array}
 */
function examplesOf(name, value, { examples, coordinate, probability }) {
  const { minimum, maximum } = examples;
  const length = { minimum: COLUMNS * minimum, maximum: COLUMNS * maximum };
  const isTarget = (/** @type {number} */ index) => index % COLUMNS === COLUMNS - 1;
  let index = 0;
  const list = listOf(name, value, length, (field, item) =>
    numberWithin(field, item, isTarget(index++) ? probability : coordinate),
  );
  if (list.length % COLUMNS > 0) throw new Refused(name, "Examples are three numbers each.");
  return Float64Array.from(list);
}

/**
 * The message that trains a network with these settings, without its training state.
 * @param {XorState} state
 * @param {{message: TrainMessage, start: TrainResult}} recorded what the build asked and saw:
 *   everything that no field speaks of
 * @returns {Omit<TrainMessage, "state" | "epochs" | "time_limit">}
 */
export function trainMessage(state, { message, start }) {
  const { network } = message;
  const { examples } = state;
  const isLine = state.model === "line";
  return {
    kind: "train",
    network: {
      ...network,
      layer_sizes: isLine ? [2, 1] : [2, state.hidden_units, 1],
      activations: [...(isLine ? [] : [state.activation]), state.output_activation],
      seed: state.seed,
    },
    dataset: examples ? { name: "own", points: examples } : message.dataset,
    learning_rate: state.learning_rate,
    momentum: state.momentum,
    batch_size: state.batch === "full" ? null : 1,
    stopping: message.stopping,
    surface: start.surface && surfaceRequest(start.surface, examples !== null),
  };
}

/**
 * The same surface again, or as wide as other examples need.
 * @param {Surface} surface
 * @param {boolean} hasOwnExamples
 * @returns {SurfaceRequest}
 */
function surfaceRequest({ x_range, y_range, resolution }, hasOwnExamples) {
  return hasOwnExamples ? { resolution } : { x_range, y_range, resolution };
}
