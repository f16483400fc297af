import { html } from "lit";
import { numberText } from "../../kit/formula/number_text.js";
import { words } from "./code_words.js";

/** @import { JudgedNumber } from "./code_messages.js" */

const MARKS = { right: "✓", wrong: "✗", missing: "✗" };

/**
 * Each number as the program gives it, beside what it should be.
 * @param {JudgedNumber[]} numbers
 */
export const numbersTable = (
  numbers,
) => html`<div class="program-numbers" tabindex="0" role="region"
  aria-label=${words.numbers}>
  <table>
    <caption>${words.numbers}</caption>
    <thead><tr>${words.columns.map((name, index) => html`<th scope="col" class=${index ? "number" : ""}>${name}</th>`)}</tr></thead>
    <tbody>${numbers.map(
      ({ name, given, expected, state, place }) => html`<tr data-place=${place} data-state=${state}>
        <th scope="row">${capital(name)}</th>
        <td class="number program-${state}">${given === null ? words.missing : numberText(given, 6)}
          <span aria-hidden="true">${MARKS[state]}</span><span class="unseen">${
            state === "right" ? words.right : words.wrong
          }</span></td>
        <td class="number">${numberText(expected, 6)}</td>
      </tr>`,
    )}</tbody>
  </table>
</div>`;

/** @param {string} text */
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
