/**
 * Checks for the fields of a figure's state. A check takes anything and gives back a good value, or
 * throws `Refused` with the field's name and a sentence for the reader. The ranges are the engine's.
 */

/** @typedef {{minimum: number, maximum: number, whole?: boolean}} Limit */

/**
 * A value that was not taken, and why, in a sentence for the reader.
 * @typedef {{field: string, message: string}} Refusal
 */

/** A value that a field does not take. */
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

/** Every digit can be read in one way only, so a long text takes no longer than its length. */
const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;

/** Enough for every number that a page can hold, written out without an exponent. */
const LONGEST_NUMBER = 400;

/**
 * The number that a reader typed, or NaN. Takes a real minus sign and a decimal comma. A text that is
 * too long to be a number is not looked at.
 * @param {string} text
 */
export function typedNumber(text) {
  if (text.length > LONGEST_NUMBER) return Number.NaN;
  const plain = text.trim().replace("−", "-").replace(",", ".");
  return NUMBER.test(plain) ? Number(plain) : Number.NaN;
}

/**
 * A finite number within a limit, from a number or from what was typed.
 * @param {string} field
 * @param {unknown} value
 * @param {Limit} limit
 * @returns {number}
 */
export function numberWithin(field, value, { minimum, maximum, whole = false }) {
  const number = typeof value === "string" ? typedNumber(value) : value;
  const kind = whole ? "a whole number" : "a number";
  const good =
    typeof number === "number" &&
    number >= minimum &&
    number <= maximum &&
    (!whole || Number.isInteger(number));
  if (!good) {
    throw new Refused(field, `${title(field)} takes ${kind} from ${minimum} to ${maximum}.`);
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
 * A list of so many values, each good by `check`. Typed arrays count as lists.
 * @template T
 * @param {string} field
 * @param {unknown} value
 * @param {{minimum: number, maximum: number}} length
 * @param {(field: string, value: unknown) => T} check
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
  return Array.from(list, (item, index) => check(`${field}[${index}]`, item));
}

/**
 * A field's name as a reader sees it: `learning_rate` is "Learning rate".
 * @param {string} field
 */
function title(field) {
  const words = field.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
