import { familyState, withFamily } from "../../../../web/figures/family/family_state.js";

const place = (/** @type {number} */ maximum) => ({ minimum: 0, maximum, whole: true });
export const describe = /** @type {any} */ ({
  limits: { seed: place(4294967295), family_sweeps: place(1500) },
});

export const opening = familyState({ kind: "family", recipe: "repaired", seed: 0, sweeps: 1500 });

/** In these trees everybody has a father, Colin an aunt, and Arthur a mother. */
const asked = [
  ...Array.from({ length: 24 }, (_, person) => ({ person, relation: 0 })),
  { person: 9, relation: 7, held_out: true },
  { person: 2, relation: 1 },
];
export const known = /** @type {any} */ ({
  describe,
  result: { people: Array(24), relations: Array(12), questions: asked },
  ends: { printed: 1500, without_decay: 1500, repaired: 1500, adam: 500 },
  sweepsOf: (/** @type {{seed: number, recipe: string}} */ { seed, recipe }) =>
    seed > 0 ? 0 : recipe === "adam" ? 500 : 1500,
});

/** @type {Record<string, import("../described.js").LinkedKind>} */
export const linked = {
  family: {
    opening: /** @type {any} */ (opening),
    apply: (state, fields) => withFamily(/** @type {any} */ (state), fields, known),
  },
};
