/** What the playground is set to, and what it asks. The ranges are the engine's own. */

import {
  choiceField,
  flagField,
  numberField,
  withTableValues,
} from "../../kit/fields/field_table.js";
import { listOf as checkedList, numberWithin, Refused } from "../../kit/fields/fields.js";
import { flag, listOf, number, orNone, text, word } from "../../kit/fields/link_forms.js";

/** @import { DescribeResult } from "../../contract/messages.js" */
/** @import { PlaygroundMessage, PlaygroundSettings } from "./playground_messages.js" */
/** @import { KnownRun } from "./known_run.js" */

/**
 * The settings of a run, how far it goes, and where the reader looks.
 * @typedef {PlaygroundSettings & {
 *   epochs: number,
 *   example: number | null,
 *   more_controls: boolean,
 * }} PlaygroundState
 */

/** @type {import("../../kit/fields/link_forms.js").LinkTable<PlaygroundState>} */
export const playgroundLink = {
  seed: text,
  dataset: word,
  noise: number,
  training_percent: number,
  features: listOf(word),
  hidden_layers: listOf(number),
  activation: word,
  initial_zero: flag,
  learning_rate: number,
  optimiser: word,
  momentum: number,
  batch_size: number,
  regularisation: word,
  regularisation_rate: number,
  shows_test_data: flag,
  discretised: flag,
  epochs: number,
  example: orNone(number),
  more_controls: flag,
};

export const DATASETS = [
  "circle",
  "xor",
  "gauss",
  "spiral",
  "reg-plane",
  "reg-gauss",
  "moons",
  "rings",
  "checkerboard",
];
export const FEATURES = ["x", "y", "xSquared", "ySquared", "xTimesY", "sinX", "sinY"];
export const ACTIVATIONS = ["relu", "tanh", "sigmoid", "linear"];
export const OPTIMISERS = ["descent", "adam"];
export const REGULARISATIONS = ["none", "L1", "L2"];
const LONGEST_SEED = 200;

/** A slice of training (s): the page gets a picture after each. */
const SLICE = 0.03;
const RESOLUTION = 50;

/**
 * @param {PlaygroundMessage} message the opening
 * @returns {PlaygroundState}
 */
export const playgroundState = ({
  kind: _k,
  run: _r,
  resolution: _s,
  time_limit: _t,
  ...rest
}) => ({
  ...rest,
  example: rest.example ?? null,
  more_controls: false,
});

/**
 * What a state asks: to go on from what is known of its run.
 * @param {PlaygroundState} state
 * @param {KnownRun | null} [known]
 * @returns {PlaygroundMessage}
 */
export function playgroundMessage(state, known = null) {
  const { more_controls: _, epochs, example, ...settings } = state;
  const run = known?.runOf(state) ?? null;
  const left = epochs - (run?.epoch ?? 0);
  return {
    kind: "playground",
    ...settings,
    run,
    epochs: left,
    resolution: RESOLUTION,
    ...(left > 0 && { time_limit: SLICE }),
    ...(example !== null && { example }),
  };
}

/** What decides the numbers of a run. @param {PlaygroundState} state */
export const settingsOf = ({
  epochs: _e,
  example: _x,
  more_controls: _m,
  shows_test_data: _t,
  discretised: _d,
  ...rest
}) => JSON.stringify(rest);

/**
 * Sets some fields, each checked. Other settings begin a run of their own.
 * @param {PlaygroundState} state
 * @param {Record<string, unknown>} partial
 * @param {DescribeResult} describe
 */
export function withPlayground(state, partial, { limits }) {
  const { playground_units: units, playground_layers: layers, index } = limits;
  const taken = withTableValues(state, partial, [
    { name: "seed", restarts: true, check: seedChecked },
    choiceField("dataset", DATASETS, true),
    numberField("noise", limits.playground_noise, true),
    numberField("training_percent", limits.training_percent, true),
    { name: "features", restarts: true, check: featuresChecked },
    {
      name: "hidden_layers",
      restarts: true,
      check: (value) =>
        checkedList("hidden_layers", listed(value), layers, (field, item) =>
          numberWithin(field, item, units, "The units of a layer"),
        ),
    },
    choiceField("activation", ACTIVATIONS, true),
    flagField("initial_zero", true),
    numberField("learning_rate", limits.learning_rate, true),
    choiceField("optimiser", OPTIMISERS, true),
    numberField("momentum", limits.momentum, true),
    numberField("batch_size", limits.batch_size, true),
    choiceField("regularisation", REGULARISATIONS, true),
    numberField("regularisation_rate", limits.regularisation_rate, true),
    flagField("shows_test_data"),
    flagField("discretised"),
    numberField("epochs", limits.epochs),
    {
      name: "example",
      restarts: false,
      check: (value) => (value === null ? null : numberWithin("example", value, index)),
    },
    flagField("more_controls"),
  ]);
  const begins = settingsOf(taken.state) !== settingsOf(state);
  if (!begins || partial.epochs !== undefined) return taken;
  return { ...taken, state: { ...taken.state, epochs: 0 } };
}

/** A list that was typed, as `4, 2`; anything else as it is. @param {unknown} value */
function listed(value) {
  if (typeof value !== "string") return value;
  return value.trim() === "" ? [] : value.split(",").map((part) => part.trim());
}

/** @param {unknown} value */
function seedChecked(value) {
  if (typeof value === "string" && value.length > 0 && value.length <= LONGEST_SEED) return value;
  throw new Refused("seed", `The seed is a text of 1 to ${LONGEST_SEED} characters.`);
}

/** @param {unknown} value */
function featuresChecked(value) {
  const chosen = Array.isArray(value) ? value : [];
  const known = FEATURES.filter((name) => chosen.includes(name));
  if (known.length > 0 && known.length === chosen.length) return known;
  throw new Refused("features", `The inputs are one or more of ${FEATURES.join(", ")}.`);
}
