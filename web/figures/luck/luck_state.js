/** What the figure on luck is set to, and what it asks. The ranges are the engine's own. */

import {
  choiceField,
  flagField,
  numberField,
  withTableValues,
} from "../../kit/fields/field_table.js";
import { numberWithin } from "../../kit/fields/fields.js";
import { flag, number, orNone, word } from "../../kit/fields/link_forms.js";

/** @import { DescribeResult } from "../../contract/messages.js" */
/** @import { LuckMessage, LuckResult } from "./luck_messages.js" */

/**
 * The settings of the message, the starts that are wanted of each, the start that the reader looks at, and the
 * fields along the axes of the map.
 * @typedef {Omit<LuckMessage, "kind" | "first_epochs" | "second_epochs" | "also_differs" | "also_value"> & {
 *   also_differs: string,
 *   also_value: number,
 *   map_across: string,
 *   map_down: string,
 *   more_controls: boolean,
 *   side: number,
 *   seed: number | null,
 * }} LuckState
 */

/** @type {import("../../kit/fields/link_forms.js").LinkTable<LuckState>} */
export const luckLink = {
  dataset: word,
  hidden_units: number,
  activation: word,
  initial_range: number,
  learning_rate: number,
  momentum: number,
  differs: word,
  other_value: number,
  other_activation: word,
  also_differs: word,
  also_value: number,
  map_across: word,
  map_down: word,
  starts: number,
  more_controls: flag,
  side: number,
  seed: orNone(number),
};

export const DATASETS = ["xor", "and", "or", "circle"];
export const DIFFERENCES = [
  "hidden_units",
  "initial_range",
  "learning_rate",
  "momentum",
  "activation",
];
/** What stands for a second difference where there is none. */
export const NONE = "none";
/** A second value that differs from the opening's first one, so that a choice shows something at once. */
const OTHER_VALUES = { hidden_units: 4, initial_range: 0.1, learning_rate: 2, momentum: 0 };

/** Starts that are trained at once, and asked for in one question: the picture grows by so many. */
export const STEP = 100;

/**
 * @param {LuckMessage} message the opening
 * @returns {LuckState}
 */
export const luckState = ({ kind: _, first_epochs: _f, second_epochs: _s, ...settings }) => ({
  ...settings,
  also_differs: NONE,
  also_value: 0,
  map_across: "hidden_units",
  map_down: "momentum",
  more_controls: false,
  side: 0,
  seed: null,
});

/**
 * What a state asks: no more starts than one question trains, in addition to those that are known.
 * @param {LuckState} state
 * @param {LuckResult | null} [known] an answer to the same settings
 * @returns {LuckMessage}
 */
export function luckMessage(state, known = null) {
  const { starts, ...settings } = asked(state);
  const trained = Math.min(starts, (known?.starts ?? 0) + STEP);
  if (!known) return { kind: "luck", ...settings, starts: trained };
  const [first_epochs, second_epochs] = known.sides.map(({ solved_epochs }) => solved_epochs);
  return { kind: "luck", ...settings, starts: trained, first_epochs, second_epochs };
}

/**
 * The settings alone, which every start of an answer has in common.
 * @param {LuckState} state
 */
export const settingsOf = (state) => JSON.stringify({ ...asked(state), starts: null });

/**
 * What the engine is asked about both settings.
 * @param {LuckState} state
 */
function asked(state) {
  const { dataset, differs, other_value, other_activation, also_differs, also_value, starts } =
    state;
  const second = { differs, other_value, other_activation };
  const also = also_differs === NONE ? {} : { also_differs, also_value };
  return { dataset, ...firstSetting(state), ...second, ...also, starts };
}

/** The first setting, without its data. @param {LuckState} state */
export const firstSetting = ({
  hidden_units,
  activation,
  initial_range,
  learning_rate,
  momentum,
}) => ({
  hidden_units,
  activation,
  initial_range,
  learning_rate,
  momentum,
});

/** The limit of the value of a field. @param {string} field @param {DescribeResult["limits"]} limits */
const limitOf = (field, limits) => limits[field === "hidden_units" ? "units" : field];

/**
 * Sets some fields, each checked. Other settings begin with the first starts again.
 * @param {LuckState} state
 * @param {Record<string, unknown>} partial
 * @param {DescribeResult} describe
 */
export function withLuck(state, partial, { limits, activations }) {
  const hidden = activations.filter((name) => name !== "softmax");
  const before = withChosenDifferences(state, partial);
  const { differs, also_differs } = before;
  const limit = (/** @type {string} */ field) => limitOf(field, limits) ?? limits.any;
  const seeds = { ...limits.luck_starts, minimum: 0, maximum: limits.luck_starts.maximum - 1 };
  const taken = withTableValues(before, partial, [
    choiceField("dataset", DATASETS, true),
    numberField("hidden_units", limits.units, true),
    choiceField("activation", hidden, true),
    numberField("initial_range", limits.initial_range, true),
    numberField("learning_rate", limits.learning_rate, true),
    numberField("momentum", limits.momentum, true),
    choiceField("differs", DIFFERENCES, true),
    numberField("other_value", limit(differs), true),
    choiceField("other_activation", hidden, true),
    choiceField("also_differs", [NONE, ...DIFFERENCES.filter((name) => name !== differs)], true),
    numberField("also_value", limit(also_differs), true),
    choiceField("map_across", DIFFERENCES),
    choiceField("map_down", DIFFERENCES),
    numberField("starts", limits.luck_starts),
    flagField("more_controls"),
    numberField("side", { minimum: 0, maximum: 1, whole: true }),
    {
      name: "seed",
      restarts: false,
      check: (value) => (value === null ? null : numberWithin("seed", value, seeds)),
    },
  ]);
  const isOther = settingsOf(taken.state) !== settingsOf(state);
  const next = withTwoAxes(taken.state, state);
  if (!isOther || partial.starts !== undefined) return { ...taken, state: next };
  return { ...taken, state: { ...next, starts: STEP, seed: null } };
}

/**
 * A state in which the fields differ that are chosen, each with a value that shows something at once. Another
 * first difference ends the second one.
 * @param {LuckState} state
 * @param {Record<string, unknown>} partial
 * @returns {LuckState}
 */
function withChosenDifferences(state, { differs, also_differs }) {
  const opened = (/** @type {string} */ value, /** @type {unknown} */ field) =>
    String(field) in OTHER_VALUES
      ? { [value]: OTHER_VALUES[/** @type {keyof typeof OTHER_VALUES} */ (field)] }
      : {};
  const isAnother = (/** @type {unknown} */ name, /** @type {string} */ now) =>
    name !== now && DIFFERENCES.includes(String(name));
  let next = state;
  if (isAnother(differs, next.differs)) {
    const first = { differs: String(differs), also_differs: NONE };
    next = { ...next, ...first, ...opened("other_value", differs) };
  }
  if (isAnother(also_differs, next.also_differs) && also_differs !== next.differs) {
    next = { ...next, also_differs: String(also_differs), ...opened("also_value", also_differs) };
  }
  return next;
}

/**
 * A map has two fields along its axes: the one that is chosen twice trades places with the other.
 * @param {LuckState} next
 * @param {LuckState} before
 */
function withTwoAxes(next, before) {
  if (next.map_across !== next.map_down) return next;
  return next.map_across === before.map_across
    ? { ...next, map_across: before.map_down }
    : { ...next, map_down: before.map_across };
}

/**
 * The fields of the figure `xor` that show one start.
 * @param {LuckState} state
 * @param {LuckResult} result
 */
export function fieldsOfStart(state, { examples }) {
  const setting = state.side === 1 ? secondSetting(state) : firstSetting(state);
  return { model: "network", ...setting, seed: state.seed, examples };
}

/** @param {LuckState} state */
function secondSetting(state) {
  const { differs, other_value, other_activation, also_differs, also_value } = state;
  const value = (/** @type {string} */ field, /** @type {number} */ number) =>
    field === "activation" ? other_activation : number;
  const second = { ...firstSetting(state), [differs]: value(differs, other_value) };
  return also_differs === NONE
    ? second
    : { ...second, [also_differs]: value(also_differs, also_value) };
}
