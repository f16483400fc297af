import { html } from "lit";
import { numberText } from "../../kit/formula/number_text.js";
import { words } from "./depth_words.js";

/** @import { DepthLayer } from "./depth_messages.js" */

/**
 * What the dots of both plots say, layer by layer in numbers.
 * @param {DepthLayer[]} layers
 */
export const layersTable = (layers) => html`<div class="depth-layers" tabindex="0" role="region"
  aria-label=${words.table}>
  <table>
    <caption class="unseen">${words.table}</caption>
    <thead><tr>${words.tableColumns.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
    <tbody>${layers.map(
      ({ layer, signal, weight_gradient, factor, moved }) => html`<tr>
        <th scope="row" class="number">${layer}</th>
        ${[signal, weight_gradient, factor?.factor ?? null, moved].map(cell)}
      </tr>`,
    )}</tbody>
  </table>
</div>`;

/** @param {number | null} value null where there is none */
const cell = (value) =>
  html`<td class="number" data-value=${String(value)}>${value === null ? "–" : numberText(value)}</td>`;
