/** What the figure of the seven equations asks, and what it is answered. Types only. */

/** @import { Formula, FormulaPart, WeightAddress } from "../../contract/messages.js" */
/** @import { Pass } from "../../drawing/pass_messages.js" */

/**
 * A 2-3-1 network, the example it is trained on, how many steps it has taken from `parameters`, and
 * the weight whose numbers the equations show.
 * @typedef {object} EquationsMessage
 * @property {"equations"} kind
 * @property {string} activation of the hidden units: `sigmoid`, `tanh`, `relu`, `leaky_relu`
 * @property {number[]} parameters 13 of them, before the first step
 * @property {number[]} inputs
 * @property {number} target
 * @property {number} learning_rate
 * @property {number} momentum
 * @property {number} steps
 * @property {WeightAddress} weight
 */

/**
 * A symbol of a general form, and what it stands for here.
 * @typedef {{symbol: FormulaPart, value: number, number: string, meaning: string}} RuleSymbol `number` is LaTeX
 */

/**
 * @typedef {object} RuleEquation
 * @property {string} name `forward`, `loss`, `output_error`, `hidden_error`, `weight_gradient`,
 *   `update`, `momentum`
 * @property {string} subject whose numbers are shown, in words
 * @property {Formula[]} general with letters for indices
 * @property {{formula: Formula, substituted: Formula}[]} examples for the subject
 * @property {RuleSymbol[]} symbols
 * @property {Formula[]} matrix with bold letters
 * @property {Formula[]} matrix_numbers with every matrix written out
 */

/**
 * A pass through the network, for its drawing, and the equations.
 * @typedef {Pass & {
 *   kind: "equations", change: number[], steps: number, chosen: string, sentence: string,
 *   equations: RuleEquation[]}} EquationsResult `change` is that of the last step
 */

export {};
