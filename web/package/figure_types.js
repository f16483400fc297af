/**
 * The element as outside callers know it. Types only; this file runs nothing.
 */

/**
 * `<backprop-figure>`. Its attributes are properties too.
 * @typedef {HTMLElement & FigureMembers} FigureElement
 */

/**
 * @typedef {object} FigureMembers
 * @property {string} figure a `FigureName`
 * @property {string | null} preset a network to begin with
 * @property {string | null} state a link's text, or some of its fields
 * @property {string | null} heading
 * @property {boolean} predict gradients are to be guessed before they are shown
 * @property {boolean} code the code panel is open, in figures that have one
 * @property {string | null} starts when Python starts: at `load`, at the first `interaction`, or,
 *   when null, in view (the attribute is `start`)
 * @property {string | null} files the folder with the package's `files`, where no plugin names it
 * @property {() => Promise<void>} whenReady fulfilled when the figure shows what Python computed;
 *   starts Python
 * @property {() => Record<string, any>} getState what the figure is showing, as plain data; empty
 *   before it has loaded
 * @property {(fields: Record<string, unknown>) => void} setState changes some fields; each bad one
 *   fires `backprop-error` with its name
 * @property {() => Record<string, any> | null} inspect the current result as plain data
 * @property {(count?: number) => void} step so many steps on, or back when negative
 * @property {() => void} destroy ends the figure for good
 */

/**
 * What is told with the events of an element. They bubble, out of shadow roots too.
 * @typedef {object} FigureEventMap
 * @property {CustomEvent<Record<string, never>>} backprop-ready the first answer of Python is shown
 * @property {CustomEvent<{state: Record<string, any>}>} backprop-change something was changed
 * @property {CustomEvent<FigureProblem>} backprop-error a value was refused, or Python is lost
 */

/**
 * @typedef {object} FigureProblem
 * @property {string} message one sentence
 * @property {string} [field] the field whose value was refused
 * @property {import("../contract/engine_status.js").Reason} [reason] why Python is lost
 */

export {};
