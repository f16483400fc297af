/**
 * A figure's state as a table of fields: each has a check that returns a good value or throws `Refused`,
 * and says whether a new value of it makes what was computed so far worthless.
 */

import { numberWithin, oneOf, Refused, refusalOf, trueOrFalse } from "./fields.js";

/** @import { Limit, Refusal } from "./fields.js" */

/**
 * @typedef {object} TableField
 * @property {string} name
 * @property {boolean} restarts a new value of it begins anew
 * @property {(value: unknown) => unknown} check
 * @property {readonly string[]} [choices]
 * @property {Limit} [limit]
 */

/**
 * @param {string} name
 * @param {Limit | undefined} limit
 * @param {boolean} [restarts]
 * @returns {TableField}
 */
export function numberField(name, limit, restarts = false) {
  if (!limit) throw new Error(`The engine names no limit for ${name}`);
  return { name, restarts, limit, check: (value) => numberWithin(name, value, limit) };
}

/**
 * @param {string} name
 * @param {readonly string[]} choices
 * @param {boolean} [restarts]
 * @returns {TableField}
 */
export function choiceField(name, choices, restarts = false) {
  return { name, restarts, choices, check: (value) => oneOf(name, value, choices) };
}

/**
 * @param {string} name
 * @param {boolean} [restarts]
 * @returns {TableField}
 */
export function flagField(name, restarts = false) {
  return { name, restarts, check: (value) => trueOrFalse(name, value) };
}

/**
 * The state with the good values of `partial`, the refusals of the bad, and whether it begins anew.
 * @template {object} State
 * @param {State} state
 * @param {Record<string, unknown>} partial
 * @param {readonly TableField[]} fields
 * @returns {{state: State, refused: Refusal[], restarts: boolean}}
 */
export function withTableValues(state, partial, fields) {
  let restarts = false;
  const taken = withChanges(state, partial, (now, name, value) => {
    const field = fields.find((candidate) => candidate.name === name);
    if (!field) throw unknownField(name);
    const good = field.check(value);
    restarts ||= field.restarts && good !== /** @type {Record<string, unknown>} */ (now)[name];
    return /** @type {Partial<State>} */ ({ [name]: good });
  });
  return { ...taken, restarts };
}

/**
 * The state after the fields of `partial` were set one after the other. A bad value is refused by the name
 * of its field and changes nothing.
 * @template {object} State
 * @param {State} state
 * @param {Record<string, unknown>} partial
 * @param {(state: State, field: string, value: unknown) => Partial<State>} change what a value changes;
 *   throws `Refused` for a bad one
 * @returns {{state: State, refused: Refusal[]}}
 */
export function withChanges(state, partial, change) {
  /** @type {Refusal[]} */
  const refused = [];
  let next = state;
  for (const [field, value] of Object.entries(partial)) {
    try {
      next = { ...next, ...change(next, field, value) };
    } catch (error) {
      refused.push(refusalOf(error));
    }
  }
  return { state: next, refused };
}

/**
 * The next seed, and the first one after the last.
 * @param {readonly TableField[]} fields
 * @param {number} seed
 */
export function nextSeed(fields, seed) {
  const limit = fields.find(({ name }) => name === "seed")?.limit;
  return limit && seed >= limit.maximum ? limit.minimum : seed + 1;
}

/**
 * The refusal of a field that the figure does not have.
 * @param {string} field
 */
export const unknownField = (field) =>
  new Refused(field, `The figure has no field called ${field}.`);
