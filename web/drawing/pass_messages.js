/** A pass through a network as the engine tells it: what a drawing needs. Types only. */

/** @import { Formula, Place } from "../contract/messages.js" */

/**
 * One full pass of one example.
 * @typedef {object} Pass
 * @property {number[]} parameters
 * @property {number[][][]} weights `weights[l][i][j]`
 * @property {number[][]} biases `biases[l][j]`; an empty list where there are none
 * @property {number[][] | null} skip_weights direct links, `[i][j]`
 * @property {number[][]} activations `[unit layer][unit]`, inputs first
 * @property {number[][]} pre_activations `[l][unit]`
 * @property {number[][]} error_signals `[l][unit]`
 * @property {number[]} input_gradients ∂E/∂x, one per input
 * @property {number[]} outputs
 * @property {number[]} targets
 * @property {number} loss
 * @property {number[]} gradient one per parameter, in the order of `parameters`
 * @property {number[][][]} weight_gradients
 * @property {number[][]} bias_gradients
 */

/**
 * One operation of the walkthrough.
 * @typedef {object} Step
 * @property {"forward" | "loss" | "backward" | "update"} phase
 * @property {string} operation `pre_activation`, `activation`, `loss`, `output_gradient`,
 *   `activation_gradient`, `error_signal`, `weight_gradient`, `bias_gradient`, `update`
 * @property {[number, number][]} units unit layer and unit of every unit touched; the one computed is first
 * @property {[number, number, number][]} weights every weight touched, as `[l, i, j]`
 * @property {[number, number][]} biases every bias touched, as `[l, j]`
 * @property {Place} place where the value of this step belongs
 * @property {string} symbol LaTeX of what is computed
 * @property {Formula} formula right side included: `z = w x + …`
 * @property {Formula} substituted the same with numbers, ending in the value
 * @property {number | number[]} value an update has one new value for each weight, then each bias
 * @property {string} sentence one plain sentence: what happens now
 * @property {string} function qualified name in `py/backprop`, such as `Network.forward`
 * @property {string} file its path from `py/backprop` on, such as `core/network.py`
 * @property {number} line the line that computes it, counted from 1
 */

export {};
