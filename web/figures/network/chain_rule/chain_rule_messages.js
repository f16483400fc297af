/** The gradient of one weight, factor by factor and path by path, as a part of a trace. Types only. */

/** @import { Formula, Place, WeightAddress } from "../../../contract/messages.js" */

/**
 * @typedef {object} Explanation
 * @property {WeightAddress} weight
 * @property {string} symbol LaTeX of the weight
 * @property {string} name in words, such as "weight from input 1 to hidden unit 2"
 * @property {number} value the weight itself
 * @property {number} gradient
 * @property {number} slope_above ∂E/∂w towards larger values; not the gradient where the loss has a kink
 * @property {Formula} formula the product in symbols
 * @property {Formula} substituted the product in numbers
 * @property {Factor[]} factors their values multiply to `gradient`
 * @property {WeightPath[]} paths their products sum to `gradient`
 * @property {number} path_count all paths; `paths` is cut at 64
 * @property {SharedError} shared
 * @property {number} finite_difference central difference
 * @property {number} finite_difference_step
 * @property {number} agreeing_digits significant digits in which the two agree
 * @property {string} check_sentence how the two agree, and why not where they do not
 * @property {string} sentence what the gradient says, in words
 */

/**
 * @typedef {object} Factor
 * @property {string} symbol LaTeX
 * @property {Formula} formula
 * @property {Formula} substituted
 * @property {number} value
 * @property {string} meaning in words
 * @property {Place} place
 * @property {"forward" | "backward" | "loss" | "target" | "weight"} role
 */

/**
 * @typedef {object} WeightPath
 * @property {[number, number][]} units the units it passes, from the weight's target to the output
 * @property {[number, number, number][]} weights the weights it passes, the chosen one first (none for a bias)
 * @property {Factor[]} factors
 * @property {number} product
 */

/**
 * @typedef {object} SharedError how δ collects the paths
 * @property {string} symbol LaTeX of the δ of the weight's target unit
 * @property {Formula} formula
 * @property {Formula} substituted
 * @property {number} value
 * @property {number} path_count
 * @property {string} sentence
 */

export {};
