import { xorFields, xorOpening } from "../../../../web/figures/xor/xor_state.js";
import { withTableValues } from "../../../../web/kit/fields/field_table.js";
import { describe } from "../described.js";

const xorMessage = /** @type {any} */ ({
  network: {
    layer_sizes: [2, 2, 1],
    activations: ["sigmoid", "sigmoid"],
    loss: "half_squared_error",
  },
  learning_rate: 0.5,
  momentum: 0.9,
});

const xorTable = xorFields(describe, xorMessage.network);

/** @type {Record<string, import("../described.js").LinkedKind>} */
export const linked = {
  xor: {
    opening: /** @type {any} */ (xorOpening(xorMessage)),
    apply: (state, fields) => withTableValues(/** @type {any} */ (state), fields, xorTable),
  },
};
