/** What the playground is set to, and what it asks. The ranges are the engine's own. */

import { flagField, numberField, withTableValues } from "../../kit/fields/field_table.js";
import { listOf as checkedList, numberWithin, Refused } from "../../kit/fields/fields.js";
import { flag, listOf, number, objects, orNone, text, word } from "../../kit/fields/link_forms.js";

import { changesChecked, isAfter } from "./changes.js";
import { settingFields } from "./setting_fields.js";

/** @import { DescribeResult } from "../../contract/messages.js" */
/** @import { ChangeByHand, PlaygroundMessage, PlaygroundSettings } from "./playground_messages.js" */
/** @import { KnownRun } from "./known_run.js" */

/**
 * How far a run goes: epochs and steps of the next, and what is changed by hand on the way.
 * @typedef {{epochs: number, steps: number, changes: ChangeByHand[]}} RunLength
 */

/**
 * A run that a reader keeps beside others: its settings but the seed, which is the same for all, and how far it
 * went.
 * @typedef {Omit<PlaygroundSettings, "seed" | "shows_test_data" | "discretised"> & RunLength} PinnedRun
 */

/**
 * The settings of a run, how far it goes, the runs beside it, and where the reader looks.
 * @typedef {PlaygroundSettings & RunLength & {
 *   unit: number[] | null,
 *   shown_class: number,
 *   epochs_at_once: number,
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
  formula: text,
  classes: number,
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
  steps: number,
  changes: objects,
  unit: orNone(listOf(number)),
  shown_class: number,
  epochs_at_once: number,
  example: orNone(number),
  pins: objects,
  read_epoch: orNone(number),
  more_controls: flag,
};

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
  steps: 0,
  changes: [],
  unit: null,
  shown_class: 0,
  epochs_at_once: 100,
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
  const { epochs, steps, changes, unit, shown_class, example } = state;
  const run = known?.runOf(state) ?? null;
  const left = epochs - (run?.epoch ?? 0);
  const later = changes.filter((change) => !run || !isAfter(run, change));
  return {
    kind: "playground",
    ...settingsIn(state),
    run,
    epochs: left,
    resolution: RESOLUTION,
    ...(steps > 0 && { steps }),
    ...(later.length > 0 && { changes: later }),
    ...(left > 0 && { time_limit: SLICE }),
    ...(example !== null && { example }),
    ...(unit !== null && { unit }),
    ...(shown_class > 0 && { shown_class }),
  };
}

/** @param {PlaygroundState} state @returns {PlaygroundSettings} */
const settingsIn = ({
  epochs: _e,
  steps: _s,
  changes: _c,
  unit: _u,
  shown_class: _h,
  epochs_at_once: _a,
  example: _x,
  pins: _p,
  read_epoch: _r,
  more_controls: _m,
  ...settings
}) => settings;

/** What decides the numbers of a run, but how far it goes. @param {PlaygroundState} state */
export function settingsOf(state) {
  const { shows_test_data: _t, discretised: _d, ...rest } = settingsIn(state);
  return JSON.stringify(rest);
}

/**
 * The present run, as one that is kept.
 * @param {PlaygroundState} state
 * @returns {PinnedRun}
 */
export function pinnedRun(state) {
  const { seed: _s, shows_test_data: _t, discretised: _d, ...settings } = settingsIn(state);
  const { epochs, steps, changes } = state;
  return { ...settings, epochs, steps, changes };
}

/**
 * Sets some fields, each checked. Other settings begin a run of their own.
 * @param {PlaygroundState} state
 * @param {Record<string, unknown>} partial
 * @param {DescribeResult} describe
 */
export function withPlayground(state, partial, { limits }) {
  const { epochs, index } = limits;
  const runFields = [
    ...settingFields(limits),
    numberField("epochs", epochs),
    numberField("steps", epochs),
    {
      name: "changes",
      restarts: false,
      check: (/** @type {unknown} */ value) => changesChecked(value, limits),
    },
  ];
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
    {
      name: "unit",
      restarts: false,
      check: (value) =>
        value === null
          ? null
          : checkedList("unit", value, { minimum: 2, maximum: 2 }, (field, place) =>
              numberWithin(field, place, index),
            ),
    },
    numberField("epochs_at_once", epochs),
    numberField("shown_class", { minimum: 0, maximum: 5, whole: true }),
    flagField("more_controls"),
  ]);
  const begins = settingsOf(taken.state) !== settingsOf(state);
  const start = { epochs: 0, steps: 0, changes: [], unit: null, shown_class: 0 };
  if (begins)
    return { ...taken, state: { ...taken.state, ...start, ...given(taken.state, partial) } };
  const isAnEnd = partial.epochs !== undefined && partial.steps === undefined;
  return isAnEnd ? { ...taken, state: { ...taken.state, steps: 0 } } : taken;
}

/**
 * How far a run goes, as far as a reader has said it.
 * @param {PlaygroundState} state
 * @param {Record<string, unknown>} partial
 */
const given = (state, partial) =>
  Object.fromEntries(
    ["epochs", "steps", "changes", "unit", "shown_class"]
      .filter((name) => partial[name] !== undefined)
      .map((name) => [name, /** @type {Record<string, unknown>} */ (state)[name]]),
  );

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

/** @param {unknown} value */
function seedChecked(value) {
  if (typeof value === "string" && value.length > 0 && value.length <= LONGEST_SEED) return value;
  throw new Refused("seed", `The seed is a text of 1 to ${LONGEST_SEED} characters.`);
}
