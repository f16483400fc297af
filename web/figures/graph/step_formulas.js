import { html } from "lit";
import { wrappedFormula } from "../../kit/formula/wrapped_formula.js";
import { words } from "./graph_words.js";

/**
 * The formulas of a step, those of each operand together; in their place what they will be, where the step
 * computes nothing.
 * @param {import("./graph_messages.js").GraphStep} step
 */
export const stepFormulas = ({ node, formulas }) =>
  node === null
    ? html`<p class="soft">${words.formulaRoom}</p>`
    : formulas.map(
        (group) =>
          html`<div>${group.map((formula) => html`<div class="graph-equation">${wrappedFormula(formula)}</div>`)}</div>`,
      );
