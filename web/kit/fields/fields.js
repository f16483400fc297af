/**
 * Checks for the fields of a figure's state. A check takes any value and returns a good one, or throws
 * `Refused` with the field's name and a sentence for the reader. The limits come from the engine.
 */

import { countText } from "../formula/count_text.js";
import { numberText } from "../formula/number_text.js";

/** @typedef {{minimum: number, maximum: number, whole?: boolean}} Limit */

/**
 * A value that was not taken, and why, in a sentence for the reader.
 * @typedef {{field: string, message: string}} Refusal
 */

/** Thrown for a value that a field does not take. */
export class Refused extends Error {
  /**
   * @param {string} field
   * @param {string} message one sentence for the reader
   */
  constructor(field, message) {
    super(message);
    this.field = field;
  }
}

/**
 * A refusal as plain data.
 * @param {unknown} error what a check threw
 * @returns {Refusal}
 * @throws {unknown} the error itself, where it is no refusal
 */
export function refusalOf(error) {
  if (!(error instanceof Refused)) throw error;
  return { field: error.field, message: error.message };
}

/** No digit can match in two ways, so the time to test a text grows only with its length. */
const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;

/** Letters of a typed number: enough for any float64 written out without an exponent. */
const LONGEST_NUMBER = 400;

/**
 * The number that a reader typed, or NaN. It may begin with a point or a sign, have a real minus sign
 * or a decimal comma, and be a fraction: `.5`, `+2`, `−0,5`, `1e-3`, `1/3`. A text that is
 * too long to be a number is not looked at.
 * @param {string} text
 */
export function typedNumber(text) {
  if (text.length > LONGEST_NUMBER) return Number.NaN;
  const [whole, divisor, ...more] = text.split("/").map(plainNumber);
  if (divisor === undefined) return whole;
  return more.length === 0 && divisor !== 0 ? whole / divisor : Number.NaN;
}

/** @param {string} text */
function plainNumber(text) {
  const plain = text.trim().replaceAll("−", "-").replace(",", ".");
  return NUMBER.test(plain) ? Number(plain) : Number.NaN;
}

/**
 * A finite number within a limit, from a number or from what was typed.
 * @param {string} field
 * @param {unknown} value
 * @param {Limit} limit
 * @param {string} [called] its name for the reader, such as "weight from input 1 to the output"
 * @returns {number}
 */
export function numberWithin(field, value, limit, called = field) {
  const { minimum, maximum, whole = false } = limit;
  const number = typeof value === "string" ? typedNumber(value) : value;
  const kind = whole ? "a whole number" : "a number";
  const good =
    typeof number === "number" &&
    number >= minimum &&
    number <= maximum &&
    (!whole || Number.isInteger(number));
  if (!good) {
    const range = `from ${limitText(minimum)} to ${limitText(maximum)}`;
    const isNumber = Number.isFinite(number);
    const ways = whole || isNumber ? "" : ", such as 0.5, −.5, 1/3 or 1e-3";
    throw new Refused(field, `${title(called)} takes ${kind} ${range}${ways}.`);
  }
  return number;
}

/**
 * @param {string} field
 * @param {unknown} value
 * @param {readonly string[]} choices
 * @returns {string}
 */
export function oneOf(field, value, choices) {
  if (typeof value !== "string" || !choices.includes(value)) {
    throw new Refused(field, `${title(field)} is one of ${choices.join(", ")}.`);
  }
  return value;
}

/**
 * @param {string} field
 * @param {unknown} value
 * @returns {boolean}
 */
export function trueOrFalse(field, value) {
  if (typeof value !== "boolean") throw new Refused(field, `${title(field)} is true or false.`);
  return value;
}

/**
 * A list of the given length whose every value passes `check`. Typed arrays count as lists.
 * @template T
 * @param {string} field
 * @param {unknown} value
 * @param {{minimum: number, maximum: number}} length
 * @param {(field: string, value: unknown, index: number) => T} check
 * @returns {T[]}
 */
export function listOf(field, value, { minimum, maximum }, check) {
  const isList = Array.isArray(value) || ArrayBuffer.isView(value);
  const list = isList ? /** @type {ArrayLike<unknown>} */ (/** @type {unknown} */ (value)) : [];
  const count = isList ? list.length : -1;
  if (count < minimum || count > maximum) {
    const wanted = minimum === maximum ? `${minimum}` : `${minimum} to ${maximum}`;
    throw new Refused(field, `${title(field)} is a list of ${wanted} values.`);
  }
  return Array.from(list, (item, index) => check(`${field}[${index}]`, item, index));
}

/**
 * A field's name as a reader sees it: `learning_rate` is "Learning rate", `inputs[0]` is "Input 1".
 * @param {string} field
 */
function title(field) {
  const words = field
    .replaceAll("_", " ")
    .replace(/s?\[(\d+)\]/, (_, index) => ` ${Number(index) + 1}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** @param {number} end of a range */
const limitText = (end) =>
  Number.isInteger(end) ? countText(end).replace("-", "−") : numberText(end);
