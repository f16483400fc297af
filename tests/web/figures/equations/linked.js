import {
  equationsFields,
  equationsOpening,
  withEquationsFields,
} from "../../../../web/figures/equations/equations_state.js";
import { describe } from "../described.js";

const equationsTable = equationsFields(describe, 13);

/** @type {Record<string, import("../described.js").LinkedKind>} */
export const linked = {
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
      withEquationsFields(/** @type {any} */ (state), fields, equationsTable),
  },
};
