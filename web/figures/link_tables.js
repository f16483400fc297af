/** Which fields of each figure's state a link carries, in the order in which they are set. */

import {
  address,
  flag,
  leg,
  listOf,
  number,
  numbers,
  numbersUpTo,
  orNone,
  run,
  word,
} from "../kit/fields/link_forms.js";

/** @typedef {import("../kit/fields/link_forms.js").LinkTable} LinkTable */

/** Numbers of a reader's examples: 2,000 of two inputs and a target. */
const EXAMPLES = 6000;

/** @type {LinkTable} */
const NEURON = {
  input: number,
  target: number,
  weight: number,
  bias: orNone(number),
  bias_is_free: flag,
  learning_rate: number,
  steps: number,
};

/** @type {LinkTable} */
const NETWORK = {
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

/** A preset has its own network: only where the reader looks is said beside it. */
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

/** @type {Record<string, LinkTable>} */
export const LINK_TABLES = {
  blame: { shares: numbers, branching: flag },
  slope: NEURON,
  neuron: NEURON,
  walk: NETWORK,
  network: NETWORK,
  paths: {
    network: word,
    weight: address,
    stage: number,
    path: number,
    hidden_layers: number,
    width: number,
  },
  cost: { preset: word, precision: word, step: number },
  xor: {
    model: word,
    hidden_units: number,
    activation: word,
    output_activation: word,
    learning_rate: number,
    momentum: number,
    batch: word,
    seed: number,
    examples: orNone(numbersUpTo(EXAMPLES)),
    speed: word,
    log_scale: flag,
    selected: orNone(number),
    epoch: number,
    parameters: numbers,
    velocity: numbers,
    ended: orNone(word),
    legs: orNone(listOf(leg)),
  },
  pulls: { weight: number, seed: number, epoch: number },
  rates: {
    landscape: word,
    weights: numbers,
    start: numbers,
    runs: listOf(run),
    chosen: word,
    steps: number,
    step: number,
  },
  stopping: {
    dataset: word,
    noise: number,
    seed: number,
    loss_below: number,
    patience: number,
    least_gain: number,
    budget: number,
  },
  depth: {
    depth: number,
    width: number,
    activation: word,
    initialiser: word,
    initial_range: number,
    residual: flag,
    batch_normalisation: flag,
    seed: number,
    learning_rate: number,
    steps: number,
    measure: word,
    layer: number,
  },
  equations: {
    activation: word,
    parameters: numbers,
    inputs: numbers,
    target: number,
    learning_rate: number,
    momentum: number,
    steps: number,
    weight: address,
    form: word,
  },
};

/**
 * The fields that a link to this state carries.
 * @param {string} figure
 * @param {Record<string, unknown>} state
 * @returns {string[]}
 */
export function linkedFields(figure, state) {
  const names = Object.keys(LINK_TABLES[figure]);
  return LINK_TABLES[figure] === NETWORK && typeof state.preset === "string" ? PRESET_LOOKS : names;
}
