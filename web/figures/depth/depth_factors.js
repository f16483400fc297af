import { html } from "lit";
import { formulaTemplate } from "../../kit/formula/formula.js";
import { numberText } from "../../kit/formula/number_text.js";
import { words } from "./depth_words.js";

/** @import { DepthComparison, DepthResult } from "./depth_messages.js" */

/**
 * The factor by which a layer multiplies the gradient, with its parts, and what such factors amount to.
 * @param {DepthResult} result
 */
export function factorView({ formula, mean, comparisons, passed }) {
  return html`<h3>${words.factorTitle}</h3>
    <div class="depth-factor" data-value=${String(mean?.factor ?? 0)}>
      ${formula ? formulaTemplate(formula, true) : html`<p class="soft">${words.noFactor}</p>`}
    </div>
    <table class="depth-comparisons">
      <caption>${words.comparisons}</caption>
      <thead><tr>
        <th scope="col"><span class="unseen">${words.factorTitle}</span></th>
        <th scope="col">${words.perLayer}</th>
        <th scope="col">${words.overStack(passed)}</th>
        <th scope="col">${words.overHundred}</th>
      </tr></thead>
      <tbody>${comparisons.map(row)}</tbody>
    </table>`;
}

/** @param {DepthComparison} comparison */
function row({ name, factor, over_stack, over_hundred }) {
  return html`<tr class="depth-${name}" data-comparison=${name}>
    <th scope="row">${words.comparisonName(name)}</th>
    ${cell(factor)} ${cell(over_stack)} ${cell(over_hundred)}
  </tr>`;
}

/** @param {number | null} value */
function cell(value) {
  const text = value === null ? words.tooLarge : numberText(value, 3);
  return html`<td class="number" data-value=${String(value)}>${text}</td>`;
}
