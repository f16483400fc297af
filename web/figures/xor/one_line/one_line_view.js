import { html, nothing } from "lit";
import { numberText } from "../../../kit/formula/number_text.js";
import { fixed, tuple } from "../plots/plot_numbers.js";
import { words } from "./one_line_words.js";

/** @import { OneLine } from "./one_line_messages.js" */

/**
 * The two sums that are equal for every line, with their values for the line that is trained.
 * @param {OneLine} line
 */
export const whyNoLine = ({ diagonals, sentence, given_up }) => html`<section
  class="xor-panel xor-panel-hidden" data-part="one-line">
  <h3 class="xor-panel-title">${words.title}</h3>
  <table class="xor-sums">
    <caption class="unseen">${words.title}</caption>
    <thead>
      <tr><th scope="col">${words.corners}</th><th scope="col">${words.sum}</th></tr>
    </thead>
    <tbody>
      ${diagonals.map(
        ({ corners, target, sums, total }) => html`<tr data-total=${total}>
          <th scope="row">${corners.map(tuple).join(", ")} <small>${words.target(target)}</small></th>
          <td>${sums.map(places).join(" + ").replace("+ −", "− ")} <b>= ${places(total)}</b></td>
        </tr>`,
      )}
    </tbody>
  </table>
  <p class="xor-panel-note">${sentence}</p>
  ${given_up ? html`<p class="xor-panel-note">${given_up}</p>` : nothing}
</section>`;

/** Three places, and no minus before a zero. @param {number} value */
const places = (value) => fixed(value, 3).replace(/^−(?=[0.]+$)/, "");

/**
 * What the single unit is, and Rosenblatt's own rule on the same four examples, mistake by mistake.
 * @param {OneLine} line
 */
export const perceptronRule = ({ perceptron, perceptron_sentence }) => html`<p
  class="xor-panel-note xor-which">${words.which}</p>
<details class="xor-perceptron" data-part="perceptron">
  <summary>${words.perceptron}</summary>
  <p class="xor-panel-note">${words.rule}</p>
  <table>
    <caption class="unseen">${words.perceptron}</caption>
    <thead>
      <tr>
        <th scope="col">${words.sweep}</th>
        <th scope="col">${words.example}</th>
        <th scope="col">${words.answer}</th>
        <th scope="col"><span class="xor-symbol">w₁</span></th>
        <th scope="col"><span class="xor-symbol">w₂</span></th>
        <th scope="col"><span class="xor-symbol">b</span></th>
      </tr>
    </thead>
    <tbody>
      ${perceptron.changes.map(
        ({ sweep, inputs, answer, target, weights, bias }) => html`<tr data-sweep=${sweep}>
          <td>${sweep}</td>
          <td>${tuple(inputs)}</td>
          <td>${words.instead(answer, target)}</td>
          ${[...weights, bias].map((value) => html`<td>${numberText(value)}</td>`)}
        </tr>`,
      )}
    </tbody>
  </table>
  <p class="xor-panel-note">${perceptron_sentence}</p>
</details>`;
