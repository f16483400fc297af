/** The six weights of a hidden unit as bars over their positions. */

import { scaleLinear } from "d3-scale";
import { html, svg } from "lit";
import { numberText, signedNumberText } from "../../kit/formula/number_text.js";
import { words } from "./symmetry_words.js";

/** @import { SymmetryFrame } from "./symmetry_messages.js" */

const HEIGHT = 128;
/** Above and below the bars there is room for their numbers (px). */
const MARGIN = 18;
/** What a bar fills of its column. */
const FILL = 0.56;
const DIGITS = 3;

/**
 * @typedef {object} Bar
 * @property {number} x of its left edge
 * @property {number} y of its upper edge
 * @property {number} width
 * @property {number} height
 * @property {number} middle of its column
 * @property {number} textY
 * @property {string} text
 */

/**
 * @param {number[]} weights
 * @param {number} largest without its sign, at the ends of the box
 * @param {number} width of the box
 * @returns {Bar[]}
 */
export function unitBars(weights, largest, width) {
  const y = scaleLinear([-(largest || 1), largest || 1], [HEIGHT - MARGIN, MARGIN]);
  const column = width / weights.length;
  return weights.map((weight, index) => {
    const isNegative = weight < 0;
    const middle = (index + 0.5) * column;
    const [top, bottom] = [Math.min(y(0), y(weight)), Math.max(y(0), y(weight))];
    return {
      x: middle - (FILL * column) / 2,
      y: top,
      width: FILL * column,
      height: bottom - top,
      middle,
      textY: isNegative ? bottom + 13 : top - 4,
      text: signedNumberText(weight, DIGITS),
    };
  });
}

/**
 * @param {object} shown
 * @param {SymmetryFrame} shown.frame
 * @param {number} shown.unit 0 or 1
 * @param {number[]} shown.inputs
 * @param {number} shown.largest
 * @param {number} shown.width
 */
export function unitView({ frame, unit, inputs, largest, width }) {
  const bars = unitBars(frame.weights[unit], largest, width);
  const label = words.unitLabel(
    unit + 1,
    bars.map(({ text }) => text),
  );
  const [left, right] = frame.halves[unit];
  const activation = frame.activations[unit];
  const sum = [
    { name: words.left, value: left },
    { name: words.right, value: right },
    { name: words.bias, value: frame.biases[unit] },
  ];
  return html`<section class="symmetry-unit" data-unit=${unit} data-activation=${activation}>
    <h3>${words.unit(unit + 1)}</h3>
    <svg viewBox="0 0 ${width} ${HEIGHT}" height=${HEIGHT} role="img" aria-label=${label}>
      <line class="axis-line" x1="0" x2=${width} y1=${HEIGHT / 2} y2=${HEIGHT / 2}></line>
      <line class="symmetry-mirror" x1=${width / 2} x2=${width / 2} y1="0" y2=${HEIGHT}></line>
      ${bars.map(
        (bar, index) => svg`<rect class="symmetry-bar ${inputs[index] === 0 ? "symmetry-idle" : ""}"
          x=${bar.x} y=${bar.y} width=${bar.width} height=${bar.height}></rect>
        <text class="axis-text" x=${bar.middle} y=${bar.textY} text-anchor="middle">${bar.text}</text>`,
      )}
    </svg>
    <p class="symmetry-sum">
      ${sum.map(
        ({
          name,
          value,
        }) => html`<span><span class="number">${signedNumberText(value, DIGITS)}</span>
          <small>${name}</small></span>`,
      )}
      <span>= <span class="number">${signedNumberText(frame.pre_activations[unit], DIGITS)}</span></span>
      <span>→ <span class="number symmetry-activation">${numberText(activation, DIGITS)}</span>
        <small>${activation > 0.5 ? words.on : words.off}</small></span>
    </p>
  </section>`;
}
