import { html, nothing } from "lit";
import { allDigitsText, numberText } from "../../../kit/formula/number_text.js";
import { printedWords as words } from "./printed_words.js";

/** @import { PrintedNumber, PrintedResult, PrintedPart } from "./printed_messages.js" */

/**
 * What a book or a course prints of the example, each number beside the exact one; where they differ, how the
 * printed one comes out.
 * @param {PrintedResult} printed
 * @param {(count: number) => void} apply applies so many updates to the example as it was before any
 */
export function printedPanel({ source, note, sentence, parts }, apply) {
  return html`<section class="box printed" role="group" data-part="printed" aria-label=${words.title}>
    <h3>${words.title}</h3>
    <p><b>${sentence}</b> ${note}</p>
    <p class="soft">${source}</p>
    <div class="parts">${parts.map((part) => partTemplate(part, apply))}</div>
  </section>`;
}

/**
 * @param {PrintedPart} part open where something in it differs, or nothing is printed
 * @param {(count: number) => void} apply
 */
function partTemplate({ title, sentence, updates, numbers }, apply) {
  return html`<details ?open=${numbers.some(({ same }) => same !== true)}>
    <summary>${title}: ${sentence}</summary>
    <table>
      <caption class="unseen">${title}</caption>
      <thead>
        <tr>${words.columns.map((name) => html`<th scope="col">${name}</th>`)}</tr>
      </thead>
      <tbody>${numbers.map((number, index) => numberRows(number, numbers[index - 1]))}</tbody>
    </table>
    ${
      updates > 0
        ? html`<button class="button" data-updates=${updates} @click=${() => apply(updates)}>
            ${words.apply(updates)}
          </button>`
        : nothing
    }
  </details>`;
}

/**
 * @param {PrintedNumber} number
 * @param {PrintedNumber} [before] whose reason is not said again
 */
function numberRows({ name, printed, exact, same, why, slip }, before) {
  const differs = same === false;
  const reason = why === before?.why ? nothing : why;
  return html`<tr class=${differs ? "differs" : nothing} data-exact=${exact}>
      <th scope="row">${name}</th>
      <td>
        ${printed === null ? html`<span class="soft">${words.notPrinted}</span>` : printed}
        ${differs ? html`<span class="mark">${words.differs}</span>` : nothing}
      </td>
      <td>${allDigitsText(exact)}</td>
    </tr>
    ${
      why && slip !== null
        ? html`<tr class="why" data-slip=${slip}>
            <td colspan="3">${reason} <span class="slip">${words.comesOut}: ${numberText(slip, 10)}</span></td>
          </tr>`
        : nothing
    }`;
}
