/** Which fields of the XOR figure a link carries: its settings, and where its training run stands. */

import {
  flag,
  listOf,
  number,
  numbers,
  numbersUpTo,
  orNone,
  unreadable,
  word,
} from "../../kit/fields/link_forms.js";
import { MOST_NUMBERS } from "./xor_state.js";

/**
 * @template Value
 * @typedef {import("../../kit/fields/link_forms.js").LinkForm<Value>} LinkForm
 */
/** @typedef {LinkForm<import("./training/training_legs.js").Leg>} LegForm */
/** @typedef {import("./xor_state.js").XorState} XorState */
/** @typedef {import("./training/placed_run.js").PlacedFields} PlacedFields */

const values = numbersUpTo(MOST_NUMBERS);

/**
 * A reader's examples: numbers alone where there are two inputs, otherwise `3:` and the numbers.
 * @type {LinkForm<import("./xor_state.js").SharedExamples>}
 */
const examples = {
  write: (shared) => {
    if (!shared || Array.isArray(shared)) return values.write(shared);
    const parts = [number.write(shared.inputs), values.write(shared.values)];
    return parts.includes(null) ? null : parts.join(":");
  },
  read: (field, text) => {
    const [inputs, list] = text.split(":", 2);
    if (list === undefined) return values.read(field, text);
    return { inputs: number.read(field, inputs), values: values.read(field, list) };
  },
};

/** How many examples an update uses; `none` stands for all of them. */
const batch = orNone(number);

/**
 * A leg of training as `from:rate:momentum:batch`.
 * @type {LegForm}
 */
const leg = {
  write: (leg) => {
    if (!leg) return null;
    const { from, learning_rate, momentum, batch_size } = leg;
    const parts = [...[from, learning_rate, momentum].map(number.write), batch.write(batch_size)];
    return parts.includes(null) ? null : parts.join(":");
  },
  read: (field, text) => {
    const [size, ...rest] = text.split(":", 5).reverse();
    if (rest.length !== 3) throw unreadable(field, "is not epoch, rate, momentum and batch");
    const [momentum, learning_rate, from] = rest.map((part) => number.read(field, part));
    return { from, learning_rate, momentum, batch_size: batch.read(field, size) };
  },
};

/**
 * What the figure shows, as `getState` returns it. The fields of the run are missing until the engine has
 * drawn its start.
 * @typedef {Omit<XorState, "examples"> & {examples: import("./xor_state.js").SharedExamples | null} & Partial<PlacedFields>} XorShown
 */

/** @type {import("../../kit/fields/link_forms.js").LinkTable<XorShown>} */
export const xorLink = {
  model: word,
  hidden_units: number,
  activation: word,
  output_activation: word,
  learning_rate: number,
  momentum: number,
  batch: word,
  initial_range: number,
  seed: number,
  examples: orNone(examples),
  standardise: flag,
  held_out_percent: number,
  speed: word,
  log_scale: flag,
  selected: orNone(number),
  more_controls: flag,
  epoch: number,
  parameters: numbers,
  velocity: numbers,
  ended: orNone(word),
  legs: orNone(listOf(leg)),
};
