import {
  symmetryFields,
  symmetryState,
  withSymmetryFields,
} from "../../../../web/figures/symmetry/symmetry_state.js";

export const fields = symmetryFields(
  /** @type {any} */ ({
    limits: {
      seed: { minimum: 0, maximum: 1000, whole: true },
      symmetry_sweeps: { minimum: 0, maximum: 20_000, whole: true },
    },
  }),
);
export const opening = symmetryState(
  { kind: "symmetry", seed: 47, signed: false, sweeps: 2560, pattern: "110011" },
  /** @type {any} */ ({ sweeps: [0, 1000, 1840] }),
);

/** @type {Record<string, import("../described.js").LinkedKind>} */
export const linked = {
  symmetry: {
    opening: /** @type {any} */ (opening),
    apply: (state, changed) => withSymmetryFields(/** @type {any} */ (state), changed, fields),
  },
};
