/**
 * What a figure of one neuron is showing: where its run started and how many steps it has taken, as plain
 * data. The engine computes where the steps lead.
 */

import { numberField, unknownField, withChanges } from "../../kit/fields/field_table.js";
import { numberWithin, Refused, trueOrFalse } from "../../kit/fields/fields.js";
import { flag, number, orNone } from "../../kit/fields/link_forms.js";

/** @typedef {import("../../contract/messages.js").DescribeResult} DescribeResult */
/** @typedef {import("../../kit/fields/fields.js").Refusal} Refusal */
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

/** Fields of which a new value begins another run; after a new learning rate the steps are done again. */
const STARTS = ["input", "target", "weight", "bias", "bias_is_free"];

/** The limit of each field that is a number in every neuron. */
const LIMITS = {
  input: "input",
  target: "target",
  weight: "weight",
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
 * The state with some fields set, each checked on its own. A new start takes back the steps, unless the
 * steps are set with it.
 * @param {NeuronState} state
 * @param {Record<string, unknown>} partial
 * @param {DescribeResult} describe
 * @param {boolean} canHaveBias whether a bias can be added
 * @returns {{state: NeuronState, refused: Refusal[]}}
 */
export function withNeuronFields(state, partial, { limits }, canHaveBias) {
  const numbers = Object.entries(LIMITS).map(([field, limit]) => numberField(field, limits[limit]));
  // Whether a bias can be free depends on whether there is one, so that is set first.
  const ordered = "bias" in partial ? { bias: partial.bias, ...partial } : partial;
  const { state: next, refused } = withChanges(state, ordered, (now, field, value) => {
    if (field === "bias") return changedBias(now, value, limits.weight, canHaveBias);
    if (field === "bias_is_free") return { bias_is_free: checkedFreedom(now, value) };
    const number = numbers.find(({ name }) => name === field);
    if (!number) throw unknownField(field);
    return { [field]: number.check(value) };
  });
  const isRefused = (/** @type {string} */ name) => refused.some(({ field }) => field === name);
  const taken = Object.keys(partial).filter((field) => !isRefused(field));
  const startsAnew = STARTS.some((field) => taken.includes(field));
  return { state: startsAnew && !taken.includes("steps") ? { ...next, steps: 0 } : next, refused };
}

/**
 * @param {NeuronState} state
 * @param {unknown} value null takes the bias away
 * @param {import("../../kit/fields/fields.js").Limit} limit
 * @param {boolean} canHaveBias
 * @returns {Partial<NeuronState>}
 */
function changedBias({ bias }, value, limit, canHaveBias) {
  if (value === bias) return {};
  if (!canHaveBias) throw new Refused("bias", "Bias is no part of this neuron.");
  if (value === null) return { bias: null, bias_is_free: false };
  return { bias: numberWithin("bias", value, limit) };
}

/**
 * @param {NeuronState} state
 * @param {unknown} value
 */
function checkedFreedom({ bias }, value) {
  const isFree = trueOrFalse("bias_is_free", value);
  if (isFree && bias === null) {
    throw new Refused("bias_is_free", "Bias is free must be false: this neuron has no bias.");
  }
  return isFree;
}

/**
 * The state once its answer is there: a run that ended early has taken fewer steps.
 * @param {NeuronState} asked
 * @param {NeuronResult} result
 * @returns {NeuronState}
 */
export function withRun(asked, { rows }) {
  return { ...asked, steps: rows.length - 1 };
}
