import { html } from "lit";
import { wrappedFormula } from "../../kit/formula/wrapped_formula.js";

/**
 * The formulas of a step, those of each operand together.
 * @param {import("./graph_messages.js").GraphStep["formulas"]} groups
 */
export const stepFormulas = (groups) =>
  groups.map(
    (group) =>
      html`<div>${group.map((formula) => html`<div class="graph-equation">${wrappedFormula(formula)}</div>`)}</div>`,
  );
