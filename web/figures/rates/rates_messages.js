/** What the figure on learning rates asks, and what it is answered. Types only. */

/** @import { Formula } from "../../contract/messages.js" */
/** @import { Surface } from "../../kit/charts/surface_messages.js" */

/**
 * How a run goes down: Δw(t) = −η·dᵗ ∂E/∂w + α Δw(t−1), d being `decay`.
 * @typedef {{name: string, learning_rate: number, momentum: number, decay: number}} RateSetting
 */

/**
 * @typedef {object} RatesMessage
 * @property {"rates"} kind
 * @property {string} landscape `neuron` or `xor`
 * @property {[number, number] | null} [weights] indices of the two that move; left out: the landscape's own
 * @property {[number, number] | null} [start] within the window
 * @property {RateSetting[] | null} [runs]
 * @property {string} chosen the run whose equations are told
 * @property {number} steps of each run
 */

/**
 * One run on the map. Position n is that after n steps; a run that leaves ends early.
 * @typedef {object} RateRun
 * @property {string} name
 * @property {string} title what it is called: its learning rate, and momentum or decay
 * @property {number} learning_rate
 * @property {number} momentum
 * @property {number} decay
 * @property {[number, number][]} points
 * @property {number[]} losses
 * @property {[number, number][]} carried_to where α Δw alone would lead from each position
 * @property {[number, number][]} pushed_to where −η ∂E/∂w alone would lead
 * @property {[number, number][]} next where the next step leads
 * @property {number[]} rates η of the step that leaves each position
 * @property {("overshoot" | "oscillation" | "divergence" | null)[]} happenings
 * @property {string[]} sentences what happens at each position
 * @property {string} verdict what became of the run, in a few words
 */

/**
 * @typedef {object} RatesResult
 * @property {"rates"} kind
 * @property {string} landscape
 * @property {{name: string, title: string}[]} landscapes
 * @property {{index: number, symbol: string, name: string}[]} weights the two that move: index, LaTeX, words
 * @property {string[]} choices the names of all weights of the landscape's network
 * @property {number[]} start
 * @property {Surface} surface the loss over the two weights
 * @property {number[]} levels of the contours
 * @property {{x: number, y: number, loss: number}} lowest of the surface's points
 * @property {RateRun[]} runs
 * @property {{formula: Formula, numbers: Formula}[][]} equations of the chosen run: for each
 *   position the next step, one for each weight
 */

export {};
