/**
 * What every figure's tests of its link need: limits, menus and sizes written down as the engine's are.
 */

/** @typedef {Record<string, unknown>} Fields */
/**
 * A figure's state as a link meets it: how it opens, and the reducer that checks what a link says.
 * @typedef {object} LinkedKind
 * @property {Fields} opening
 * @property {(state: Fields, fields: Fields) => {state: object, refused: {field: string, message: string}[]}} apply
 */

const whole = (/** @type {number} */ minimum, /** @type {number} */ maximum) => ({
  minimum,
  maximum,
  whole: true,
});
const real = (/** @type {number} */ minimum, /** @type {number} */ maximum) => ({
  minimum,
  maximum,
});

const preset = (/** @type {number[]} */ parameters) => ({
  title: "A preset",
  network: {
    layer_sizes: [2, 2, 1],
    activations: ["sigmoid", "sigmoid"],
    loss: "half_squared_error",
    use_biases: false,
    parameters,
  },
  inputs: [0.5, 0.8],
  targets: [0.7],
  learning_rate: 0.5,
});

export const describe = /** @type {any} */ ({
  activations: ["sigmoid", "tanh", "relu"],
  output_activations: ["sigmoid", "linear"],
  losses: ["half_squared_error", "binary_cross_entropy"],
  losses_for_output: {
    sigmoid: ["half_squared_error", "binary_cross_entropy"],
    linear: ["half_squared_error"],
    tanh: ["half_squared_error"],
    relu: ["half_squared_error"],
  },
  limits: {
    layers: whole(2, 6),
    units: whole(1, 8),
    weight: real(-1e6, 1e6),
    input: real(-1e6, 1e6),
    target: real(-1e6, 1e6),
    seed: whole(0, 2 ** 32 - 1),
    learning_rate: real(0, 100),
    initial_range: real(0, 100),
    momentum: real(0, 0.999),
    noise: real(0, 1),
    epoch: whole(0, 1e9),
    loss: real(0, 1e9),
    examples: whole(2, 2000),
    coordinate: real(-1e6, 1e6),
    probability: real(0, 1),
    index: whole(0, 4095),
    descent_steps: whole(1, 120),
    descent_rate: real(0, 1000),
    decay: real(0.5, 1),
    neuron_steps: whole(0, 200),
    stack_depth: whole(2, 50),
    stack_width: whole(1, 32),
    stack_range: real(0, 5),
    stack_steps: whole(0, 200),
    hidden_layers: whole(1, 8),
    width: whole(1, 16),
    run_epoch: whole(1, 1500),
    updates: whole(2, 10_000),
    gain: real(0, 1),
    held_out_percent: whole(0, 50),
    rule_steps: whole(0, 200),
  },
  presets: {
    "2-2-1-a": preset([0.2, 0.4, 0.3, 0.1, 0.6, 0.5]),
    "2-2-1-b": preset([1, 2, 3, 4, 5, 6]),
  },
  textbook: ["2-2-1-b"],
});
