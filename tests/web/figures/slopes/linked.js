import { slopesState, withSlopesFields } from "../../../../web/figures/slopes/slopes_state.js";

export const describe = /** @type {any} */ ({
  limits: {
    slopes_x: { minimum: -4, maximum: 4 },
    slopes_held: { minimum: -3, maximum: 3 },
    slopes_nudge: { minimum: 0, maximum: 3, whole: true },
  },
});
export const opening = slopesState({
  kind: "slopes",
  function: "square",
  x: 3,
  held: 2,
  nudge: 0,
});

/** @type {Record<string, import("../described.js").LinkedKind>} */
export const linked = {
  slopes: {
    opening: /** @type {any} */ (opening),
    apply: (state, fields) => withSlopesFields(/** @type {any} */ (state), fields, describe),
  },
};
