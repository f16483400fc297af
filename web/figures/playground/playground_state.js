/** What the playground is set to, and what it asks. The ranges are the engine's own. */

import {
  choiceField,
  flagField,
  numberField,
  withTableValues,
} from "../../kit/fields/field_table.js";
import { listOf as checkedList, numberWithin, Refused } from "../../kit/fields/fields.js";
import { flag, listOf, number, objects, orNone, text, word } from "../../kit/fields/link_forms.js";

/** @import { DescribeResult } from "../../contract/messages.js" */
/** @import { PlaygroundMessage, PlaygroundSettings } from "./playground_messages.js" */
/** @import { KnownRun } from "./known_run.js" */

/**
 * A run that a reader keeps beside others: its settings but the seed, which is the same for all, and how far it
 * went.
 * @typedef {Omit<PlaygroundSettings, "seed" | "shows_test_data" | "discretised"> & {epochs: number}} PinnedRun
 */

/**
 * The settings of a run, how far it goes, the runs beside it, and where the reader looks.
 * @typedef {PlaygroundSettings & {
 *   epochs: number,
 *   example: number | null,
 *   pins: PinnedRun[],
 *   read_epoch: number | null,
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
  pins: objects,
  read_epoch: orNone(number),
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
/** So many runs can be kept. */
export const PINS = { minimum: 0, maximum: 12 };

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
  pins: [],
  read_epoch: null,
  more_controls: false,
});

/**
 * What a state asks: to go on from what is known of its run.
 * @param {PlaygroundState} state
 * @param {KnownRun | null} [known]
 * @returns {PlaygroundMessage}
 */
export function playgroundMessage(state, known = null) {
  const { more_controls: _m, pins: _p, read_epoch: _r, epochs, example, ...settings } = state;
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
  pins: _p,
  read_epoch: _r,
  more_controls: _m,
  shows_test_data: _t,
  discretised: _d,
  ...rest
}) => JSON.stringify(rest);

/**
 * The present run, as one that is kept.
 * @param {PlaygroundState} state
 * @returns {PinnedRun}
 */
export function pinnedRun(state) {
  const {
    seed: _s,
    shows_test_data: _t,
    discretised: _d,
    example: _x,
    pins: _p,
    read_epoch: _r,
    more_controls: _m,
    ...run
  } = state;
  return run;
}

/**
 * Sets some fields, each checked. Other settings begin a run of their own.
 * @param {PlaygroundState} state
 * @param {Record<string, unknown>} partial
 * @param {DescribeResult} describe
 */
export function withPlayground(state, partial, { limits }) {
  const { epochs, index } = limits;
  const runFields = [...settingFields(limits), numberField("epochs", epochs)];
  const orNull = (
    /** @type {string} */ name,
    /** @type {import("../../kit/fields/fields.js").Limit} */ limit,
  ) => ({
    name,
    restarts: false,
    check: (/** @type {unknown} */ value) =>
      value === null ? null : numberWithin(name, value, limit),
  });
  const taken = withTableValues(state, partial, [
    ...runFields,
    { name: "seed", restarts: true, check: seedChecked },
    flagField("shows_test_data"),
    flagField("discretised"),
    orNull("example", index),
    {
      name: "pins",
      restarts: false,
      check: (value) =>
        checkedList("pins", value, PINS, (field, pin) => pinChecked(field, pin, state, runFields)),
    },
    orNull("read_epoch", epochs),
    flagField("more_controls"),
  ]);
  const begins = settingsOf(taken.state) !== settingsOf(state);
  if (!begins || partial.epochs !== undefined) return taken;
  return { ...taken, state: { ...taken.state, epochs: 0 } };
}

/**
 * What decides a run, but its seed.
 * @param {DescribeResult["limits"]} limits
 */
const settingFields = (limits) => [
  choiceField("dataset", DATASETS, true),
  numberField("noise", limits.playground_noise, true),
  numberField("training_percent", limits.training_percent, true),
  { name: "features", restarts: true, check: featuresChecked },
  {
    name: "hidden_layers",
    restarts: true,
    check: (/** @type {unknown} */ value) =>
      checkedList("hidden_layers", listed(value), limits.playground_layers, (field, item) =>
        numberWithin(field, item, limits.playground_units, "The units of a layer"),
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
];

/**
 * A run that is kept; what it does not say is as in the present one.
 * @param {string} field
 * @param {unknown} value
 * @param {PlaygroundState} state
 * @param {import("../../kit/fields/field_table.js").TableField[]} fields
 */
function pinChecked(field, value, state, fields) {
  if (Object(value) !== value) throw new Refused(field, `${field} is no run.`);
  const pin = /** @type {Record<string, unknown>} */ (value);
  const { state: run, refused } = withTableValues(pinnedRun(state), pin, fields);
  const [first] = refused;
  if (first) throw new Refused(`${field}.${first.field}`, first.message);
  return run;
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
