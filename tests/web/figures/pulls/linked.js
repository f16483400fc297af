import { withPulls } from "../../../../web/figures/pulls/pulls_state.js";
import { describe } from "../described.js";

/** @type {Record<string, import("../described.js").LinkedKind>} */
export const linked = {
  pulls: {
    opening: { weight: 2, seed: 29, epoch: 50 },
    apply: (state, fields) =>
      withPulls(
        /** @type {any} */ (state),
        fields,
        describe,
        /** @type {any} */ ({ choices: ["a", "b", "c"] }),
      ),
  },
};
