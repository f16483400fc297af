import { html } from "lit";
import { formulaTemplate } from "../../kit/formula/formula.js";
import { words } from "./rates_words.js";

/**
 * The next step of the chosen run: its equations, in symbols and then with their numbers.
 * @param {import("./rates_messages.js").RatesResult["equations"][number] | undefined} equations
 *   missing while the answer belongs to another run
 */
export function equationsView(equations) {
  return html`<div class="rates-equations" role="group" tabindex="0" aria-label=${words.next}>
    <h3 class="minor">${words.next}</h3>
    ${equations?.map(
      ({ formula, numbers }) => html`<div class="rates-equation">
        <div>${formulaTemplate(formula)}</div>
        <div class="rates-numbers">${formulaTemplate(numbers)}</div>
      </div>`,
    )}
  </div>`;
}
