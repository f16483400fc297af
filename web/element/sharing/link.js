/**
 * Links that hold a state: `v=1&figure=xor&hidden_units=3&…`. A page's link has one group of fields
 * for each of its figures that is not as it opened, and may begin with the section that is read:
 * `depth&v=1&figure=depth&…`. A group holds the whole state of its figure, so that it means the same
 * when a figure opens otherwise one day; one that was shortened by hand changes what it names.
 *
 * A link is text from anywhere: it is measured before it is taken apart. What it says of a figure is
 * put into types by that figure's own table, when its code is there, and checked by its own state.
 */

import { isFigure } from "../../figures/brought_kinds.js";
import { Refused } from "../../kit/fields/fields.js";
import { formsOf } from "../../kit/fields/link_forms.js";

/** @typedef {import("../../kit/fields/fields.js").Refusal} Refusal */
/** @typedef {import("../../kit/figure/figure_host.js").FigureKind} FigureKind */

/**
 * What a link says of one figure.
 * @typedef {object} LinkedFigure
 * @property {string} figure
 * @property {string} text this group alone, as it was written
 * @property {{name: string, value: string | null}[]} pairs null: a value that cannot be decoded
 */

/**
 * @typedef {object} Link
 * @property {string} place the section that is read; empty where the link names none
 * @property {LinkedFigure[]} figures
 * @property {Refusal[]} notes about the link as a whole
 */

export const VERSION = 1;
/** Nearly all of it may be a reader's examples. */
const LONGEST_LINK = 90_000;
const LONGEST_NAME = 40;
/** A state has at most half as many fields; a page at most as many figures. */
const MOST_PAIRS = 600;

/**
 * The group of fields that says what a figure shows.
 * @param {FigureKind} kind
 * @param {object} state as its `getState` gives it
 */
export function figureText({ name: figure, link, linkedFields }, state) {
  const table = formsOf(link);
  const values = /** @type {Record<string, unknown>} */ (state);
  const names = linkedFields ? linkedFields(state) : Object.keys(table);
  const pairs = names.map((name) => [name, table[name].write(values[name])]);
  const said = pairs.filter(([, text]) => text !== null).map((pair) => pair.join("="));
  return [`figure=${figure}`, ...said].join("&");
}

/**
 * @param {string[]} figures their texts
 * @param {string} [place] the section that is read
 */
export function linkText(figures, place = "") {
  const parts = figures.length > 0 ? [`v=${VERSION}`, ...figures] : [];
  return (place ? [place, ...parts] : parts).join("&");
}

/**
 * Takes a link apart. Never throws: whatever is wrong is in the notes.
 * @param {string} text without its `#`
 * @param {string | null} [figure] whose fields those are that come before any `figure=`
 * @returns {Link}
 */
export function readLink(text, figure = null) {
  /** @type {Link} */
  const link = { place: "", figures: [], notes: [] };
  if (text.length > LONGEST_LINK) {
    const message = `The link is longer than ${LONGEST_LINK} characters, and was not read.`;
    return { ...link, notes: [{ field: "link", message }] };
  }
  const pairs = text.split("&", MOST_PAIRS + 1);
  if (pairs.length > MOST_PAIRS) {
    const message = `The link has more than ${MOST_PAIRS} fields, and was not read.`;
    return { ...link, notes: [{ field: "link", message }] };
  }
  let group = figure === null ? null : emptyGroup(figure);
  for (const [index, pair] of pairs.entries()) {
    const cut = pair.indexOf("=");
    const name = pair.slice(0, Math.max(0, cut));
    const value = decoded(pair.slice(cut + 1));
    if (cut < 0) link.place = index === 0 ? (value ?? "") : link.place;
    else if (name === "v") link.notes.push(...versionNotes(value));
    else if (name === "figure") group = begun(link, value);
    else if (group) {
      if (!link.figures.includes(group)) link.figures.push(group);
      group.text += `&${pair}`;
      group.pairs.push({ name, value });
    }
  }
  return link;
}

/**
 * The fields that a group sets, good in form but not yet checked; and what was left out, and why.
 * @param {FigureKind["link"]} link the table of the group's figure
 * @param {LinkedFigure["pairs"]} pairs
 */
export function readFields(link, pairs) {
  const table = formsOf(link);
  /** @type {Record<string, unknown>} */
  const fields = {};
  /** @type {Refusal[]} */
  const notes = [];
  for (const { name, value } of pairs) {
    const refuse = (/** @type {string} */ message) =>
      notes.push({ field: name.slice(0, LONGEST_NAME), message });
    if (!Object.hasOwn(table, name)) {
      refuse(`${shown(name)} is no field of this figure, and was left out.`);
    } else if (Object.hasOwn(fields, name)) refuse(`${name} is said twice; the first counts.`);
    else if (value === null) refuse(`${name} cannot be read.`);
    else {
      try {
        fields[name] = table[name].read(name, value);
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        refuse(error.message);
      }
    }
  }
  return { fields, notes };
}

/**
 * @param {string} figure
 * @returns {LinkedFigure}
 */
const emptyGroup = (figure) => ({ figure, text: `figure=${figure}`, pairs: [] });

/**
 * The group of a figure that the link comes to; null where there is no such figure to be set.
 * @param {Link} link
 * @param {string | null} figure
 */
function begun(link, figure) {
  const isKnown = figure !== null && isFigure(figure);
  const isSaid = link.figures.some((group) => group.figure === figure);
  if (!isKnown || isSaid) {
    const wrong = isKnown ? "is there twice; the first counts" : "is not known here";
    link.notes.push({ field: "figure", message: `The link’s figure ${shown(figure)} ${wrong}.` });
    return null;
  }
  const group = emptyGroup(figure);
  link.figures.push(group);
  return group;
}

/**
 * @param {string | null} value
 * @returns {Refusal[]}
 */
function versionNotes(value) {
  const version = Number(value);
  if (Number.isInteger(version) && version >= 1 && version <= VERSION) return [];
  const message = `The link is of version ${shown(value)}; it is read as one of version ${VERSION}.`;
  return [{ field: "v", message }];
}

/**
 * @param {string} text
 * @returns {string | null} null where it is no text in percent-encoding
 */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/**
 * As much of a text from a link as a note can show.
 * @param {string | null} text
 */
const shown = (text) => `“${(text ?? "").slice(0, LONGEST_NAME)}”`;
