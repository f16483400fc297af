/** Weights that a reader brings. Types only. */

/** @import { NetworkSpec } from "../../../contract/messages.js" */

/**
 * @typedef {object} WeightsMessage
 * @property {"weights"} kind
 * @property {string} [text] a `state_dict`, arrays, lists or a saved network; or
 * @property {string} [base64] the bytes of a `.safetensors` file
 * @property {string | null} [rows] what a row of a matrix stands for, `outputs` or `inputs`, where it was asked
 * @property {NetworkSpec} network the one that is shown
 */

/**
 * @typedef {object} WeightsResult
 * @property {"weights"} kind
 * @property {NetworkSpec | null} network null: a question has to be answered first
 * @property {string} sentence what was read and what was assumed, or the question
 * @property {RowsChoice[]} choices the answers to the question
 */

/**
 * @typedef {object} RowsChoice
 * @property {string} rows as in the message
 * @property {string} title
 * @property {string} example what it means for the first row
 */

export {};
