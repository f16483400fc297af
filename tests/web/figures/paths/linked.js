import { openingState, withPaths } from "../../../../web/figures/paths/paths_state.js";
import { describe } from "../described.js";

const networks = /** @type {any} */ ([
  { name: "2-3-3-1", layer_sizes: [2, 3, 3, 1], use_biases: true },
  { name: "2-2-1", layer_sizes: [2, 2, 1], use_biases: false },
]);

/** @type {Record<string, import("../described.js").LinkedKind>} */
export const linked = {
  paths: {
    opening: /** @type {any} */ (
      openingState(
        /** @type {any} */ ({
          network: "2-3-3-1",
          weight: { layer: 0, source: 0, target: 0 },
          hidden_layers: 3,
          width: 3,
        }),
      )
    ),
    apply: (state, fields) => withPaths(/** @type {any} */ (state), fields, describe, networks),
  },
};
