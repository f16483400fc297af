/** What the figure `slopes` is showing, and every way in which that changes. */

import { choiceField, numberField, withTableValues } from "../../kit/fields/field_table.js";
import { number, word } from "../../kit/fields/link_forms.js";

/** @import { DescribeResult } from "../../contract/messages.js" */
/** @import { SlopesMessage } from "./slopes_messages.js" */

/** In the order in which one meets them. */
export const FUNCTIONS = /** @type {const} */ ([
  "square",
  "line",
  "squared_line",
  "two_weights",
  "sigmoid",
  "relu",
]);

/** @typedef {Omit<SlopesMessage, "kind">} SlopesState */

/** @type {import("../../kit/fields/link_forms.js").LinkTable<SlopesState>} */
export const slopesLink = { function: word, x: number, held: number, nudge: number };

/**
 * @param {SlopesMessage} message the opening
 * @returns {SlopesState}
 */
export const slopesState = ({ kind: _, ...state }) => state;

/**
 * @param {SlopesState} state
 * @returns {SlopesMessage}
 */
export const slopesMessage = (state) => ({ kind: "slopes", ...state });

/**
 * The state with some fields set, and those refused.
 * @param {SlopesState} state
 * @param {Record<string, unknown>} partial
 * @param {DescribeResult} describe
 */
export function withSlopesFields(state, partial, { limits }) {
  const fields = [
    choiceField("function", FUNCTIONS),
    numberField("x", limits.slopes_x),
    numberField("held", limits.slopes_held),
    numberField("nudge", limits.slopes_nudge),
  ];
  return withTableValues(state, partial, fields);
}
