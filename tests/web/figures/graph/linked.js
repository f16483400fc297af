import { graphState, withGraphFields } from "../../../../web/figures/graph/graph_state.js";

export const describe = /** @type {any} */ ({
  limits: {
    graph_value: { minimum: -1000, maximum: 1000 },
    graph_step: { minimum: 0, maximum: 1000, whole: true },
    graph_picks: { minimum: 0, maximum: 200, whole: true },
    layers: { minimum: 2, maximum: 6, whole: true },
    units: { minimum: 1, maximum: 8, whole: true },
    index: { minimum: 0, maximum: 4095, whole: true },
    formula_characters: { minimum: 1, maximum: 400, whole: true },
  },
});
/** What is shown, as far as checks of fields look at it. */
export const result = /** @type {any} */ ({
  orders: [{ name: "topological" }, { name: "recursion" }, { name: "own" }],
});
export const opening = graphState({
  kind: "graph",
  formula: "q = x + y; q * z",
  values: { x: -2, y: 5, z: -4 },
  order: "topological",
  picks: [],
});

/** @type {Record<string, import("../described.js").LinkedKind>} */
export const linked = {
  graph: {
    opening: /** @type {any} */ (opening),
    apply: (state, fields) => withGraphFields(/** @type {any} */ (state), fields, describe, result),
  },
};
