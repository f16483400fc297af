import { html } from "lit";
import { symbolTemplate } from "../../kit/formula/formula.js";
import { words } from "./cost_words.js";

/** @import { ComparedDigits, CostResult } from "./cost_messages.js" */

/**
 * Some components of the gradient, each computed in both ways; the digits that agree are highlighted.
 * @param {CostResult} result
 * @param {ComparedDigits[]} rows
 */
export function digitsView({ compared }, rows) {
  return html`<table class="cost-digits">
    <caption class="unseen">${words.compare}</caption>
    <thead>
      <tr>
        <th scope="col"><span class="unseen">${words.component}</span></th>
        <th scope="col">${words.digits}</th>
        <th scope="col" class="number">${words.agreeing}</th>
      </tr>
    </thead>
    <tbody>
      ${compared.map(({ symbol, name, index }, row) => {
        const digits = rows[row];
        return html`<tr data-component=${index} data-gradient=${digits.gradient}
          data-difference=${digits.difference} data-agreeing-digits=${digits.agreeing_digits}>
          <th scope="row">${symbolTemplate(symbol, "backward")}<span class="unseen">${name}</span></th>
          <td>
            <span class="cost-value"><span class="unseen">${words.backpropagation}: </span><b>${
              digits.shared
            }</b>${digits.gradient_rest}${digits.gradient_power}</span>
            <span class="cost-value"><span class="unseen">${words.difference}: </span><b>${
              digits.shared
            }</b><i>${digits.difference_rest}</i>${digits.difference_power}</span>
          </td>
          <td class="number">${digits.agreeing_digits}</td>
        </tr>`;
      })}
    </tbody>
  </table>`;
}
