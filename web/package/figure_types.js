/**
 * The element as outside callers know it. Types only; this file runs nothing.
 */

/** @typedef {import("../element/attributes/attributes.js").Theme} Theme */
/** @typedef {import("../element/attributes/attributes.js").Controls} Controls */
/** @typedef {import("../element/attributes/attributes.js").Start} Start */
/** @typedef {import("../element/attributes/attributes.js").Layout} Layout */
/** @typedef {import("../element/attributes/attributes.js").Fit} Fit */

/**
 * `<backprop-figure>`. Its attributes are properties too, to be set, changed and read at any time.
 * @typedef {HTMLElement & FigureMembers} FigureElement
 */

/**
 * @typedef {object} FigureMembers
 * @property {import("./figure_names.js").FigureName} figure which figure it is; `network` where nothing else is said
 * @property {string | null} preset a network to begin with, in `network` and `walk`
 * @property {string | null} state a link's text, or some of its fields, to open with
 * @property {string | null} files the folder with the package's `files`, where no plugin names it
 * @property {string | null} heading a title above the figure, in the language of the page
 * @property {Theme} theme `auto` follows the page
 * @property {Controls} controls `hidden` leaves the picture alone
 * @property {Start} start when Python starts: in view, at the first interaction, or at load
 * @property {Layout} layout `compact` shows the picture and its controls; panels come when asked for
 * @property {Fit} fit `height` fills the height of its place, compact
 * @property {boolean} predict gradients are to be guessed before they are shown
 * @property {boolean} code the code panel is open, in figures that have one
 * @property {() => Promise<void>} whenReady fulfilled when the figure shows what Python computed;
 *   starts Python; rejects when there will be none
 * @property {() => Record<string, any>} getState what the figure is showing, as plain data; empty
 *   before it has loaded
 * @property {(fields: Record<string, unknown>) => void} setState changes some fields; each bad one
 *   fires `backprop-error` with its name
 * @property {() => Record<string, any> | null} inspect the current result as plain data
 * @property {(count?: number) => void} step so many steps on, or back when negative
 * @property {() => void} destroy lets go at once of all that the figure holds; the element stays where
 *   it is, and opens anew if its page does not remove it within the present task
 */

/**
 * What is told with the events of an element. They bubble, out of shadow roots too.
 * @typedef {object} FigureEventMap
 * @property {CustomEvent<Record<string, never>>} backprop-ready the first answer of Python is shown
 * @property {CustomEvent<{state: Record<string, any>}>} backprop-change something was changed
 * @property {CustomEvent<{figure: string, state: Record<string, any>}>} backprop-open a figure hands what
 *   it shows to one of another kind; a page that shows it there calls `preventDefault`
 * @property {CustomEvent<FigureProblem>} backprop-error a value was refused, or Python is lost
 */

/**
 * @typedef {object} FigureProblem
 * @property {string} message one sentence
 * @property {string} [field] the field whose value was refused
 * @property {import("../contract/engine_status.js").Reason} [reason] why Python is lost
 */

export {};
