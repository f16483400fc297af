import { openingStopping, withStopping } from "../../../../web/figures/stopping/stopping_state.js";
import { describe } from "../described.js";

/** @type {Record<string, import("../described.js").LinkedKind>} */
export const linked = {
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
    apply: (state, fields) => withStopping(/** @type {any} */ (state), fields, describe),
  },
};
