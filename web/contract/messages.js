/**
 * What the messages of all figures have in common. A figure sends a plain object with a `kind`, and
 * `py/backprop` answers with a plain object of the same kind, or refuses; the types of both live with
 * the figure (`*_messages.js`). Types only; this file imports nothing and runs nothing. Names are
 * Python's own (snake_case), because Python makes these objects.
 *
 * Indices. Layer `l` of weights, biases, pre-activations, error signals and gradients counts from
 * 0: `weights[0]` leaves the input. Units and activations count the input as layer 0, so
 * `weights[l]` goes from unit layer `l` to unit layer `l + 1`. The engine's formulas use the
 * superscript of the unit layer that a weight feeds: `weights[0][0, 1]` is written w^{(1)}_{12}.
 */

/** @typedef {{kind: string}} Message */
/** @typedef {{kind: string}} Result */

/**
 * @typedef {object} ErrorResult
 * @property {"error"} kind
 * @property {string} code `bad_value`, `too_large`, `missing_field`, `unknown_field`,
 *   `unknown_kind`, `not_finite` (a pass overflows: the message names the operation), `internal`
 * @property {string} message one sentence for the reader
 * @property {string | null} field the path of the field at fault, such as `network.layer_sizes`
 */

/**
 * A network as plain data. Without `parameters`, they are drawn from `seed` and `initial_range`.
 * @typedef {object} NetworkSpec
 * @property {number[]} layer_sizes inputs first, 2 to 6 entries, each 1 to 8
 * @property {string[]} activations one per layer after the input
 * @property {string} loss `half_squared_error`, `squared_error`, `mean_squared_error`, `binary_cross_entropy`,
 *   `cross_entropy`, or `output` for the output itself
 * @property {boolean} use_biases
 * @property {boolean} [skip_to_output] direct links from the input to the output
 * @property {number | null} [seed]
 * @property {number} [initial_range] parameters are drawn uniformly from ± this
 * @property {ArrayLike<number | null>} [parameters] flat vector, layer by layer: weights row by row, then biases;
 *   one that is null is drawn
 */

/**
 * One weight, or a bias when `source` is null. `layer` and the unit numbers count from 0.
 * @typedef {{layer: number, source: number | null, target: number}} WeightAddress
 */

/**
 * A place in the drawing that a piece of a formula speaks of:
 * `unit:l,j` (unit layer l), `pre:l,j` (the same unit's pre-activation), `error:l,j` (its δ),
 * `weight:l,i,j`, `bias:l,j` (l as in `weights[l]`), `input:j`, `target:j`, `loss`, `rate`.
 * @typedef {string} Place
 */

/**
 * A formula: `latex` is clean LaTeX that any renderer takes; `parts` joined give the same, cut
 * where a piece speaks of a place in the drawing.
 * @typedef {object} Formula
 * @property {string} latex
 * @property {FormulaPart[]} parts
 */

/**
 * @typedef {object} FormulaPart
 * @property {string} latex
 * @property {Place} [place]
 * @property {"forward" | "backward" | "loss" | "target" | "weight"} [role] which colour it has
 */

/**
 * What the engine can do: the menus, the limits and the presets of the page come from here.
 * @typedef {object} DescribeResult
 * @property {"describe"} kind
 * @property {string[]} activations
 * @property {string[]} output_activations
 * @property {string[]} losses
 * @property {Record<string, string[]>} losses_for_output output activation → losses that make sense with it
 * @property {Record<string, {minimum: number, maximum: number, whole?: boolean}>} limits
 * @property {Record<string, NetworkPreset>} presets
 * @property {string[]} textbook names of those presets that stand in a book or a course
 */

/**
 * @typedef {object} NetworkPreset
 * @property {string} title
 * @property {NetworkSpec & {parameters: number[]}} network
 * @property {number[]} inputs
 * @property {number[]} targets
 * @property {number} learning_rate
 * @property {number[]} [frozen] indices into `parameters` that its updates leave alone
 */

export {};
