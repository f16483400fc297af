/**
 * What crosses the line between the page and the engine: every message that a figure sends and
 * every result that `py/backprop/engine` gives back. Types only; this file imports nothing and
 * runs nothing. Names are Python's own (snake_case), because Python makes these objects.
 *
 * Indices. Layer `l` of weights, biases, pre-activations, error signals and gradients counts from
 * 0: `weights[0]` leaves the input. Units and activations count the input as layer 0, so
 * `weights[l]` goes from unit layer `l` to unit layer `l + 1`. The engine's formulas use the
 * superscript of the unit layer that a weight feeds: `weights[0][0, 1]` is written w^{(1)}_{12}.
 */

/**
 * A network as plain data. Without `parameters`, they are drawn from `seed` and `initial_range`.
 * @typedef {object} NetworkSpec
 * @property {number[]} layer_sizes inputs first, 2 to 6 entries, each 1 to 8
 * @property {string[]} activations one per layer after the input
 * @property {string} loss `half_squared_error`, `squared_error`, `binary_cross_entropy`, `cross_entropy`
 * @property {boolean} use_biases
 * @property {boolean} [skip_to_output] direct links from the input to the output
 * @property {number | null} [seed]
 * @property {number} [initial_range] parameters are drawn uniformly from ± this
 * @property {ArrayLike<number>} [parameters] flat vector, layer by layer: weights row by row, then biases
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

/**
 * @typedef {object} Factor
 * @property {string} symbol LaTeX
 * @property {Formula} formula
 * @property {Formula} substituted
 * @property {number} value
 * @property {string} meaning in words
 * @property {Place} place
 * @property {"forward" | "backward" | "loss" | "target" | "weight"} role
 */

/**
 * @typedef {object} WeightPath
 * @property {[number, number][]} units the units it passes, from the weight's target to the output
 * @property {[number, number, number][]} weights the weights it passes, the chosen one first (none for a bias)
 * @property {Factor[]} factors
 * @property {number} product
 */

/**
 * @typedef {object} SharedError how δ collects the paths
 * @property {string} symbol LaTeX of the δ of the weight's target unit
 * @property {Formula} formula
 * @property {Formula} substituted
 * @property {number} value
 * @property {number} path_count
 * @property {string} sentence
 */

/**
 * @typedef {object} Explanation
 * @property {WeightAddress} weight
 * @property {string} symbol LaTeX of the weight
 * @property {string} name in words, such as "weight from input 1 to hidden unit 2"
 * @property {number} value the weight itself
 * @property {number} gradient
 * @property {Formula} formula the product in symbols
 * @property {Formula} substituted the product in numbers
 * @property {Factor[]} factors their values multiply to `gradient`
 * @property {WeightPath[]} paths their products sum to `gradient`
 * @property {number} path_count all paths; `paths` is cut at 64
 * @property {SharedError} shared
 * @property {number} finite_difference central difference
 * @property {number} finite_difference_step
 * @property {number} agreeing_digits significant digits in which the two agree
 * @property {string} check_sentence how the two agree, and why not where they do not
 * @property {string} sentence what the gradient says, in words
 */

/**
 * @typedef {object} Update what one step of gradient descent does
 * @property {number[]} parameters after the step
 * @property {number} loss_before
 * @property {number} loss_after
 * @property {number} promised_change −η‖g‖² over the weights that are not frozen
 * @property {number} actual_change
 * @property {string} sentence
 */

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
 * One full pass of one example, everything a figure needs to draw it.
 * @typedef {object} TraceResult
 * @property {"trace"} kind
 * @property {number[]} parameters
 * @property {number[][][]} weights `weights[l][i][j]`
 * @property {number[][]} biases `biases[l][j]`; an empty list where there are none
 * @property {number[][] | null} skip_weights direct links, `[i][j]`
 * @property {number[][]} activations `[unit layer][unit]`, inputs first
 * @property {number[][]} pre_activations `[l][unit]`
 * @property {number[][]} error_signals `[l][unit]`
 * @property {number[]} outputs
 * @property {number[]} targets
 * @property {number} loss
 * @property {number[]} gradient one per parameter, in the order of `parameters`
 * @property {number[][][]} weight_gradients
 * @property {number[][]} bias_gradients
 * @property {Step[]} steps
 * @property {Explanation | null} explanation
 * @property {Judgement | null} judgement of the guess, where there was one
 * @property {Update} update
 */

/**
 * Where a training run stands; all that is needed to go on from it.
 * @typedef {object} TrainingState
 * @property {number} epoch
 * @property {ArrayLike<number>} parameters
 * @property {ArrayLike<number>} velocity
 * @property {number} best_loss lowest loss so far
 * @property {number} best_epoch
 * @property {number} [plateau_loss] the level of the loss's present plateau
 * @property {number} [plateau_epoch] when the loss came to it
 */

/**
 * @typedef {object} StoppingRules null switches a rule off
 * @property {number | null} loss_below
 * @property {number | null} no_improvement_for epochs
 * @property {number | null} epoch_limit
 */

/**
 * Train for up to `epochs`, or until `time_limit` seconds have gone, from `state` (null: from the
 * start that `network.seed` draws). `epochs: 0` only looks.
 * @typedef {object} TrainMessage
 * @property {"train"} kind
 * @property {NetworkSpec} network
 * @property {DatasetSpec} dataset
 * @property {number} learning_rate
 * @property {number} momentum
 * @property {number | null} batch_size null: the whole set
 * @property {TrainingState | null} state
 * @property {number} epochs
 * @property {number} [time_limit] seconds
 * @property {StoppingRules} [stopping]
 * @property {SurfaceRequest | null} [surface] null: no surface in the answer
 */

/**
 * @typedef {object} DatasetSpec
 * @property {string} name `xor`, `and`, `or`, `circle`, `gaussians`, `spiral`; `own` has `points` and nothing else
 * @property {number} [count] points, for the sets that are drawn
 * @property {number} [noise]
 * @property {ArrayLike<number>} [points] two inputs and a target of each example, in a row
 * @property {number} [seed]
 */

/**
 * Without its ranges: as wide as the examples need.
 * @typedef {{x_range?: [number, number], y_range?: [number, number], resolution: number}} SurfaceRequest
 */

/**
 * A surface in row-major order: `values[row * resolution + column]`, row 0 at y's lower end.
 * @typedef {object} Surface
 * @property {Float64Array | number[]} values
 * @property {number} resolution
 * @property {[number, number]} x_range
 * @property {[number, number]} y_range
 */

/**
 * Where a hidden unit's pre-activation is zero: w1·x + w2·y + b = 0, cut at the surface's edges;
 * null when the line does not cross it.
 * @typedef {{unit: number, from: [number, number], to: [number, number]} | null} HiddenLine
 */

/**
 * @typedef {object} Prediction
 * @property {number[]} inputs
 * @property {number} target
 * @property {number} output
 * @property {number} loss
 * @property {boolean} correct on the same side of 0.5 as the target
 * @property {number[]} hidden activations of the last hidden layer
 */

/**
 * Why training ended, or what is wrong with it. `rule` is `loss_below`, `no_improvement`,
 * `epoch_limit`, `diverged` or `stuck`.
 * @typedef {{rule: string, epoch: number, sentence: string}} TrainingEnd
 */

/**
 * @typedef {object} TrainResult
 * @property {"train"} kind
 * @property {TrainingState} state
 * @property {Float64Array | number[]} losses of this call's epochs: the loss before each epoch's first update
 * @property {number} loss of the parameters in `state`
 * @property {number} accuracy 0 to 1
 * @property {number} right how many examples are on the right side of 0.5
 * @property {number} examples how many there are
 * @property {Prediction[]} predictions of all; of a set called `own`, the first eight
 * @property {HiddenLine[]} hidden_lines of the first hidden layer, cut at the surface's edges, or
 *   at 0 and 1 when none was asked for
 * @property {Surface | null} surface
 * @property {OneLine | null} line what no line can do, for a single unit on XOR
 * @property {number} seconds spent in training epochs
 * @property {TrainingEnd | null} ended
 * @property {TrainingEnd | null} stuck a plateau that gradient descent will not leave soon; training may go on
 */

/** @typedef {{kind: "check", network: NetworkSpec, inputs: number[], targets: number[], step?: number}} CheckMessage */

/**
 * @typedef {object} CheckResult
 * @property {"check"} kind
 * @property {number[]} gradient by central differences
 * @property {number} forward_passes
 * @property {number} largest_relative_error
 */

/** @typedef {{kind: "describe"}} DescribeMessage */

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
 */

/**
 * @typedef {object} NetworkPreset
 * @property {string} title
 * @property {NetworkSpec & {parameters: number[]}} network
 * @property {number[]} inputs
 * @property {number[]} targets
 * @property {number} learning_rate
 */

/**
 * @typedef {object} ErrorResult
 * @property {"error"} kind
 * @property {string} code `bad_value`, `too_large`, `missing_field`, `unknown_field`,
 *   `unknown_kind`, `not_finite` (a pass overflows: the message names the operation), `internal`
 * @property {string} message one sentence for the reader
 * @property {string | null} field the path of the field at fault, such as `network.layer_sizes`
 */

/**
 * @typedef {TraceMessage | TrainMessage | CheckMessage | DescribeMessage | RatesMessage | PullsMessage | StoppingMessage
 *   | NeuronMessage | BlameMessage | PathsMessage | CostMessage | TimingMessage | DepthMessage | EquationsMessage
 *   | ExportMessage | OwnDataMessage} Message
 */
/**
 * @typedef {TraceResult | TrainResult | CheckResult | DescribeResult | RatesResult | PullsResult | StoppingResult
 *   | NeuronResult | BlameResult | ErrorResult | PathsResult | CostResult
 *   | TimingResult | DepthResult | EquationsResult | ExportResult
 *   | OwnDataResult} Result
 */

/** @typedef {import("./run_messages.js").RateSetting} RateSetting */
/** @typedef {import("./run_messages.js").RateRun} RateRun */
/** @typedef {import("./run_messages.js").RatesMessage} RatesMessage */
/** @typedef {import("./run_messages.js").RatesResult} RatesResult */
/** @typedef {import("./run_messages.js").PullsMessage} PullsMessage */
/** @typedef {import("./run_messages.js").PullsResult} PullsResult */
/** @typedef {import("./run_messages.js").StoppingMessage} StoppingMessage */
/** @typedef {import("./run_messages.js").StoppingRule} StoppingRule */
/** @typedef {import("./run_messages.js").StoppingResult} StoppingResult */

/** @typedef {import("./one_line_messages.js").OneLine} OneLine */
/** @typedef {import("./guess_messages.js").Guess} Guess */
/** @typedef {import("./guess_messages.js").Judgement} Judgement */

/** @typedef {import("./neuron_messages.js").NeuronMessage} NeuronMessage */
/** @typedef {import("./neuron_messages.js").NeuronResult} NeuronResult */
/** @typedef {import("./blame_messages.js").BlameMessage} BlameMessage */
/** @typedef {import("./blame_messages.js").BlameResult} BlameResult */

/** @typedef {import("./paths_messages.js").PathsMessage} PathsMessage */
/** @typedef {import("./paths_messages.js").PathsResult} PathsResult */
/** @typedef {import("./cost_messages.js").CostMessage} CostMessage */
/** @typedef {import("./cost_messages.js").CostResult} CostResult */
/** @typedef {import("./cost_messages.js").TimingMessage} TimingMessage */
/** @typedef {import("./cost_messages.js").TimingResult} TimingResult */

/** @typedef {import("./equations_messages.js").EquationsMessage} EquationsMessage */
/** @typedef {import("./equations_messages.js").EquationsResult} EquationsResult */
/** @typedef {import("./depth_messages.js").DepthMessage} DepthMessage */
/** @typedef {import("./depth_messages.js").DepthResult} DepthResult */
/** @typedef {import("./export_messages.js").ExportMessage} ExportMessage */
/** @typedef {import("./export_messages.js").ExportResult} ExportResult */
/** @typedef {import("./own_data_messages.js").OwnDataMessage} OwnDataMessage */
/** @typedef {import("./own_data_messages.js").OwnDataResult} OwnDataResult */

export {};
