/** A run of three moments, of which the first shows its pass, in a 2-2-1 network; numbers made by hand. */

/** @type {any} */
const pass = {
  parameters: [1, -1, 2, 1, 0, 0, 3, -3, 0],
  weights: [
    [
      [1, -1],
      [2, 1],
    ],
    [[3], [-3]],
  ],
  biases: [[0, 0], [0]],
  skip_weights: null,
  activations: [[0, 1], [0.8, 0.4], [0.6]],
  pre_activations: [[1, 2], [0.4]],
  error_signals: [[0.1, -0.3], [0.2]],
  input_gradients: [0, 0],
  outputs: [0.6],
  targets: [1],
  loss: 0.08,
  gradient: [0, 0, 0, 0, 0, 0, 0, 0, 0],
  weight_gradients: [
    [
      [0, 0],
      [0, 0],
    ],
    [[0], [0]],
  ],
  bias_gradients: [[0, 0], [0]],
};

const steps = { forward: "Forward.", backward: "Backward.", update: "Update." };

/** The answer is low at the left and high at the right, and 0.5 in the middle. */
const surface = [0, 1, 0, 1];

const moment = (/** @type {number} */ epoch, /** @type {number} */ loss) => ({
  epoch,
  loss,
  right: 2,
  example: 1,
  pass,
  surface,
  texts: { epoch: String(epoch), loss: String(loss) },
  sentence: `Correction ${epoch}.`,
  steps: epoch === 0 ? steps : null,
});

/** @type {import("../../../../web/figures/learning/learning_messages.js").LearningResult} */
export const result = {
  kind: "learning",
  network: {
    layer_sizes: [2, 2, 1],
    activations: ["sigmoid", "sigmoid"],
    loss: "half_squared_error",
    use_biases: true,
  },
  learning_rate: 0.5,
  examples: [
    { name: "(0, 0)", inputs: [0, 0], target: 0 },
    { name: "(0, 1)", inputs: [0, 1], target: 1 },
  ],
  moments: [moment(0, 0.2), moment(1, 0.1), moment(10, 0.05)],
  window: { x_range: [-0.5, 1.5], y_range: [-0.5, 1.5], resolution: 2 },
  curve: { epochs: [0, 1, 10], losses: [0.2, 0.1, 0.05] },
  question: "Who told them?",
  summary: "It learns.",
};
