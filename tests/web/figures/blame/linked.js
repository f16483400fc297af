import { blameState, withBlameFields } from "../../../../web/figures/blame/blame_state.js";
import { describe } from "../described.js";

/** @type {Record<string, import("../described.js").LinkedKind>} */
export const linked = {
  blame: {
    opening: /** @type {any} */ (blameState(/** @type {any} */ ({ shares: [1, 0.6, 0.5, 0.3] }))),
    apply: (state, fields) => withBlameFields(/** @type {any} */ (state), fields, describe),
  },
};
