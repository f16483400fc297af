import {
  playgroundState,
  withPlayground,
} from "../../../../web/figures/playground/playground_state.js";

const real = (/** @type {number} */ minimum, /** @type {number} */ maximum, whole = false) => ({
  minimum,
  maximum,
  whole,
});

export const describe = /** @type {any} */ ({
  limits: {
    playground_noise: real(0, 80),
    training_percent: real(1, 99),
    regularisation_rate: real(0, 100),
    playground_units: real(1, 16, true),
    playground_layers: real(0, 10, true),
    playground_classes: real(2, 6, true),
    learning_rate: real(0, 100),
    momentum: real(0, 0.999),
    batch_size: real(1, 2000, true),
    epochs: real(0, 1e6, true),
    index: real(0, 4095, true),
    weight: real(-1e6, 1e6),
  },
});

export const message = /** @type {const} */ ({
  kind: "playground",
  seed: "0.59704",
  dataset: "circle",
  formula: "sin(x)",
  classes: 2,
  noise: 0,
  training_percent: 50,
  features: ["x", "y"],
  hidden_layers: [4, 2],
  activation: "tanh",
  initial_zero: false,
  learning_rate: 0.03,
  optimiser: "descent",
  momentum: 0,
  batch_size: 10,
  regularisation: "none",
  regularisation_rate: 0,
  shows_test_data: false,
  discretised: false,
  run: null,
  epochs: 0,
  resolution: 50,
});

export const opening = playgroundState(/** @type {any} */ (message));

/** @type {Record<string, import("../described.js").LinkedKind>} */
export const linked = {
  playground: {
    opening: /** @type {any} */ (opening),
    apply: (state, fields) => withPlayground(/** @type {any} */ (state), fields, describe),
  },
};
