/**
 * How a value is written in a link, and read back: `0.5`, `true`, `sigmoid,tanh`. A number is the
 * shortest decimal that reads back as the same float64, and a long list of numbers is `~` and the
 * base64url of its float64s. A value that cannot be written, such as an infinite number, is left out of
 * the link. Reading only gives a value its type; the figure's state checks it.
 */

import { Refused, typedNumber } from "./fields.js";

/** @import { WeightAddress } from "../../contract/messages.js" */

/**
 * @template Value
 * @typedef {object} LinkForm
 * @property {(value: Value | null) => string | null} write null: the link leaves the value out
 * @property {(field: string, text: string) => unknown} read a value that the figure still has to
 *   check; throws `Refused` where the text has another form
 */

/**
 * The form of every field of a figure's state that a link carries, in the order in which they are set.
 * @template State
 * @typedef {{[Field in keyof State]-?: LinkForm<NonNullable<State[Field]>>}} LinkTable
 */

/**
 * The forms of a figure's fields by name, for code that does not know the figure's state.
 * @param {object} table a `LinkTable`
 */
export const formsOf = (table) => /** @type {Record<string, LinkForm<unknown>>} */ (table);

/** The longest list that most fields hold: a network of 5 layers of 8 units has 328 parameters. */
const LONGEST_LIST = 512;
/** Decimals up to this many letters stay readable; longer lists are packed where that is shorter. */
const READABLE = 64;
const NONE = "none";
const NUMBER_BYTES = 8;

/** @type {LinkForm<number>} */
export const number = {
  write: (value) => {
    if (!Number.isFinite(value)) return null;
    // Some programs that pass links on read a plus sign as a space.
    return Object.is(value, -0) ? "-0" : String(value).replace("e+", "e");
  },
  read: (field, text) => {
    const value = typedNumber(text);
    if (!Number.isFinite(value)) throw unreadable(field, "is no number");
    return value;
  },
};

/** @type {LinkForm<boolean>} */
export const flag = {
  write: (value) => (typeof value === "boolean" ? String(value) : null),
  read: (field, text) => {
    if (text !== "true" && text !== "false") throw unreadable(field, "is neither true nor false");
    return text === "true";
  },
};

/** @type {LinkForm<string>} */
export const word = {
  write: (value) => (typeof value === "string" && /^[\w.-]+$/.test(value) ? value : null),
  read: (_, text) => text,
};

/** Half of a sign that UTF-16 writes in two: no address can hold it. */
const HALF_SIGN = /\p{Surrogate}/u;

/**
 * Any text, its signs written so that a link keeps them.
 * @type {LinkForm<string>}
 */
export const text = {
  write: (value) =>
    typeof value === "string" && !HALF_SIGN.test(value) ? encodeURIComponent(value) : null,
  read: (field, written) => {
    if (HALF_SIGN.test(written)) throw unreadable(field, "has half a sign in it");
    return written;
  },
};

/**
 * A value that may be null, which is written as `none`.
 * @template Value
 * @param {LinkForm<Value>} form
 * @returns {LinkForm<Value>}
 */
export const orNone = (form) => ({
  write: (value) => (value === null ? NONE : form.write(value)),
  read: (field, text) => (text === NONE ? null : form.read(field, text)),
});

/**
 * @template Item
 * @param {LinkForm<Item>} form of an item; its text contains no comma
 * @param {number} [longest]
 * @returns {LinkForm<ArrayLike<Item>>}
 */
export const listOf = (form, longest = LONGEST_LIST) => ({
  write: (value) => {
    const items = value ? Array.from(value, (item) => form.write(item)) : [null];
    return items.includes(null) ? null : items.join(",");
  },
  read: (field, text) => {
    if (text === "") return [];
    const items = text.split(",", longest + 1);
    if (items.length > longest) throw unreadable(field, `is a list of more than ${longest}`);
    return items.map((item, index) => form.read(`${field}[${index}]`, item));
  },
});

/**
 * @param {number} longest
 * @returns {LinkForm<ArrayLike<number>>}
 */
export const numbersUpTo = (longest) => {
  const decimals = listOf(number, longest);
  return {
    write: (value) => {
      const plain = decimals.write(value);
      if (!value || plain === null || plain.length <= READABLE) return plain;
      const short = packed(value);
      return short.length < plain.length ? short : plain;
    },
    read: (field, text) =>
      text.startsWith("~") ? unpacked(field, text.slice(1), longest) : decimals.read(field, text),
  };
};

export const numbers = numbersUpTo(LONGEST_LIST);

/**
 * A weight as `layer,source,target`; a bias has no source.
 * @type {LinkForm<WeightAddress>}
 */
export const address = {
  write: (value) => (value ? [value.layer, value.source ?? NONE, value.target].join(",") : null),
  read: (field, text) => {
    const [layer, source, target, ...rest] = text.split(",", 4);
    if (target === undefined || rest.length > 0) {
      throw unreadable(field, "is not layer, source and target");
    }
    const at = (/** @type {string} */ part) => number.read(field, part);
    return { layer: at(layer), source: source === NONE ? null : at(source), target: at(target) };
  },
};

/**
 * A list of plain objects, as JSON; an empty one is left out.
 * @type {LinkForm<object[]>}
 */
export const objects = {
  write: (value) => (value && value.length > 0 ? encodeURIComponent(JSON.stringify(value)) : null),
  read: (field, text) => {
    try {
      return JSON.parse(text);
    } catch {
      throw unreadable(field, "is no list in JSON");
    }
  },
};

/** @param {ArrayLike<number>} list */
function packed(list) {
  const view = new DataView(new ArrayBuffer(list.length * NUMBER_BYTES));
  for (let i = 0; i < list.length; i++) view.setFloat64(i * NUMBER_BYTES, list[i], true);
  const bytes = String.fromCharCode(...new Uint8Array(view.buffer));
  return `~${btoa(bytes).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "")}`;
}

/**
 * @param {string} field
 * @param {string} text base64url
 * @param {number} longest
 */
function unpacked(field, text, longest) {
  const size = Math.floor((text.length * 3) / 4);
  const isWhole = size % NUMBER_BYTES === 0 && text.length === Math.ceil((size * 4) / 3);
  if (!isWhole || size > longest * NUMBER_BYTES || !/^[\w-]*$/.test(text)) {
    throw unreadable(field, "is no packed list of numbers");
  }
  const bytes = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  const view = new DataView(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)).buffer);
  return Array.from({ length: size / NUMBER_BYTES }, (_, index) => {
    const value = view.getFloat64(index * NUMBER_BYTES, true);
    if (!Number.isFinite(value)) throw unreadable(`${field}[${index}]`, "is no number");
    return value;
  });
}

/**
 * @param {string} field
 * @param {string} wrong the end of a sentence
 */
export function unreadable(field, wrong) {
  return new Refused(field, `${field} ${wrong}.`);
}
