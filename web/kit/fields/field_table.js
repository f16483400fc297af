/**
 * A figure's state as a table of fields: each has a check that gives back a good value or throws
 * `Refused`, and says whether another value of it makes what was computed so far another's.
 */

import { numberWithin, oneOf, refusalOf, trueOrFalse } from "./fields.js";

/**
 * @typedef {object} TableField
 * @property {string} name
 * @property {boolean} restarts another value of it begins anew
 * @property {(value: unknown) => unknown} check
 * @property {readonly string[]} [choices]
 * @property {import("./fields.js").Limit} [limit]
 */

/**
 * @param {string} name
 * @param {import("./fields.js").Limit | undefined} limit
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
 * @returns {{state: State, refusals: {field: string, message: string}[], restarts: boolean}}
 */
export function withTableValues(state, partial, fields) {
  const next = /** @type {Record<string, unknown>} */ ({ ...state });
  const refusals = [];
  let restarts = false;
  for (const [name, value] of Object.entries(partial)) {
    const field = fields.find((candidate) => candidate.name === name);
    if (!field) {
      refusals.push({ field: name, message: `The figure has no field called ${name}.` });
      continue;
    }
    try {
      const good = field.check(value);
      restarts ||= field.restarts && good !== next[name];
      next[name] = good;
    } catch (error) {
      refusals.push(refusalOf(error));
    }
  }
  return { state: /** @type {State} */ (next), refusals, restarts };
}
