import { html } from "lit";
import { words } from "./slopes_words.js";

/** @typedef {import("./slopes_messages.js").SlopesResult} SlopesResult */

/**
 * Smaller and smaller nudges, each with what comes of it: choosing one draws it.
 * @param {SlopesResult} result
 * @param {number} chosen
 * @param {(nudge: number) => void} choose
 */
export const nudgesView = ({ nudges, slope, texts }, chosen, choose) => html`<table
    class="slopes-nudges" translate="no">
  <caption>${words.nudges}</caption>
  <thead><tr>
    <th scope="col">${words.nudge}</th><th scope="col">${words.change}</th>
    <th scope="col">${words.ratio}</th>
  </tr></thead>
  <tbody>${nudges.map(
    (row, index) => html`<tr data-ratio=${row.ratio} ?data-chosen=${index === chosen}>
      <th scope="row"><button class="button" aria-pressed=${index === chosen}
        @click=${() => choose(index)}>${row.texts.nudge}</button></th>
      <td>${row.texts.change}</td><td>${row.texts.ratio}</td>
    </tr>`,
  )}
  <tr class="slopes-slope" data-place="slope"><th scope="row" colspan="2">${words.slopeRow}</th>
    <td data-slope=${slope}>${texts.slope}</td></tr></tbody>
</table>`;
