import { html, nothing } from "lit";
import { exampleMark } from "../../kit/charts/example_mark.js";
import { numberText } from "../../kit/formula/number_text.js";
import { exampleName, fixed, subscript } from "./plots/plot_numbers.js";
import { words } from "./xor_words.js";

/** @import { Prediction } from "./xor_messages.js" */

/**
 * The four examples in numbers; full precision is in the data attributes. Whoever has no pointer opens an
 * example by its point.
 * @param {Prediction[]} predictions
 * @param {((example: number) => void) | null} onOpen
 */
export function predictionsView(predictions, onOpen) {
  const { length } = predictions[0].inputs;
  const symbols = Array.from(
    { length },
    (_, index) => html`<span class="xor-symbol">x${subscript(index + 1)}</span>`,
  );
  const table = html`<table class="xor-predictions" data-part="predictions">
    <caption class="unseen">${words.examples}</caption>
    <thead>
      <tr>
        ${
          length === 2
            ? html`<th scope="col">${symbols[0]}, ${symbols[1]}</th>`
            : html`<th scope="col">${words.example}</th>${symbols.map((symbol) => html`<th scope="col">${symbol}</th>`)}`
        }
        <th scope="col"><abbr class="xor-symbol" title=${words.target}>t</abbr></th>
        <th scope="col" class="xor-symbol">ŷ</th>
        <th scope="col" class="xor-symbol">E</th>
        <th scope="col"><span class="unseen">${words.right}</span></th>
      </tr>
    </thead>
    <tbody class=${onOpen ? "xor-rows-open" : ""}>${predictions.map((prediction, example) =>
      row(prediction, example, onOpen),
    )}</tbody>
  </table>`;
  if (length <= 2) return table;
  return html`<div class="xor-predictions-room" tabindex="0" role="region" aria-label=${words.examples}>${table}</div>`;
}

/**
 * @param {Prediction} prediction
 * @param {number} example
 * @param {((example: number) => void) | null} onOpen
 */
function row(prediction, example, onOpen) {
  const { inputs, target, output, loss, correct } = prediction;
  return html`<tr data-example=${example} data-output=${output} data-loss=${loss}
    @click=${onOpen ? () => onOpen(example) : nothing}>
    <th scope="row"><svg class="xor-mark-key" viewBox="0 0 16 16" aria-hidden="true">${exampleMark(target, 8, 8)}</svg>${exampleName(prediction)}</th>
    ${inputs.length === 2 ? nothing : inputs.map((input) => html`<td>${numberText(input, 3)}</td>`)}
    <td>${numberText(target)}</td>
    <td>${fixed(output, 3)}</td>
    <td class="xor-loss-value">${fixed(loss, 4)}</td>
    <td class=${correct ? "xor-verdict" : "xor-verdict xor-wrong"}><span
      aria-hidden="true">${correct ? "✓" : "✗"}</span><span
      class="unseen">${correct ? words.right : words.wrong}</span></td>
  </tr>`;
}
