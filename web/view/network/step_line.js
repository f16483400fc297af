import { html, nothing } from "lit";
import { words } from "../../lesson/network_figure_words.js";
import { formulaTemplate } from "../formula.js";

/**
 * What happens now: the phase, one sentence, and the operation as formula, first in symbols and
 * then with its numbers.
 * @param {import("../../contract/messages.js").Step | null} step null: none, or all of them
 * @param {boolean} overview
 * @param {boolean} waits the numbers shown are not yet those of the state
 */
export function stepLine(step, overview, waits) {
  const tag = step ? words.phases[step.phase] : overview ? words.overviewTag : words.startTag;
  const sentence = step ? step.sentence : overview ? words.overview : words.start;
  return html`
    <p class="sentence">
      <span class="tag ${step?.phase ?? ""}">${tag}</span>
      ${sentence} ${waits ? html`<em class="waits">${words.waits}</em>` : nothing}
    </p>
    <div class="step-formula">
      ${
        step
          ? html`<div class="formula">${formulaTemplate(step.formula)}</div>
            <div class="formula numbers" data-place=${step.place}>
              ${formulaTemplate(step.substituted)}
            </div>`
          : nothing
      }
    </div>`;
}
