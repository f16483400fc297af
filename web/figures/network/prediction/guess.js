/**
 * A reader's guess at the gradient of the selected weight before it is shown. A part of the network figure's
 * state.
 */

import { oneOf, Refused, trueOrFalse, typedNumber } from "../../../kit/fields/fields.js";

/** @typedef {import("./guess_messages.js").Guess} Guess */
/** @typedef {import("./guess_messages.js").Direction} Direction */

/**
 * @typedef {object} GuessState
 * @property {boolean} predict the reader is asked for each gradient before it is shown
 * @property {boolean} revealed the reader has guessed the selected weight's gradient, or skipped it
 * @property {Direction | null} guess_direction what raising the weight does to the loss
 * @property {string | null} guess_value the gradient as it was typed, for its digits count
 */

/** The most letters of a typed number that the engine reads. */
const LONGEST = 30;

/** @type {Direction[]} */
export const DIRECTIONS = ["raises", "lowers", "keeps"];

/** @type {Pick<GuessState, "guess_direction" | "guess_value">} */
export const NO_GUESS = { guess_direction: null, guess_value: null };
/** The fields when another weight is selected, of which nothing has been guessed. */
export const NEW_QUESTION = { revealed: false, ...NO_GUESS };

/** Checks for the fields of a guess, in the order in which they are applied. */
export const GUESS_CHECKS = {
  predict: (/** @type {unknown} */ value) => trueOrFalse("predict", value),
  revealed: (/** @type {unknown} */ value) => trueOrFalse("revealed", value),
  guess_direction: (/** @type {unknown} */ value) =>
    value === null ? null : oneOf("guess_direction", value, DIRECTIONS),
  guess_value: (/** @type {unknown} */ value) => (value === null ? null : typedValue(value)),
};

/**
 * Whether the selected weight's gradient is to be guessed first.
 * @param {GuessState & {selected: object | null}} state
 */
export const isAsking = ({ predict, selected, revealed }) =>
  predict && selected !== null && !revealed;

/**
 * The guess that the engine is to judge, if there is one.
 * @param {GuessState & {selected: object | null}} state
 * @returns {Guess | null}
 */
export function guessOf({ predict, selected, revealed, guess_direction, guess_value }) {
  const isGiven = guess_direction !== null || guess_value !== null;
  const counts = predict && revealed && selected !== null && isGiven;
  return counts ? { direction: guess_direction, value: guess_value } : null;
}

/**
 * A typed number in plain letters, its digits kept.
 * @param {unknown} value
 */
function typedValue(value) {
  const text = typeof value === "string" ? value.trim().toLowerCase() : "";
  const plain = text.replaceAll("−", "-").replace(",", ".").replaceAll("+", "");
  if (text.length > LONGEST || !Number.isFinite(typedNumber(plain))) {
    throw new Refused("guess_value", "A guess is a number, such as −0.0061.");
  }
  return plain;
}
