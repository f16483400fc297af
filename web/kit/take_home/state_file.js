/**
 * A figure's state as a file. What comes back is measured and looked at here as a whole; its fields
 * are checked one by one by the figure itself.
 */

import { formsOf } from "../fields/link_forms.js";
import { words } from "./take_home_words.js";

const VERSION = 1;
const MOST_BYTES = 1_000_000;

/** Why a file holds no state for this figure, in a sentence for the reader. */
export class UnreadableState extends Error {}

/**
 * The fields that a link holds too; not the name of a preset, but all that is in it, so that whoever
 * changes a number in the file gets what the file says.
 * @param {string} figure
 * @param {object} link the figure's own table
 * @param {object} state
 */
export function stateText(figure, link, state) {
  const values = /** @type {Record<string, unknown>} */ (state);
  const told = Object.entries(formsOf(link))
    .filter(([name, { write }]) => name !== "preset" && write(values[name]) !== null)
    .map(([name]) => [name, values[name]]);
  const file = { figure, version: VERSION, state: Object.fromEntries(told) };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/**
 * @param {string} figure the one that reads it
 * @param {Blob} file
 * @returns {Promise<Record<string, unknown>>} the fields of the state, not yet checked
 * @throws {UnreadableState}
 */
export async function readStateFile(figure, file) {
  if (file.size > MOST_BYTES) throw new UnreadableState(words.tooLarge);
  const { figure: there, state } = Object(parsed(await file.text()));
  const isState = typeof state === "object" && state !== null && !Array.isArray(state);
  if (typeof there !== "string" || !isState) throw new UnreadableState(words.notState);
  if (there !== figure) throw new UnreadableState(words.otherFigure(figure, there.slice(0, 40)));
  return state;
}

/** @param {string} text */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    throw new UnreadableState(words.notJson);
  }
}
