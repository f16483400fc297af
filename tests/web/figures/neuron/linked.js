import { neuronState, withNeuronFields } from "../../../../web/figures/neuron/neuron_state.js";
import { describe } from "../described.js";

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

/** @type {Record<string, import("../described.js").LinkedKind>} */
export const linked = {
  slope: {
    opening: { ...neuron, bias: null },
    apply: (state, fields) => withNeuronFields(/** @type {any} */ (state), fields, describe, false),
  },
  neuron: {
    opening: { ...neuron, bias: null },
    apply: (state, fields) => withNeuronFields(/** @type {any} */ (state), fields, describe, true),
  },
};
