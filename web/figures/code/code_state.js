/** What the figure `code` is showing, and every way in which that changes. */

import { numberField, withTableValues } from "../../kit/fields/field_table.js";
import { oneOf, Refused, trueOrFalse } from "../../kit/fields/fields.js";
import { flag, number, text, word } from "../../kit/fields/link_forms.js";

/** @import { CodeMessage } from "./code_messages.js" */

/** Characters of a program: as many as are judged. */
export const MOST_CHARACTERS = 20_000;
const HINTS = { minimum: 0, maximum: 3, integer: true };

/**
 * @typedef {object} CodeState
 * @property {string} task
 * @property {string | null} program null: the one to begin with
 * @property {number} hints how many are shown
 * @property {boolean} solution it is shown
 */

/** @type {import("../../kit/fields/link_forms.js").LinkTable<CodeState>} */
export const codeLink = { task: word, program: text, hints: number, solution: flag };

/**
 * @param {CodeMessage} message the opening
 * @returns {CodeState}
 */
export const codeState = ({ task }) => ({ task, program: null, hints: 0, solution: false });

/**
 * @param {CodeState} state
 * @returns {CodeMessage}
 */
export const codeMessage = ({ task }) => ({ kind: "code", task });

/**
 * The state with some fields set, and those refused. Another task begins anew.
 * @param {CodeState} state
 * @param {Record<string, unknown>} partial
 * @param {string[]} tasks
 */
export function withCodeFields(state, partial, tasks) {
  const isOther =
    partial.task !== undefined &&
    partial.task !== state.task &&
    tasks.includes(String(partial.task));
  const before = isOther ? codeState({ kind: "code", task: state.task }) : state;
  return withTableValues(before, partial, [
    { name: "task", restarts: true, choices: tasks, check: (value) => oneOf("task", value, tasks) },
    { name: "program", restarts: false, check: checkedProgram },
    numberField("hints", HINTS),
    { name: "solution", restarts: false, check: (value) => trueOrFalse("solution", value) },
  ]);
}

/** @param {unknown} value */
function checkedProgram(value) {
  if (value === null) return null;
  if (typeof value !== "string" || value.length > MOST_CHARACTERS) {
    throw new Refused("program", `program takes a text of at most ${MOST_CHARACTERS} characters.`);
  }
  return value.replaceAll("\r\n", "\n");
}
