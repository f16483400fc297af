/**
 * Credit assignment by shares. Types only. Places in its formulas:
 * `share:<source>-<target>` and `blame:<node>`.
 */

/** @import { Formula } from "../../contract/messages.js" */

/**
 * @typedef {object} BlameMessage
 * @property {"blame"} kind
 * @property {number[]} shares of the six links, each 0 to 1, in the order of the result's `links`
 */

/** @typedef {{name: string, source: string, target: string, share: number, percent: string}} BlameLink */

/**
 * @typedef {object} Blame
 * @property {Record<string, number>} nodes blame of each, the outcome's being 1
 * @property {Record<string, string>} percent the same as text
 * @property {{links: string[], product: number, formula: Formula}[]} paths
 * @property {number} total
 * @property {Formula} formula a sum of products
 * @property {Formula[]} backward the same from the outcome back, an equation for each node
 * @property {string} sentence
 */

/** @typedef {{kind: "blame", links: BlameLink[], chain: Blame, branching: Blame}} BlameResult */

export {};
