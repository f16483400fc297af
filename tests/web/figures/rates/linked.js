import { withRates } from "../../../../web/figures/rates/rates_state.js";
import { describe } from "../described.js";

const ratesResult = /** @type {any} */ ({
  landscapes: [{ name: "neuron" }, { name: "xor" }],
  surface: { x_range: [-2, 6], y_range: [-3, 3] },
  choices: ["w", "b"],
});

const momentum = { name: "momentum", learning_rate: 8, momentum: 0.8, decay: 1 };

/** @type {Record<string, import("../described.js").LinkedKind>} */
export const linked = {
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
    apply: (state, fields) => withRates(/** @type {any} */ (state), fields, describe, ratesResult),
  },
};
