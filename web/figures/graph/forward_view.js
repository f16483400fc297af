import { html } from "lit";
import { numberText } from "../../kit/formula/number_text.js";
import { words } from "./graph_words.js";

/**
 * The same derivatives by sweeps forward, one for each number that goes in, and what they cost.
 * @param {NonNullable<import("./graph_messages.js").GraphResult["forward"]>} forward
 */
export const forwardView = ({ sentence, sweeps, multiplications }) => html`
  <p>${words.forwardIs}</p>
  <p>${sentence}</p>
  <div class="graph-sweeps"><table>
    <caption class="unseen">${words.forward}</caption>
    <thead><tr><th scope="col">${words.sweep}</th><th scope="col">${words.found}</th>
      <th scope="col">${words.multiplications}</th></tr></thead>
    <tbody>${sweeps.map(
      ({ name, derivative }) => html`<tr><th scope="row">${name}</th>
        <td data-sweep=${name} data-derivative=${derivative}>${numberText(derivative)}</td>
        <td>${multiplications}</td></tr>`,
    )}</tbody>
  </table></div>`;
