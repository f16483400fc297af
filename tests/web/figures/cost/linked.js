import { openingState, withCost } from "../../../../web/figures/cost/cost_state.js";

const costResult = /** @type {any} */ ({
  networks: [{ name: "2-2-1" }, { name: "2-3-3-1" }],
  steps: new Array(14).fill(0.1),
  precisions: { float64: { best: 4 } },
});

/** @type {Record<string, import("../described.js").LinkedKind>} */
export const linked = {
  cost: {
    opening: /** @type {any} */ (
      openingState(/** @type {any} */ ({ preset: "2-3-3-1" }), costResult)
    ),
    apply: (state, fields) => withCost(/** @type {any} */ (state), fields, costResult),
  },
};
