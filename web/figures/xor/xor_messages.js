/** What the training of a network asks, and what it is answered. Types only. */

/** @import { ErrorResult, NetworkSpec } from "../../contract/messages.js" */
/** @import { HiddenLine, Segment, Surface } from "../../kit/charts/surface_messages.js" */
/** @import { OneLine } from "./one_line/one_line_messages.js" */

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
 * @typedef {object} DatasetSpec
 * @property {string} name `xor`, `and`, `or`, `circle`, `gaussians`, `spiral`; `own` has `points` and what follows them
 * @property {number} [count] points, for the sets that are drawn
 * @property {number} [noise]
 * @property {number} [seed]
 * @property {ArrayLike<number>} [points] the inputs and a target of each example, in a row
 * @property {number} [inputs] of each example; 2 if not given
 * @property {boolean} [standardise]
 * @property {number} [held_out_percent] 0 to 50
 */

/**
 * Without its ranges: as wide as the examples need.
 * @typedef {{x_range?: [number, number], y_range?: [number, number], resolution: number}} SurfaceRequest
 */

/**
 * @typedef {object} TrainResult
 * @property {"train"} kind
 * @property {TrainingState} state
 * @property {Float64Array | number[]} losses of this call's epochs: the loss before each epoch's first update
 * @property {number} loss of the parameters in `state`
 * @property {number} accuracy 0 to 1
 * @property {number} right how many of the examples trained on are on the right side of the middle
 * @property {number} examples how many there are
 * @property {Prediction[]} predictions of all; of a set called `own`, the first eight
 * @property {HiddenLine[]} hidden_lines of the first hidden layer, cut at the surface's edges, or
 *   at 0 and 1 when none was asked for
 * @property {Segment | null} output_line where ŷ is in the middle in the plane of two hidden activations, for a single
 *   output; it ends far outside of the examples
 * @property {Surface | null} surface its values lie between the two answers: 0 is the low one, 1 the high one
 * @property {Float64Array | number[] | null} outputs ŷ of every example, where there is no plane to draw
 * @property {Answers} answers
 * @property {OwnTold | null} own of a reader's own examples
 * @property {OneLine | null} line what no line can do, for a single unit on XOR
 * @property {number} seconds spent in training epochs
 * @property {TrainingEnd | null} ended
 * @property {TrainingEnd | null} stuck a plateau that gradient descent will not leave soon; training may go on
 */

/**
 * The two answers that an output may give; the high one is 1.
 * @typedef {object} Answers
 * @property {number} low 0, or −1 where targets are −1 and 1
 * @property {number} middle between them: on its other side an answer is the other
 * @property {number[]} levels the outputs at the thin lines of a surface
 */

/**
 * What became of a reader's own examples.
 * @typedef {object} OwnTold
 * @property {string | null} sentence how targets and inputs were changed
 * @property {{mean: number[], deviation: number[]} | null} scaling of the inputs, if they are standardised
 * @property {HeldOut | null} held_out
 */

/**
 * How the network does on the examples that it is not trained on.
 * @typedef {object} HeldOut
 * @property {ArrayLike<number>} rows which of the examples
 * @property {number} right
 * @property {number} examples how many there are
 * @property {number} loss
 * @property {string} sentence
 */

/**
 * @typedef {object} Prediction
 * @property {number} row which of the examples it is, from 0 on
 * @property {number[]} inputs
 * @property {number} target
 * @property {number} output
 * @property {number} loss
 * @property {boolean} correct on the same side of the middle as the target
 * @property {number[]} hidden activations of the last hidden layer
 */

/**
 * Why training ended, or what is wrong with it. `rule` is `loss_below`, `no_improvement`,
 * `epoch_limit`, `diverged` or `stuck`.
 * @typedef {{rule: string, epoch: number, sentence: string}} TrainingEnd
 */

/** @typedef {TrainResult | ErrorResult} TrainAnswer */

export {};
