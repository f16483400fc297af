import { endOfRun, withLearningFields } from "../../../../web/figures/learning/learning_state.js";
import { result } from "./run_of_three.js";

/** @type {Record<string, import("../described.js").LinkedKind>} */
export const linked = {
  learning: {
    opening: /** @type {any} */ (endOfRun(result)),
    apply: (state, fields) => withLearningFields(result, /** @type {any} */ (state), fields),
  },
};
