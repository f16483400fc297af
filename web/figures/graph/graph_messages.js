/** What the figure `graph` asks, and what it is answered. Types only. */

/** @import { Formula } from "../../contract/messages.js" */

/**
 * @typedef {object} GraphMessage
 * @property {"graph"} kind
 * @property {string} formula
 * @property {Record<string, number>} values of its names; one that is missing gets a value
 * @property {import("./graph_network.js").GraphNetwork | null} [network] in place of the formula
 * @property {string | null} [opened] which of its units is drawn number by number
 * @property {string} order of the way back
 * @property {number[]} picks the nodes that hand on one after the other, where the order is the reader's own
 */

/**
 * A number of the calculation, and where it stands.
 * @typedef {object} GraphNode
 * @property {string} name that of a constant is its number
 * @property {string} drawn the name beside its mark
 * @property {string | null} unit of a network that is closed and drawn as one mark, to be opened by this name
 * @property {string | null} operation that made it; null for a number that was given
 * @property {boolean} is_constant a number of the formula itself
 * @property {boolean} is_named it has a name in the formula
 * @property {number} column from the left, from 0 on
 * @property {number} row from the middle
 * @property {number} value
 * @property {number} uses how often it goes into another
 */

/**
 * From a number to one that is made of it.
 * @typedef {object} GraphWire
 * @property {number} from
 * @property {number} to
 * @property {number} index which operand it is
 * @property {[number, number][]} points columns and rows that it passes, both ends included
 */

/**
 * @typedef {object} GraphStep
 * @property {"forward" | "backward"} phase
 * @property {number | null} node that is computed, or hands on
 * @property {string} sentence
 * @property {Formula[][]} formulas one group for each operand that something is handed to
 * @property {{file: string, line: number, function: string} | null} line of the core that computes it
 * @property {[number, number][]} gradients nodes, and what their gradient has become
 * @property {[number, number, number][]} handed node and operand of a wire, and what went back along it
 */

/**
 * @typedef {object} GraphLeaf
 * @property {string} name
 * @property {number} node
 * @property {number} value
 * @property {string} symbol in LaTeX
 * @property {number} gradient at the end
 * @property {number} right what it is in the right order
 * @property {boolean} is_wrong the order was wrong, and more than rounding lies between the two
 */

/**
 * @typedef {object} GraphResult
 * @property {"graph"} kind
 * @property {string} formula
 * @property {{name: string, title: string, formula: string, values: Record<string, number>}[]} presets
 * @property {{name: string, title: string, values: number}[]} units of a network, with how many numbers each has
 * @property {string} opened which of them is drawn number by number
 * @property {number} total how many numbers there are, drawn or not
 * @property {boolean} can_open_all
 * @property {{sweeps: {name: string, derivative: number}[], multiplications: number, sentence: string} | null} forward
 *   the same derivatives by forward mode, with the multiplications of one sweep; of a formula alone
 * @property {{name: string, title: string}[]} orders
 * @property {GraphNode[]} nodes each behind those that it is made of
 * @property {GraphWire[]} wires
 * @property {GraphLeaf[]} leaves
 * @property {GraphStep[]} steps
 * @property {number} back the step at which the way back begins
 * @property {{step: number, node: number, sentence: string} | null} mistake where the order first went wrong
 * @property {boolean} is_complete every number that was made has handed on
 * @property {string} end what came out, or what is left to do
 */

export {};
