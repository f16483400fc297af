/**
 * A recording made by hand: a 2-2-1 network that has learnt nothing at first, and four pictures
 * later everything. Its numbers are chosen, not computed.
 */

/** @import { DescribeResult } from "../../../../web/contract/messages.js" */
/** @import { Prediction, TrainMessage, TrainResult } from "../../../../web/figures/xor/xor_messages.js" */

/** @type {DescribeResult} */
export const describe = {
  kind: "describe",
  activations: ["sigmoid", "tanh", "relu", "softmax"],
  output_activations: ["sigmoid"],
  losses: ["half_squared_error"],
  losses_for_output: {
    sigmoid: ["half_squared_error"],
    relu: ["half_squared_error"],
    softmax: ["cross_entropy"],
  },
  limits: {
    units: { minimum: 1, maximum: 8, whole: true },
    learning_rate: { minimum: 0, maximum: 100 },
    initial_range: { minimum: 0, maximum: 100 },
    momentum: { minimum: 0, maximum: 0.999 },
    held_out_percent: { minimum: 0, maximum: 50, whole: true },
    seed: { minimum: 0, maximum: 4_294_967_295, whole: true },
    weight: { minimum: -1e6, maximum: 1e6 },
    epoch: { minimum: 0, maximum: 1e9, whole: true },
    any: { minimum: -1e300, maximum: 1e300 },
    epochs: { minimum: 0, maximum: 1e6, whole: true },
    batch_size: { minimum: 1, maximum: 2000, whole: true },
    examples: { minimum: 2, maximum: 2000, whole: true },
    coordinate: { minimum: -1e6, maximum: 1e6 },
    target: { minimum: -1e6, maximum: 1e6 },
  },
  presets: {},
  textbook: [],
};

/** @type {Omit<TrainMessage, "state">} */
const message = {
  kind: "train",
  network: {
    layer_sizes: [2, 2, 1],
    activations: ["sigmoid", "sigmoid"],
    loss: "half_squared_error",
    use_biases: true,
    seed: 7,
  },
  dataset: { name: "xor" },
  learning_rate: 0.5,
  momentum: 0.9,
  batch_size: null,
  epochs: 10,
  stopping: { loss_below: 0.01, no_improvement_for: null, epoch_limit: null },
};

const CORNERS = [
  { inputs: [0, 0], target: 0 },
  { inputs: [0, 1], target: 1 },
  { inputs: [1, 0], target: 1 },
  { inputs: [1, 1], target: 0 },
];

/**
 * @param {number} epoch
 * @param {object} [given]
 * @param {number[]} [given.losses] of this slice
 * @param {number} [given.loss]
 * @param {number[]} [given.outputs]
 * @param {TrainResult["ended"]} [given.ended]
 * @returns {TrainResult}
 */
export function result(
  epoch,
  { losses = [], loss = 0.125, outputs = [0.5, 0.5, 0.5, 0.5], ended = null } = {},
) {
  return {
    kind: "train",
    state: {
      epoch,
      parameters: new Array(9).fill(epoch),
      velocity: new Array(9).fill(0),
      best_loss: loss,
      best_epoch: epoch,
    },
    losses,
    loss,
    accuracy: 0.5,
    right: 2,
    examples: 4,
    predictions: CORNERS.map((corner, example) => prediction(corner, outputs[example], example)),
    hidden_lines: [{ unit: 0, from: [-0.5, 0.5], to: [1.5, 0.5] }, null],
    outputs: null,
    answers: { low: 0, middle: 0.5, levels: [0.1, 0.3, 0.7, 0.9] },
    own: null,
    output_line: { from: [-10, 10], to: [10, -10] },
    surface: {
      values: [0, 0, 1, 1],
      resolution: 2,
      x_range: [-0.5, 1.5],
      y_range: [-0.5, 1.5],
    },
    seconds: 0,
    ended,
    stuck: null,
    line: null,
  };
}

/**
 * @param {{inputs: number[], target: number}} corner
 * @param {number} output
 * @param {number} row
 * @returns {Prediction}
 */
function prediction({ inputs, target }, output, row) {
  const correct = output > 0.5 === target > 0.5;
  return { row, inputs, target, output, loss: 0.125, correct, hidden: [output, 1] };
}

const frames = [10, 20, 30, 40].map((epoch) =>
  result(epoch, {
    losses: Array.from({ length: 10 }, (_, index) => 0.125 - (epoch - 10 + index) * 0.002),
    loss: 0.125 - epoch * 0.002,
    outputs: epoch === 40 ? [0.1, 0.9, 0.9, 0.1] : undefined,
  }),
);

export const recorded = {
  describe,
  start: result(0),
  frames,
  message: /** @type {TrainMessage} */ (message),
};
