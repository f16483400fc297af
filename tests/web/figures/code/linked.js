import { codeState, withCodeFields } from "../../../../web/figures/code/code_state.js";

export const TASKS = ["output_error_signal", "weight_gradient"];

/** @type {Record<string, import("../described.js").LinkedKind>} */
export const linked = {
  code: {
    opening: /** @type {any} */ (codeState({ kind: "code", task: TASKS[0] })),
    apply: (state, fields) => withCodeFields(/** @type {any} */ (state), fields, TASKS),
  },
};
