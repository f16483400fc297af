/** What the figure `learning` asks of `py/backprop/figures/learning`, and what it is told. Types only. */

/** @import { Pass } from "../../drawing/pass_messages.js" */

/** @typedef {{kind: "learning"}} LearningMessage */

/**
 * The network at one epoch of the run.
 * @typedef {object} Moment
 * @property {number} epoch
 * @property {number} loss of the whole set
 * @property {number} right how many answers are on the right side of 0.5
 * @property {number} example which of the examples goes through the network
 * @property {Pass} pass of that example
 * @property {number[]} surface values from 0 to 1, as `Surface` has them
 * @property {{epoch: string, loss: string}} texts
 * @property {string} sentence where the run is
 * @property {{forward: string, backward: string, update: string} | null} steps where the pass is shown
 *   whole: what happens in it. The moment after it is one correction later
 */

/**
 * @typedef {object} LearningResult
 * @property {"learning"} kind
 * @property {{layer_sizes: number[], activations: string[], loss: string, use_biases: boolean}} network
 * @property {number} learning_rate
 * @property {{name: string, inputs: number[], target: number}[]} examples
 * @property {Moment[]} moments from the first weights to the last
 * @property {{x_range: [number, number], y_range: [number, number], resolution: number}} window of the surfaces
 * @property {{epochs: number[], losses: number[]}} curve
 * @property {string} question that a reader may have at the end
 * @property {string} summary of the run
 */

export {};
