import { graphState, withGraphFields } from "../../../../web/figures/graph/graph_state.js";

export const describe = /** @type {any} */ ({
  limits: {
    graph_value: { minimum: -1000, maximum: 1000 },
    graph_step: { minimum: 0, maximum: 1000, whole: true },
    formula_characters: { minimum: 1, maximum: 400, whole: true },
  },
});
/** What is shown, as far as checks of fields look at it. */
export const result = /** @type {any} */ ({
  orders: [{ name: "topological" }, { name: "recursion" }],
});
export const opening = graphState({
  kind: "graph",
  formula: "q = x + y; q * z",
  values: { x: -2, y: 5, z: -4 },
  order: "topological",
});

/** @type {Record<string, import("../described.js").LinkedKind>} */
export const linked = {
  graph: {
    opening: /** @type {any} */ (opening),
    apply: (state, fields) => withGraphFields(/** @type {any} */ (state), fields, describe, result),
  },
};
