/** What the figure on digits is set to, and what it asks. The ranges are the engine's own. */

import {
  choiceField,
  flagField,
  numberField,
  withTableValues,
} from "../../kit/fields/field_table.js";
import { flag, number, orNone, word } from "../../kit/fields/link_forms.js";

import { checkedDrawing } from "./drawn_strokes.js";

/** @import { DescribeResult } from "../../contract/messages.js" */
/** @import { DigitsMessage, DigitsResult } from "./digits_messages.js" */

/**
 * The settings of the message; in place of an image of the set there may be a drawing.
 * @typedef {Omit<DigitsMessage, "kind" | "run" | "drawing"> & {
 *   drawing: string | null,
 *   more_controls: boolean,
 * }} DigitsState
 */

/** @type {import("../../kit/fields/link_forms.js").LinkTable<DigitsState>} */
export const digitsLink = {
  hidden_units: number,
  activation: word,
  start: word,
  learning_rate: number,
  seed: number,
  guess: word,
  image: number,
  digit: number,
  drawing: orNone(word),
  steps: number,
  epochs: number,
  more_controls: flag,
};

export const GUESSES = ["none", "size", "direction", "both", "neither"];
export const ACTIVATIONS = ["relu", "tanh", "sigmoid"];
export const STARTS = ["he", "xavier", "tiny"];
/** Epochs with which another setting begins. */
const FIRST = 1;

/**
 * @param {DigitsMessage} message the opening
 * @returns {DigitsState}
 */
export const digitsState = ({ kind: _, run: _run, ...settings }) => ({
  ...settings,
  drawing: null,
  more_controls: false,
});

/** What a run is of. @param {DigitsState} state */
export const settingsOf = ({ hidden_units, activation, start, learning_rate, seed }) =>
  JSON.stringify([hidden_units, activation, start, learning_rate, seed]);

/**
 * What a state asks: at most an epoch more than is known.
 * @param {DigitsState} state
 * @param {DigitsResult | null} [known] an answer to the same settings
 * @returns {DigitsMessage}
 */
export function digitsMessage({ more_controls: _, drawing, ...settings }, known = null) {
  const message = {
    kind: /** @type {const} */ ("digits"),
    ...settings,
    ...(drawing === null ? {} : { drawing }),
  };
  if (!known || known.epoch > settings.epochs) {
    return { ...message, epochs: Math.min(settings.epochs, FIRST) };
  }
  const { epoch, parameters, records } = known;
  return {
    ...message,
    epochs: Math.min(settings.epochs, epoch + 1),
    run: { epoch, parameters, records },
  };
}

/**
 * Sets some fields, each checked. Other settings begin anew; another image or digit begins without steps. Who
 * chooses an image of the set no longer sees the drawing.
 * @param {DigitsState} state
 * @param {Record<string, unknown>} partial
 * @param {DescribeResult} describe
 */
export function withDigits(state, partial, { limits }) {
  const taken = withTableValues(state, partial, [
    numberField("hidden_units", limits.digits_units, true),
    choiceField("activation", ACTIVATIONS, true),
    choiceField("start", STARTS, true),
    numberField("learning_rate", limits.digits_rate, true),
    numberField("seed", limits.seed, true),
    choiceField("guess", GUESSES),
    numberField("image", limits.digits_image),
    numberField("digit", limits.digits_digit),
    {
      name: "drawing",
      restarts: false,
      check: (value) => checkedDrawing(value, limits.digits_letters),
    },
    numberField("steps", limits.digits_steps),
    numberField("epochs", limits.digits_epochs),
    flagField("more_controls"),
  ]);
  const next = { ...taken.state };
  if (taken.restarts && partial.epochs === undefined) next.epochs = FIRST;
  if (partial.image !== undefined && partial.drawing === undefined) next.drawing = null;
  const isOther = /** @type {const} */ (["image", "digit", "drawing"]).some(
    (name) => next[name] !== state[name],
  );
  if (isOther && partial.steps === undefined) next.steps = 0;
  return { ...taken, state: next };
}
