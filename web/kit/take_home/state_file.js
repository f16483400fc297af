/**
 * A figure's state as a file. A file that comes back is checked as a whole here; the figure checks its
 * fields one by one.
 */

import { formsOf } from "../fields/link_forms.js";
import { words } from "./take_home_words.js";

const VERSION = 1;
const MOST_BYTES = 1_000_000;

/** Why a file holds no state for this figure, in a sentence for the reader. */
export class UnreadableState extends Error {}

/**
 * The same fields as in a link, except the name of a preset: its network is written out, so that a number
 * changed in the file takes effect.
 * @param {string} figure
 * @param {object} link the figure's own table
 * @param {object} state
 */
export function stateText(figure, link, state) {
  const values = /** @type {Record<string, unknown>} */ (state);
  const fields = Object.entries(formsOf(link))
    .filter(([name, { write }]) => name !== "preset" && write(values[name]) !== null)
    .map(([name]) => [name, values[name]]);
  const file = { figure, version: VERSION, state: Object.fromEntries(fields) };
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
  return readState(figure, await file.text());
}

/**
 * @param {string} figure the one that reads it
 * @param {string} text
 * @returns {Record<string, unknown>} the fields of the state, not yet checked
 * @throws {UnreadableState}
 */
export function readState(figure, text) {
  const { figure: there, state } = Object(parsed(text));
  const isState = typeof state === "object" && state !== null && !Array.isArray(state);
  if (typeof there !== "string" || !isState) throw new UnreadableState(words.notState);
  if (there !== figure) throw new UnreadableState(words.otherFigure(figure, there.slice(0, 40)));
  return state;
}

/**
 * The sentences with which a figure refuses fields while an action runs.
 * @param {import("../figure/figure_host.js").FigureHost} host
 * @param {() => void} action
 */
export function refusalsOf(host, action) {
  /** @type {string[]} */
  const refused = [];
  const element = host.shadowRoot?.host;
  const hear = (/** @type {Event} */ event) =>
    refused.push(/** @type {CustomEvent} */ (event).detail.message);
  element?.addEventListener("backprop-error", hear);
  try {
    action();
  } finally {
    element?.removeEventListener("backprop-error", hear);
  }
  return refused;
}

/** @param {string} text */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    throw new UnreadableState(words.notJson);
  }
}
