/** What a figure of a deep stack asks, and what it is answered. Types only. */

/** @import { Formula } from "../../contract/messages.js" */

/**
 * A stack of like layers, and how many steps of gradient descent it is trained for.
 * @typedef {object} DepthMessage
 * @property {"depth"} kind
 * @property {number} depth layers before the output unit
 * @property {number} width units in each
 * @property {string} activation `sigmoid`, `tanh`, `relu`, `leaky_relu`
 * @property {string} initialiser `range`, `xavier`, `he`
 * @property {number} initial_range for `range`: weights are drawn uniformly from ± this
 * @property {boolean} residual
 * @property {boolean} batch_normalisation
 * @property {number} seed
 * @property {number} learning_rate
 * @property {number} steps
 */

/**
 * What a layer multiplies the gradient by, and of what that is the product.
 * @typedef {object} DepthFactor
 * @property {number} slope
 * @property {number} normalisation 1 without batch normalisation
 * @property {number} weights
 * @property {number} link size of the sum with what the residual link carries, over that of the own part; 1 without
 * @property {number} factor
 */

/**
 * One layer. Sizes are root mean squares.
 * @typedef {object} DepthLayer
 * @property {number} layer from 1
 * @property {number} signal size of the gradient that arrives at its activations
 * @property {number} weight_gradient size of the gradient of its weights
 * @property {number} start_signal the same before training
 * @property {number} start_weight_gradient
 * @property {number} signal_bound what the steepest slope alone would leave of the last layer's
 * @property {number} weight_bound
 * @property {DepthFactor | null} factor null for the first layer, and where nothing arrives
 * @property {number} moved size of the change of its weights by training
 * @property {string} sentence
 */

/**
 * @typedef {object} DepthComparison
 * @property {"quarter" | "half" | "measured"} name
 * @property {number} factor per layer
 * @property {number | null} over_stack over the layers of this stack; null where it overflows
 * @property {number | null} over_hundred
 */

/**
 * @typedef {object} DepthResult
 * @property {"depth"} kind
 * @property {DepthLayer[]} layers
 * @property {number} steepest largest slope of the activation
 * @property {{title: string, points: [number, number][], slopes: [number, number][]}} curve the activation
 *   as (z, f(z)), and its slope as (z, f′(z))
 * @property {DepthFactor | null} mean geometric mean over the layers; null where nothing passes
 * @property {Formula | null} formula the mean factor with its parts
 * @property {number} passed layers between the last and the first, that is factors multiplied
 * @property {number} share of the last layer's gradient that reaches the first
 * @property {DepthComparison[]} comparisons
 * @property {{steps: number, next_steps: number | null, loss_before: number, loss_after: number,
 *   broke_off: boolean, sentence: string}} training `next_steps` is where Train goes from here
 * @property {string} sentence
 */

export {};
