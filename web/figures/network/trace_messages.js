/** What a figure of one network asks, and what it is answered. Types only. */

/** @import { NetworkSpec, WeightAddress } from "../../contract/messages.js" */
/** @import { Pass, Step } from "../../drawing/pass_messages.js" */
/** @import { Explanation } from "./chain_rule/chain_rule_messages.js" */
/** @import { ActivationCurve } from "../../kit/charts/activation_curve_view.js" */
/** @import { Guess, Judgement } from "./prediction/guess_messages.js" */

/**
 * @typedef {object} TraceMessage
 * @property {"trace"} kind
 * @property {NetworkSpec} network
 * @property {number[]} inputs
 * @property {number[]} targets
 * @property {number} learning_rate
 * @property {number[]} [frozen] indices into `parameters` that an update leaves alone
 * @property {WeightAddress | null} [weight] explain this one too
 * @property {Guess | null} [guess] at the gradient of `weight`, to be judged
 */

/**
 * A pass with all its steps, and the update that it leads to.
 * @typedef {Pass & {
 *   kind: "trace", output_losses: number[], activation_curves: (ActivationCurve | null)[], steps: Step[], update: Update, explanation: Explanation | null,
 *   judgement: Judgement | null}} TraceResult `judgement` of the guess, where there was one
 */

/**
 * @typedef {object} Update what one step of gradient descent does
 * @property {number[]} parameters after the step
 * @property {number} loss_before
 * @property {number} loss_after
 * @property {number} first_order_change −η‖g‖² over the weights that are not frozen
 * @property {number} actual_change
 * @property {string} sentence
 */

/**
 * @typedef {object} UpdatesMessage
 * @property {"updates"} kind
 * @property {NetworkSpec} network
 * @property {number[]} inputs
 * @property {number[]} targets
 * @property {number} learning_rate
 * @property {number} count how many updates, 2 to 10,000
 * @property {number[]} [frozen] indices into `parameters` that no update moves
 */

/**
 * Many steps of gradient descent.
 * @typedef {object} UpdatesResult
 * @property {"updates"} kind
 * @property {number[]} parameters after the last step
 * @property {number} count
 * @property {number} loss_before
 * @property {number} loss_after
 * @property {{updates: number[], losses: number[]}} curve the loss after so many updates
 * @property {string} sentence
 */

export {};
