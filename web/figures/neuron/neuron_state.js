/**
 * What a figure of one neuron is showing: where its run started and how many steps it has taken.
 * Plain data; where the steps lead is the engine's to say.
 */

import { numberWithin, Refused, trueOrFalse } from "../../kit/fields/fields.js";
import { flag, number, orNone } from "../../kit/fields/link_forms.js";

/** @typedef {import("../../contract/messages.js").DescribeResult} DescribeResult */
/** @typedef {import("./neuron_messages.js").NeuronMessage} NeuronMessage */
/** @typedef {import("./neuron_messages.js").NeuronResult} NeuronResult */

/**
 * @typedef {object} NeuronState
 * @property {number} input
 * @property {number} target
 * @property {number} weight where the run starts
 * @property {number | null} bias null: the neuron has none
 * @property {boolean} bias_is_free
 * @property {number} learning_rate
 * @property {number} steps
 */

/** @type {import("../../kit/fields/link_forms.js").LinkTable<NeuronState>} */
export const neuronLink = {
  input: number,
  target: number,
  weight: number,
  bias: orNone(number),
  bias_is_free: flag,
  learning_rate: number,
  steps: number,
};

/** Fields by which a run is another one; with the learning rate the steps are only redone. */
const STARTS = ["input", "target", "weight", "bias", "bias_is_free"];

/** The limit of each field that is a number. */
const LIMITS = {
  input: "input",
  target: "target",
  weight: "weight",
  bias: "weight",
  learning_rate: "learning_rate",
  steps: "neuron_steps",
};

/**
 * The state that asks a message.
 * @param {NeuronMessage} message
 * @returns {NeuronState}
 */
export function neuronState(message) {
  const { input, target, weight, learning_rate, steps } = message;
  const { bias = null, bias_is_free = false } = message;
  return { input, target, weight, bias, bias_is_free, learning_rate, steps };
}

/**
 * @param {NeuronState} state
 * @returns {NeuronMessage}
 */
export function neuronMessage(state) {
  return { kind: "neuron", ...state };
}

/**
 * The state with some fields set, each checked on its own. Another start takes back the steps,
 * unless the steps are set with it.
 * @param {NeuronState} state
 * @param {Record<string, unknown>} partial
 * @param {DescribeResult} describe
 * @returns {{state: NeuronState, refused: Refused[]}}
 */
export function withNeuronFields(state, partial, { limits }) {
  /** @type {Refused[]} */
  const refused = [];
  /** @type {Record<string, unknown>} */
  const taken = {};
  for (const field of Object.keys(state)) {
    if (!Object.hasOwn(partial, field)) continue;
    const value = partial[field];
    try {
      taken[field] =
        field === "bias_is_free"
          ? freedom(state, value)
          : checkedNumber(state, field, value, limits);
    } catch (problem) {
      if (!(problem instanceof Refused)) throw problem;
      refused.push(problem);
    }
  }
  const isAnother = STARTS.some((field) => Object.hasOwn(taken, field));
  const steps = isAnother && !Object.hasOwn(taken, "steps") ? { steps: 0 } : {};
  return { state: { ...state, ...taken, ...steps }, refused };
}

/**
 * @param {NeuronState} state
 * @param {string} field
 * @param {unknown} value
 * @param {DescribeResult["limits"]} limits
 */
function checkedNumber(state, field, value, limits) {
  if (field === "bias" && value === state.bias) return value;
  if (field === "bias" && state.bias === null) {
    throw new Refused("bias", "Bias is no part of this neuron.");
  }
  const name = LIMITS[/** @type {keyof typeof LIMITS} */ (field)];
  return numberWithin(field, value, limits[name]);
}

/**
 * @param {NeuronState} state
 * @param {unknown} value
 */
function freedom({ bias }, value) {
  const isFree = trueOrFalse("bias_is_free", value);
  if (isFree && bias === null) {
    throw new Refused("bias_is_free", "Bias is free must be false: this neuron has no bias.");
  }
  return isFree;
}

/**
 * The state as its answer leaves it: a run that ended early has taken fewer steps.
 * @param {NeuronState} asked
 * @param {NeuronResult} result
 * @returns {NeuronState}
 */
export function withRun(asked, { rows }) {
  return { ...asked, steps: rows.length - 1 };
}
