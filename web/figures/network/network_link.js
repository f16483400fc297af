/**
 * The fields of a network's state that a link carries. The effect of an update follows from the parameters
 * before it, so the engine computes it again.
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

/** @type {import("../../kit/fields/link_forms.js").LinkForm<any>} */
const numbersOrNone = listOf(orNone(number));

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
  kept: orNone(numbersOrNone),
  new_parameters: numbers,
  inputs: numbers,
  targets: numbers,
  learning_rate: number,
  frozen: numbers,
  step: number,
  overview: flag,
  selected: orNone(address),
  code_open: flag,
  more_controls: flag,
  before_update: orNone(numbers),
  update_count: number,
  textbook: orNone(word),
  predict: flag,
  revealed: flag,
  guess_direction: orNone(word),
  guess_value: orNone(word),
};

/**
 * A link to a preset leaves out its network, and carries only what the reader looks at.
 * @type {(keyof typeof networkLink)[]}
 */
const PRESET_VIEW_FIELDS = [
  "preset",
  "step",
  "overview",
  "selected",
  "code_open",
  "more_controls",
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
  typeof preset === "string" ? PRESET_VIEW_FIELDS : Object.keys(networkLink);
