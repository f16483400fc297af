import { html } from "lit";
import { wrappedFormula } from "../../kit/formula/wrapped_formula.js";
import { words } from "./neuron_words.js";

/** @typedef {import("./neuron_messages.js").Operation} Operation */

/**
 * Operations one below the other, each in symbols and in numbers.
 * @param {Operation[]} operations
 */
export const operationsView = (operations) => html`<ol class="plain-list neuron-operations">
  ${operations.map(
    ({ name, phase, place, formula, substituted, value }) => html`<li class="neuron-operation"
      data-operation=${name} data-value=${value} data-place=${place}>
      <span class="neuron-phase neuron-phase-${phase}">${words.phases[phase]}</span>
      <span class="neuron-formula">${wrappedFormula(formula)}</span>
      <span class="neuron-formula neuron-numbers">${wrappedFormula(substituted)}</span>
    </li>`,
  )}
</ol>`;
