/** What the figure on the pulls of examples asks, and what it is answered. Types only. */

/** @import { Formula } from "../../contract/messages.js" */

/** @typedef {{kind: "pulls", weight: number, seed: number}} PullsMessage weight: its index in the flat vector */

/**
 * Lists go over the kept epochs. A pull is −(1/n) ∂E_k/∂w.
 * @typedef {object} PullsResult
 * @property {"pulls"} kind
 * @property {{index: number, symbol: string, name: string}} weight
 * @property {string[]} choices the names of all weights
 * @property {{name: string, target: number}[]} examples
 * @property {number[]} epochs
 * @property {number[]} losses
 * @property {number[]} weights the weight's own value
 * @property {number[][]} pulls one for each example
 * @property {number[]} sums
 * @property {number[]} left |sum| over the sum of all sizes, 0 to 1
 * @property {boolean[]} tug whether little is left: the examples pull against each other
 * @property {number | null} plateau index in the middle of the tug-of-war
 * @property {string[]} sentences
 * @property {Formula[]} equations
 * @property {string} ended why the run ended
 */

export {};
