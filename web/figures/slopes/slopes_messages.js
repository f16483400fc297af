/** What the figure `slopes` asks of `py/backprop/figures/slopes`, and what it is told. Types only. */

/** @import { Formula } from "../../contract/messages.js" */

/**
 * @typedef {object} SlopesMessage
 * @property {"slopes"} kind
 * @property {string} function
 * @property {number} x
 * @property {number} held w₂, which is held while w₁ is nudged
 * @property {number} nudge which of the nudges is drawn
 */

/**
 * A quantity on the way of the nudge, from what goes in to what comes out.
 * @typedef {object} PassedNudge
 * @property {string} symbol
 * @property {string} before
 * @property {string} after
 * @property {string} change
 * @property {string | null} slope of the operation that it came out of
 */

/**
 * @typedef {object} NudgeRow
 * @property {number} nudge
 * @property {number} change
 * @property {number} ratio how many times the nudge the change is
 * @property {{nudge: string, change: string, ratio: string}} texts
 */

/** @typedef {{x: number[], y: number[]}} Curve */

/**
 * @typedef {object} SlopesResult
 * @property {"slopes"} kind
 * @property {number} value
 * @property {number} slope
 * @property {{x: string, result: string, function: string, slope: string}} texts
 * @property {{x: number, value: number}} nudged
 * @property {{x: [number, number], y: [number, number], curve: Curve, tangent: Curve}} view
 * @property {PassedNudge[]} passed
 * @property {NudgeRow[]} nudges
 * @property {{formula: Formula, substituted: Formula | null, value: number}[]} equations
 * @property {string} sentence
 */

export {};
