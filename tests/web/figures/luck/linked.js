import { luckState, withLuck } from "../../../../web/figures/luck/luck_state.js";

const range = (/** @type {number} */ minimum, /** @type {number} */ maximum) => ({
  minimum,
  maximum,
});
export const describe = /** @type {any} */ ({
  limits: {
    luck_starts: { ...range(1, 1000), whole: true },
    units: { ...range(1, 8), whole: true },
    initial_range: range(0, 100),
    learning_rate: range(0, 100),
    momentum: range(0, 0.999),
    any: range(-1e308, 1e308),
  },
  activations: ["sigmoid", "tanh", "relu", "leaky_relu", "linear", "softmax"],
});
export const opening = luckState({
  kind: "luck",
  starts: 100,
  dataset: "xor",
  hidden_units: 2,
  activation: "sigmoid",
  initial_range: 1,
  learning_rate: 0.5,
  momentum: 0.9,
  differs: "hidden_units",
  other_value: 4,
  other_activation: "tanh",
});

/** @type {Record<string, import("../described.js").LinkedKind>} */
export const linked = {
  luck: {
    opening: /** @type {any} */ (opening),
    apply: (state, fields) => withLuck(/** @type {any} */ (state), fields, describe),
  },
};
