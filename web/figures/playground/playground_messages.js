/** What the figure `playground` asks, and what it is answered. Types only. */

/** @import { Surface } from "../../kit/charts/surface_messages.js" */

/**
 * What decides a run; see `backprop.playground.Settings`.
 * @typedef {object} PlaygroundSettings
 * @property {string} seed
 * @property {string} dataset
 * @property {string} formula
 * @property {number} classes
 * @property {number} noise percent
 * @property {number} training_percent
 * @property {string[]} features
 * @property {number[]} hidden_layers
 * @property {string} activation
 * @property {boolean} initial_zero
 * @property {number} learning_rate
 * @property {string} optimiser
 * @property {number} momentum
 * @property {number} batch_size
 * @property {string} regularisation
 * @property {number} regularisation_rate
 * @property {boolean} shows_test_data
 * @property {boolean} discretised
 */

/**
 * Where a run stands.
 * @typedef {object} RunGiven
 * @property {number} epoch
 * @property {number} step of the next epoch
 * @property {ArrayLike<number>} parameters
 * @property {ArrayLike<number>} alive
 * @property {ArrayLike<number>} velocity
 * @property {ArrayLike<number>} squares
 * @property {number[]} frozen indices of parameters that no step moves
 */

/**
 * What a reader changed by hand, after so many epochs and steps of the next: a parameter has another value, or
 * is frozen, or learns again.
 * @typedef {object} ChangeByHand
 * @property {number} epoch
 * @property {number} step
 * @property {number} index of the parameter
 * @property {number} [value]
 * @property {boolean} [frozen]
 */

/**
 * A parameter of the unit that is looked at.
 * @typedef {{index: number, source: number | null, value: number, frozen: boolean}} UnitParameter
 */

/**
 * Go on from `run` (null: the start that the seed draws) by up to `epochs`.
 * @typedef {PlaygroundSettings & {
 *   kind: "playground",
 *   run: RunGiven | null,
 *   epochs: number,
 *   steps?: number,
 *   changes?: ChangeByHand[],
 *   unit?: number[] | null,
 *   shown_class?: number,
 *   time_limit?: number,
 *   resolution: number,
 *   example?: number | null,
 * }} PlaygroundMessage
 */

/** The losses after some epochs. @typedef {{epochs: number[], training: number[], test: number[]}} PlaygroundCurve */

/** Points in a row: x, y and target of each. @typedef {ArrayLike<number>} Points */

/** @typedef {{training_points: Points, test_points: Points}} PlaygroundStart */

/**
 * @typedef {object} ChosenExample
 * @property {number} index
 * @property {string} sentence
 * @property {Record<string, unknown> | null} network fields of the figure `network`; null: it cannot hold it
 * @property {string | null} too_large why not
 */

/**
 * @typedef {object} PlaygroundResult
 * @property {"playground"} kind
 * @property {RunGiven} run
 * @property {PlaygroundCurve} curve of this slice
 * @property {number} training_loss
 * @property {number} test_loss
 * @property {string | null} ended why the run cannot go on
 * @property {number[]} layer_sizes
 * @property {Surface} surface of the output, from 0 for −1 to 1 for +1
 * @property {{size: number, layers: ArrayLike<number>[]}} thumbnails of the other units, the inputs first
 * @property {PlaygroundStart | null} start null where the run goes on
 * @property {string | null} link of these settings in TensorFlow Playground
 * @property {string | null} no_link why there is none
 * @property {ChosenExample | null} example
 * @property {UnitParameter[] | null} unit
 * @property {string} sentence
 */

/**
 * A link, or the name of a preset.
 * @typedef {{kind: "playground_link", link?: string, preset?: string}} LinkMessage
 */

/**
 * @typedef {object} LinkResult
 * @property {"playground_link"} kind
 * @property {PlaygroundSettings} settings
 * @property {string[]} not_taken_over
 * @property {{title: string, reason: string, task: string, epochs: number} | null} preset
 */

/**
 * The runs whose differences are told, the first of which the others are measured by.
 * @typedef {{kind: "playground_compare", runs: (PlaygroundSettings & {changes: number})[]}} CompareMessage
 */

/** @typedef {{kind: "playground_compare", differences: string[]}} CompareResult of each run but the first */

export {};
