/**
 * A reader's guess at the gradient of one weight, as a part of a trace, and what it turned out to
 * be. Types only.
 */

/**
 * What raising a weight a little does to the loss.
 * @typedef {"raises" | "lowers" | "keeps"} Direction
 */

/**
 * One of the two at least.
 * @typedef {object} Guess
 * @property {Direction | null} [direction]
 * @property {string | null} [value] the gradient as it was typed, for its digits count
 */

/**
 * A gradient gone wrong in a known way.
 * @typedef {object} Mistake
 * @property {string} name such as `left_out`, `sign`, `wrong_layer`
 * @property {number} value
 * @property {string} sentence
 */

/**
 * @typedef {object} Judgement
 * @property {Direction} direction what raising the weight really does
 * @property {boolean | null} direction_is_right null where none was guessed
 * @property {"right" | "near" | "wrong" | null} value null where none was guessed
 * @property {Mistake[]} mistakes those that give the value typed
 * @property {string} sentence
 */

export {};
