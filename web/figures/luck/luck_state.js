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
 * The settings of the message, the starts that are wanted of each, and the start that the reader looks at.
 * @typedef {Omit<LuckMessage, "kind" | "first_epochs" | "second_epochs"> & {
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

/** A state without what the engine is not asked. @param {LuckState} state */
const asked = ({ more_controls: _m, side: _, seed: _s, ...rest }) => rest;

/** The limit of the second value. @param {string} differs @param {DescribeResult["limits"]} limits */
const limitOf = (differs, limits) => limits[differs === "hidden_units" ? "units" : differs];

/**
 * Sets some fields, each checked. Other settings begin with the first starts again.
 * @param {LuckState} state
 * @param {Record<string, unknown>} partial
 * @param {DescribeResult} describe
 */
export function withLuck(state, partial, { limits, activations }) {
  const hidden = activations.filter((name) => name !== "softmax");
  const chosen = DIFFERENCES.includes(String(partial.differs)) ? String(partial.differs) : null;
  const differs = chosen ?? state.differs;
  const isNew = chosen !== null && chosen !== state.differs && chosen in OTHER_VALUES;
  const before = isNew
    ? { ...state, other_value: OTHER_VALUES[/** @type {keyof typeof OTHER_VALUES} */ (chosen)] }
    : state;
  const seeds = { ...limits.luck_starts, minimum: 0, maximum: limits.luck_starts.maximum - 1 };
  const taken = withTableValues(before, partial, [
    choiceField("dataset", DATASETS, true),
    numberField("hidden_units", limits.units, true),
    choiceField("activation", hidden, true),
    numberField("initial_range", limits.initial_range, true),
    numberField("learning_rate", limits.learning_rate, true),
    numberField("momentum", limits.momentum, true),
    choiceField("differs", DIFFERENCES, true),
    numberField("other_value", limitOf(differs, limits) ?? limits.any, true),
    choiceField("other_activation", hidden, true),
    numberField("starts", limits.luck_starts),
    flagField("more_controls"),
    numberField("side", { minimum: 0, maximum: 1, whole: true }),
    {
      name: "seed",
      restarts: false,
      check: (value) => (value === null ? null : numberWithin("seed", value, seeds)),
    },
  ]);
  if (!taken.restarts || partial.starts !== undefined) return taken;
  return { ...taken, state: { ...taken.state, starts: STEP, seed: null } };
}

/**
 * The fields of the figure `xor` that show one start.
 * @param {LuckState} state
 * @param {LuckResult} result
 */
export function fieldsOfStart(state, { examples }) {
  const { differs, other_value, other_activation } = state;
  const other = differs === "activation" ? other_activation : other_value;
  const { hidden_units, activation, initial_range, learning_rate, momentum } =
    state.side === 1 ? /** @type {LuckState} */ ({ ...state, [differs]: other }) : state;
  return {
    model: "network",
    hidden_units,
    activation,
    initial_range,
    learning_rate,
    momentum,
    seed: state.seed,
    examples,
  };
}
