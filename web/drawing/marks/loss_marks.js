import { svg } from "lit";
import { numberText } from "../../kit/formula/number_text.js";
import { targetName, words } from "../drawing_words.js";
import { valueAt } from "../motion/trace_values.js";
import { numberSpans } from "./number_marks.js";
import { baselineAfter, symbolSpans, targetSymbol } from "./symbols.js";

/** @typedef {import("../drawing.js").Scene} Scene */
/** @typedef {import("../layout/network_layout.js").BoxPlace} BoxPlace */

/**
 * The loss: the box in which the forward pass ends and the backward pass begins.
 * @param {Scene} scene
 */
export function lossMark(scene) {
  const { loss } = scene.layout;
  const { x, y, place } = loss;
  const shown = scene.shown(place);
  const value = numberText(scene.result.loss);
  const name = shown === 1 ? `${words.loss}, ${value}` : words.loss;
  return svg`<g class="net-loss${scene.stateClasses(place)}" data-place=${place}
      data-value=${String(scene.result.loss)} role=${scene.choosable} tabindex=${scene.tabIndex(place)}
      aria-label=${name}>
    ${box(loss, 9)}
  </g>
  <g class="net-passive" aria-hidden="true">
    <text class="net-symbol" x=${x} y=${y + 6 - 9 * shown} font-size="17" text-anchor="middle"><tspan
      class="net-letter">E</tspan></text>
    ${
      shown > 0
        ? svg`<text class="net-loss-value" x=${x} y=${y + 14} font-size="13" text-anchor="middle"
          opacity=${shown}>${numberSpans(value)}</text>`
        : ""
    }
  </g>`;
}

/**
 * What the outputs should be.
 * @param {Scene} scene
 */
export function targetMarks(scene) {
  const { targets } = scene.layout;
  return targets.map((target) => {
    const { x, y, place, index } = target;
    const symbol = targetSymbol(targets.length, index);
    const value = valueAt(scene.result, place);
    return svg`<g class="net-target${scene.stateClasses(place)}" data-place=${place}
        data-value=${String(value)} role="button" tabindex=${scene.tabIndex(place)}
        aria-label="${targetName(targets.length, index)}, ${numberText(value)}">
      ${box(target, 4)}
    </g>
    <g class="net-passive" aria-hidden="true">
      <text class="net-target-value" x=${x} y=${y + 5} font-size="13" text-anchor="middle">${symbolSpans(symbol)}<tspan
        dx="5" dy=${baselineAfter(symbol)}>${numberSpans(numberText(value))}</tspan></text>
    </g>`;
  });
}

/**
 * @param {BoxPlace} place
 * @param {number} corner
 */
function box({ x, y, halfWidth, halfHeight }, corner) {
  const rect = (/** @type {number} */ margin, /** @type {string} */ kind) => svg`<rect class=${kind}
    x=${x - halfWidth - margin} y=${y - halfHeight - margin} rx=${corner + margin}
    width=${2 * (halfWidth + margin)} height=${2 * (halfHeight + margin)}></rect>`;
  return [rect(4, "net-box-halo"), rect(0, "net-box-body")];
}
