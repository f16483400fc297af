/**
 * Every figure's state as a link meets it: how it opens, and the reducer that checks what a link
 * says. Limits, menus and sizes are written down here, as the engine's are.
 */
import { blameState, withBlameFields } from "../../../web/figures/blame/blame_state.js";
import { openingState as costOpening, withCost } from "../../../web/figures/cost/cost_state.js";
import {
  depthFields,
  depthOpening,
  withDepthFields,
} from "../../../web/figures/depth/depth_state.js";
import {
  equationsFields,
  equationsOpening,
  withEquationsFields,
} from "../../../web/figures/equations/equations_state.js";
import { presetState, withFields } from "../../../web/figures/network/network_state.js";
import { neuronState, withNeuronFields } from "../../../web/figures/neuron/neuron_state.js";
import { openingState as pathsOpening, withPaths } from "../../../web/figures/paths/paths_state.js";
import { withPulls } from "../../../web/figures/pulls/pulls_state.js";
import { withRates } from "../../../web/figures/rates/rates_state.js";
import { openingStopping, withStopping } from "../../../web/figures/stopping/stopping_state.js";
import { defaultState, withValues, xorFields } from "../../../web/figures/xor/xor_state.js";

/** @typedef {Record<string, unknown>} Fields */
/**
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

const describe = /** @type {any} */ ({
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
    momentum: real(0, 0.999),
    noise: real(0, 1),
    epoch: whole(0, 1e9),
    loss: real(0, 1e9),
    examples: whole(2, 2000),
    coordinate: real(-1e6, 1e6),
    probability: real(0, 1),
    index: whole(0, 4095),
    descent_steps: whole(1, 120),
    decay: real(0.5, 1),
    neuron_steps: whole(0, 200),
    stack_depth: whole(2, 50),
    stack_width: whole(1, 32),
    stack_range: real(0, 5),
    stack_steps: whole(0, 200),
    hidden_layers: whole(1, 8),
    width: whole(1, 16),
    run_epoch: whole(1, 1500),
    gain: real(0, 1),
    rule_steps: whole(0, 200),
  },
  presets: {
    "2-2-1-a": preset([0.2, 0.4, 0.3, 0.1, 0.6, 0.5]),
    "2-2-1-b": preset([1, 2, 3, 4, 5, 6]),
  },
});

const neuron = neuronState(
  /** @type {any} */ ({
    input: 2.1,
    target: 4,
    weight: 1,
    bias: 0,
    bias_is_free: false,
    learning_rate: 0.1,
    steps: 0,
  }),
);
const network = {
  ...presetState("2-2-1-a", describe),
  selected: { layer: 0, source: 0, target: 0 },
};
const xorMessage = /** @type {any} */ ({
  network: {
    layer_sizes: [2, 2, 1],
    activations: ["sigmoid", "sigmoid"],
    loss: "half_squared_error",
  },
  learning_rate: 0.5,
  momentum: 0.9,
});
const xorTable = xorFields(describe, xorMessage);
const depthTable = depthFields(describe);
const equationsTable = equationsFields(describe, 13);
const networks = /** @type {any} */ ([
  { name: "2-3-3-1", layer_sizes: [2, 3, 3, 1], use_biases: true },
  { name: "2-2-1", layer_sizes: [2, 2, 1], use_biases: false },
]);
const ratesResult = /** @type {any} */ ({
  landscapes: [{ name: "neuron" }, { name: "xor" }],
  surface: { x_range: [-2, 6], y_range: [-3, 3] },
  choices: ["w", "b"],
});
const costResult = /** @type {any} */ ({
  networks: [{ name: "2-2-1" }, { name: "2-3-3-1" }],
  steps: new Array(14).fill(0.1),
  precisions: { float64: { best: 4 } },
});
const momentum = { name: "momentum", learning_rate: 8, momentum: 0.8, decay: 1 };

/** @param {any} answer a reducer's */
const told = ({ state, refused, refusals }) => ({ state, refused: refused ?? refusals });

/** @type {Record<string, LinkedKind>} */
export const LINKED = {
  blame: {
    opening: /** @type {any} */ (blameState(/** @type {any} */ ({ shares: [1, 0.6, 0.5, 0.3] }))),
    apply: (state, fields) => told(withBlameFields(/** @type {any} */ (state), fields, describe)),
  },
  slope: {
    opening: { ...neuron, bias: null },
    apply: (state, fields) => told(withNeuronFields(/** @type {any} */ (state), fields, describe)),
  },
  neuron: {
    opening: { ...neuron },
    apply: (state, fields) => told(withNeuronFields(/** @type {any} */ (state), fields, describe)),
  },
  walk: {
    opening: { ...network, selected: null, overview: false },
    apply: (state, fields) => told(withFields(/** @type {any} */ (state), fields, describe)),
  },
  network: {
    opening: network,
    apply: (state, fields) => told(withFields(/** @type {any} */ (state), fields, describe)),
  },
  paths: {
    opening: /** @type {any} */ (
      pathsOpening(
        /** @type {any} */ ({
          network: "2-3-3-1",
          weight: { layer: 0, source: 0, target: 0 },
          hidden_layers: 3,
          width: 3,
        }),
      )
    ),
    apply: (state, fields) =>
      told(withPaths(/** @type {any} */ (state), fields, describe, networks)),
  },
  cost: {
    opening: /** @type {any} */ (
      costOpening(/** @type {any} */ ({ preset: "2-3-3-1" }), costResult)
    ),
    apply: (state, fields) => told(withCost(/** @type {any} */ (state), fields, costResult)),
  },
  xor: {
    opening: /** @type {any} */ (defaultState(xorTable)),
    apply: (state, fields) => told(withValues(/** @type {any} */ (state), fields, xorTable)),
  },
  pulls: {
    opening: { weight: 2, seed: 29, epoch: 50 },
    apply: (state, fields) =>
      told(
        withPulls(
          /** @type {any} */ (state),
          fields,
          describe,
          /** @type {any} */ ({ choices: ["a", "b", "c"] }),
        ),
      ),
  },
  rates: {
    opening: {
      landscape: "xor",
      weights: [0, 1],
      start: [1, 2],
      runs: [{ name: "small", learning_rate: 0.1, momentum: 0, decay: 1 }, momentum],
      chosen: "momentum",
      steps: 40,
      step: 4,
    },
    apply: (state, fields) =>
      told(withRates(/** @type {any} */ (state), fields, describe, ratesResult)),
  },
  stopping: {
    opening: openingStopping(
      /** @type {any} */ ({
        dataset: "circle",
        noise: 0.1,
        seed: 1,
        loss_below: 0.1,
        patience: 200,
        least_gain: 0.06,
        budget: 1200,
      }),
    ),
    apply: (state, fields) => told(withStopping(/** @type {any} */ (state), fields, describe)),
  },
  depth: {
    opening: depthOpening(
      /** @type {any} */ ({
        kind: "depth",
        depth: 20,
        width: 8,
        activation: "sigmoid",
        initialiser: "range",
        initial_range: 1,
        residual: false,
        batch_normalisation: false,
        seed: 1,
        learning_rate: 0.1,
        steps: 0,
      }),
    ),
    apply: (state, fields) => told(withDepthFields(/** @type {any} */ (state), fields, depthTable)),
  },
  equations: {
    opening: /** @type {any} */ (
      equationsOpening(
        /** @type {any} */ ({
          kind: "equations",
          activation: "sigmoid",
          parameters: [0.4, -0.3, 0.5, 0.2, 0.5, -0.6, 0.1, -0.2, 0, 0.6, -0.4, 0.8, 0.1],
          inputs: [0.5, 0.7],
          target: 1,
          learning_rate: 0.5,
          momentum: 0.9,
          steps: 1,
          weight: { layer: 0, source: 0, target: 0 },
        }),
      )
    ),
    apply: (state, fields) =>
      told(withEquationsFields(/** @type {any} */ (state), fields, equationsTable)),
  },
};
