/** What the figure on paths asks of `py/backprop/figures/paths`, and what it is told. Types only. */

/** @import { Formula, Place, WeightAddress } from "../../contract/messages.js" */
/** @import { Pass } from "../../drawing/pass_messages.js" */

/**
 * @typedef {object} PathsMessage
 * @property {"paths"} kind
 * @property {string} network name of one of `networks`
 * @property {WeightAddress} weight
 * @property {number} hidden_layers of the network whose multiplications are counted, 1 to 8
 * @property {number} width units in each of those layers, 1 to 16
 */

/**
 * One product of the sum: a path up to the loss, or up to a δ that is known already.
 * @typedef {object} PathTerm
 * @property {string} name such as "through unit 2 of hidden layer 2"
 * @property {[number, number][]} units unit layer and unit, from the weight's target to its end
 * @property {[number, number, number][]} weights the chosen one first (none for a bias)
 * @property {PathFactor[]} factors
 * @property {number} product
 * @property {number} path_count how many whole paths it stands for
 */

/**
 * @typedef {object} PathFactor
 * @property {string} symbol LaTeX
 * @property {number} value
 * @property {string} meaning in words
 * @property {Place} place
 * @property {"forward" | "backward" | "loss" | "target" | "weight"} role
 */

/**
 * A δ that a stage works out, once for all paths that end in its unit.
 * @typedef {{place: Place, value: number, formula: Formula, substituted: Formula, path_count: number}} SharedTail
 */

/**
 * The gradient with the tails of so many layers merged.
 * @typedef {object} PathStage
 * @property {number} merged
 * @property {string} title
 * @property {string} sentence
 * @property {SharedTail[]} tails the δ that this stage adds
 * @property {PathTerm[]} terms their products sum to the gradient
 * @property {number} multiplications
 */

/**
 * Multiplications for a whole gradient of a network with 2 inputs and 1 output.
 * @typedef {object} PathCount
 * @property {number} hidden_layers
 * @property {number} width
 * @property {number} paths
 * @property {number} path_by_path
 * @property {number} backpropagation
 */

/**
 * @typedef {object} PathsResult
 * @property {"paths"} kind
 * @property {PathsNetwork[]} networks
 * @property {Pass} drawn
 * @property {WeightAddress} weight
 * @property {string} symbol LaTeX of the weight
 * @property {string} name
 * @property {number} value
 * @property {number} gradient
 * @property {number} path_count
 * @property {PathStage[]} stages
 * @property {string} tally what the gradients of all weights cost, either way
 * @property {PathCount & {sentence: string, by_layers: PathCount[], by_width: PathCount[]}} counts
 */

/** @typedef {{name: string, title: string, layer_sizes: number[], use_biases: boolean}} PathsNetwork */

export {};
