import { html } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { numberText, signedNumberText } from "../../kit/formula/number_text.js";
import { words } from "./neuron_words.js";

/** @typedef {import("./neuron_messages.js").Standing} Standing */

/**
 * Every step so far, the newest on top, with the predicted and the actual change of the loss.
 * @param {Standing[]} rows
 * @param {boolean} hasBias
 */
export const historyView = (
  rows,
  hasBias,
) => html`<div class="neuron-history" tabindex="0" role="region" aria-label=${words.history}>
  <table>
    <caption class="unseen">${words.history}</caption>
    <thead>
      <tr>${columns(hasBias).map((name) => html`<th scope="col" class="number">${name}</th>`)}</tr>
    </thead>
    <tbody>${repeat(
      [...rows].reverse(),
      ({ step }) => step,
      (row) => html`<tr data-step=${row.step} data-weight=${row.weight} data-bias=${row.bias}
        data-output=${row.output} data-loss=${row.loss}>
        <th scope="row" class="number">${row.step}</th>
        ${[
          row.weight,
          ...(hasBias ? [row.bias] : []),
          row.output,
          row.loss,
          row.weight_gradient,
        ].map((value) => html`<td class="number">${numberText(value, 6)}</td>`)}
        ${[row.first_order_change, row.actual_change].map(
          (value) =>
            html`<td class="number">${value === null ? "–" : signedNumberText(value)}</td>`,
        )}
      </tr>`,
    )}</tbody>
  </table>
</div>`;

/** @param {boolean} hasBias */
const columns = (hasBias) =>
  Object.entries(words.columns).flatMap(([column, name]) =>
    column === "bias" && !hasBias ? [] : [name],
  );
