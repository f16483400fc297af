import { html } from "lit";
import { wrappedFormula } from "../../kit/formula/wrapped_formula.js";
import { words } from "./rates_words.js";

/**
 * The next step of the chosen run: its equations, in symbols and then with their numbers.
 * @param {import("./rates_messages.js").RatesResult["equations"][number] | undefined} equations
 *   missing while the answer belongs to another run
 */
export function equationsView(equations) {
  return html`<div class="rates-equations" role="group" aria-label=${words.next}>
    <h3 class="minor">${words.next}</h3>
    ${equations?.map(
      ({ formula, numbers }) => html`<div class="rates-equation">
        <div>${wrappedFormula(formula)}</div>
        <div class="rates-numbers">${wrappedFormula(numbers)}</div>
      </div>`,
    )}
  </div>`;
}
