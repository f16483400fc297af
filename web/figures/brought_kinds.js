/**
 * The kinds of figures that the page's scripts brought: all of them, or those that a bundler's project
 * imports by name.
 */

/** @import { FigureKind, Load, Recorded } from "../kit/figure/figure_host.js" */

/** @type {Record<string, () => Promise<FigureKind>>} */
const brought = {};

/** What a figure is where its `figure` attribute says nothing, if that was brought. */
const USUAL = "network";

/** @param {Record<string, () => Promise<FigureKind>>} kinds by their names */
export function bringKinds(kinds) {
  Object.assign(brought, kinds);
}

/** @returns {string[]} their names, the usual one first */
export function broughtFigures() {
  const names = Object.keys(brought);
  return names.includes(USUAL) ? [USUAL, ...names.filter((name) => name !== USUAL)] : names;
}

/** @param {string} name */
export const isFigure = (name) => Object.hasOwn(brought, name);

/**
 * @param {string} name one of those that were brought
 * @returns {Promise<FigureKind>} rejects with a Failure when the code cannot be fetched
 */
export function loadKind(name) {
  return brought[name]();
}

/**
 * What the build recorded for a figure of this kind.
 * @param {FigureKind} kind
 * @param {string | null} preset the `preset` attribute
 * @param {Load} load
 * @returns {Promise<Recorded>}
 */
export async function recordedFor(kind, preset, load) {
  if (kind.load) return kind.load(preset, load);
  return /** @type {Recorded} */ (await load(kind.name));
}
