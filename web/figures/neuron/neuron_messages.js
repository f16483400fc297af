/**
 * A linear neuron, ŷ = w x + b, on its way down its error curve. Types only.
 * Places in its formulas: `input`, `target`, `weight`, `bias`, `output`, `loss`, `rate`,
 * `gradient:output`, `gradient:weight`, `gradient:bias`.
 */

/** @import { Formula } from "../../contract/messages.js" */

/**
 * @typedef {object} NeuronMessage
 * @property {"neuron"} kind
 * @property {number} input
 * @property {number} target
 * @property {number} weight where the run starts
 * @property {number | null} [bias] null: the neuron has none
 * @property {boolean} [bias_is_free] false: steps leave the bias as it is
 * @property {number} learning_rate
 * @property {number} steps of gradient descent, 0 to 200
 */

/**
 * Where the neuron stands after some steps.
 * @typedef {object} Standing
 * @property {number} step
 * @property {number} weight
 * @property {number} bias
 * @property {number} output
 * @property {number} loss
 * @property {number} output_gradient
 * @property {number} weight_gradient
 * @property {number} bias_gradient
 * @property {number | null} first_order_change by the slope, of the step that led here
 * @property {number | null} actual_change that came of it
 */

/**
 * @typedef {object} Operation
 * @property {string} name `output`, `loss`, `output_gradient`, `weight_gradient`, `bias_gradient`,
 *   `weight_update`, `bias_update`
 * @property {"forward" | "loss" | "backward" | "update"} phase
 * @property {string} place
 * @property {Formula} formula
 * @property {Formula} substituted
 * @property {number} value
 */

/** @typedef {{weights: number[], losses: number[]}} CurvePoints */

/**
 * The effect of a learning rate. `regime` is `still`, `creeps`, `lands`, `overshoots`, `swings` or
 * `diverges`; the rates at which the regime changes are null where there are none.
 * @typedef {object} RateEffect
 * @property {number | null} lands_at with this rate one step is enough
 * @property {number | null} diverges_from
 * @property {number} top end of the rates on offer
 * @property {number} nudge a round small part of it
 * @property {number} factor what each step multiplies ŷ − t by
 * @property {string} regime
 * @property {string} sentence
 */

/**
 * @typedef {object} NeuronResult
 * @property {"neuron"} kind
 * @property {Standing[]} rows the start, then each step; fewer than asked where the run ended
 * @property {Standing | null} next what one more step would do; null when the run was given up
 * @property {number | null} first_order_loss E of the next step if the curve were its tangent
 * @property {number | null} best_weight where E is 0 with this bias
 * @property {{weights: [number, number], loss_top: number}} view the part of the curve to draw
 * @property {CurvePoints} curve E(w) with the present bias
 * @property {CurvePoints} tangent its two ends
 * @property {Operation[]} operations
 * @property {string} slope_sentence
 * @property {string | null} step_sentence
 * @property {RateEffect} rate
 * @property {{rule: "arrived" | "diverged" | "flat", sentence: string} | null} ended
 */

export {};
