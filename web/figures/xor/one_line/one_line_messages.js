/**
 * What the engine tells of a single unit that tries XOR, as a part of a training answer. Types only.
 */

/**
 * Two opposite corners, and z at both.
 * @typedef {object} Diagonal
 * @property {[number, number][]} corners
 * @property {number} target
 * @property {number[]} sums
 * @property {number} total
 */

/**
 * One mistake of Rosenblatt's rule, and the weights after it.
 * @typedef {object} PerceptronChange
 * @property {number} sweep counted from 1
 * @property {number[]} inputs
 * @property {number} target
 * @property {number} answer
 * @property {number[]} weights
 * @property {number} bias
 */

/**
 * From zero weights, until the rule rests or begins to repeat itself.
 * @typedef {object} PerceptronRun
 * @property {PerceptronChange[]} changes
 * @property {boolean} solved
 * @property {number | null} repeats_from the sweep that begins as the one after the last would
 * @property {number} sweeps
 */

/**
 * @typedef {object} OneLine
 * @property {Diagonal[]} diagonals the one of target 0 first
 * @property {string} sentence why no line has all four right
 * @property {string | null} given_up said once every output is as good as one half
 * @property {PerceptronRun} perceptron
 * @property {string} perceptron_sentence
 */

export {};
