import { html, svg } from "lit";
import { exampleMark } from "../../../kit/charts/example_mark.js";
import { numberText } from "../../../kit/formula/number_text.js";
import { words } from "../xor_words.js";

/** @import { TrainResult } from "../xor_messages.js" */

/**
 * What the colours, shapes and lines of the surface mean.
 * @param {TrainResult["answers"]} answers
 * @param {boolean} isAlone there is one unit and no hidden one
 */
export function surfaceLegend({ low, middle, levels }, isAlone) {
  const thin = levels.map((level) => numberText(level));
  return html`<div class="xor-legend">
    <ul class="legend">
      <li class="xor-scale">ŷ = ${numberText(low)} <span class="xor-scale-bar"></span> 1</li>
      <li>${markKey(1)} ${words.targetOf("1")}</li>
      <li>${markKey(0)} ${words.targetOf(numberText(low))}</li>
      <li>${lineKey()} ${isAlone ? words.theLineLegend : words.lineLegend}</li>
    </ul>
    <p class="xor-panel-note">${words.surfaceCaption(numberText(middle), thin, isAlone)}</p>
  </div>`;
}

/** @param {number} target */
function markKey(target) {
  return html`<svg class="xor-mark-key" viewBox="0 0 16 16" aria-hidden="true">${exampleMark(target, 8, 8)}</svg>`;
}

function lineKey() {
  return html`<svg class="xor-line-key" viewBox="0 0 26 16" aria-hidden="true">${svg`<line
    class="xor-unit-line-stroke" x1="0" x2="26" y1="8" y2="8"></line>`}</svg>`;
}
