/** What an author may write on a `<backprop-figure>`: one list for all who have to know it. */

import { broughtFigures } from "../../figures/brought_kinds.js";

export const THEMES = /** @type {const} */ (["auto", "light", "dark"]);
export const CONTROLS = /** @type {const} */ (["shown", "hidden"]);
export const STARTS = /** @type {const} */ (["view", "interaction", "load"]);
export const LAYOUTS = /** @type {const} */ (["full", "compact"]);
export const FITS = /** @type {const} */ (["width", "height"]);

/** @typedef {(typeof THEMES)[number]} Theme */
/** @typedef {(typeof CONTROLS)[number]} Controls */
/** @typedef {(typeof STARTS)[number]} Start */
/** @typedef {(typeof LAYOUTS)[number]} Layout */
/** @typedef {(typeof FITS)[number]} Fit */

/** @type {Readonly<Record<string, readonly string[]>>} */
const CHOICES = {
  theme: THEMES,
  controls: CONTROLS,
  start: STARTS,
  layout: LAYOUTS,
  fit: FITS,
};

/** Attributes that take one of some words. */
export const CHOSEN = ["figure", ...Object.keys(CHOICES)];

/**
 * The words that such an attribute takes; the first is meant where the author writes none. Of figures
 * those that the page's scripts brought.
 * @param {string} name
 * @returns {readonly string[]}
 */
export const choicesOf = (name) => (name === "figure" ? broughtFigures() : CHOICES[name]);

/** Attributes that are there or not; `false` counts as not, for those who can only write a text. */
export const FLAGS = ["predict", "code"];

/** Attributes that say what a figure opens with: it opens anew when one of them is set. */
export const OPENING = ["figure", "preset", "state", "files"];

export const ATTRIBUTES = [...OPENING, "heading", ...Object.keys(CHOICES), ...FLAGS];

/**
 * Whether a flag is set, by its attribute's text.
 * @param {string | null} text null where there is no such attribute
 */
export const isSet = (text) => text !== null && text !== "false";

/**
 * Whether a text can be an address, as seen from the page.
 * @param {string} text
 */
export const isAddress = (text) => URL.canParse(text, document.baseURI);
