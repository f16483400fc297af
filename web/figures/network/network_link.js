/**
 * Which fields of a network's state a link carries. What an update promised and did follows from the
 * parameters before it, and is left to the engine.
 */

import {
  address,
  flag,
  listOf,
  number,
  numbers,
  orNone,
  word,
} from "../../kit/fields/link_forms.js";

/** @typedef {import("./network_state.js").NetworkState} NetworkState */

/** @type {import("../../kit/fields/link_forms.js").LinkTable<Omit<NetworkState, "last_update">>} */
export const networkLink = {
  preset: word,
  layer_sizes: numbers,
  activations: listOf(word),
  loss: word,
  use_biases: flag,
  skip_to_output: flag,
  seed: number,
  parameters: numbers,
  inputs: numbers,
  targets: numbers,
  learning_rate: number,
  frozen: numbers,
  step: number,
  overview: flag,
  selected: orNone(address),
  code_open: flag,
  before_update: orNone(numbers),
  predict: flag,
  revealed: flag,
  guess_direction: orNone(word),
  guess_value: orNone(word),
};

/**
 * A preset has its own network: only where the reader looks is said beside it.
 * @type {(keyof typeof networkLink)[]}
 */
const PRESET_LOOKS = [
  "preset",
  "step",
  "overview",
  "selected",
  "code_open",
  "predict",
  "revealed",
  "guess_direction",
  "guess_value",
];

/**
 * The fields that a link to this state carries.
 * @param {Pick<NetworkState, "preset">} state
 * @returns {string[]}
 */
export const linkedNetworkFields = ({ preset }) =>
  typeof preset === "string" ? PRESET_LOOKS : Object.keys(networkLink);
