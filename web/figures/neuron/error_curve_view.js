import { html, nothing, svg } from "lit";
import { guard } from "lit/directives/guard.js";
import { lowerTicks, valueGrid } from "../../kit/charts/axes_view.js";
import { prompt } from "../../kit/figure/prompt.js";
import { numberText } from "../../kit/formula/number_text.js";
import { errorCurve } from "./error_curve.js";
import { words } from "./neuron_words.js";

/** @typedef {import("./error_curve.js").ErrorCurve} ErrorCurve */
/** @typedef {import("./descending_weight.js").DescendingWeight} DescendingWeight */

/** The room that the label of the slope needs beside the ball, that of a letter, and the length of its arrow (px). */
const ROOM = 120;
const LETTER = 7;
const ARROW = 46;

/**
 * The error curve of a figure in its size, drawn again when its answer or its size has changed.
 * @param {DescendingWeight} descent
 */
export function curveSection(descent) {
  const { result, width, height, state } = descent;
  return html`${guard([result, width, height], () =>
    errorCurveView(errorCurve(result, { width, height }), descent),
  )}
    <p class="soft neuron-invite">${prompt(words.invite, words.drag)}
      ${state.bias_is_free ? words.olderCurves : nothing}</p>`;
}

/**
 * The error curve with the ball on it, its tangent, and where the next step leads. The ball is a
 * slider: drag it, or move it with the arrow keys.
 * @param {ErrorCurve} plot
 * @param {DescendingWeight} descent
 */
function errorCurveView(plot, descent) {
  const { now } = descent;
  const { width, height, left, right, top, bottom } = plot;
  const texts = {
    weight: numberText(now.weight),
    loss: numberText(now.loss),
    slope: numberText(now.weight_gradient),
  };
  return html`<div class="neuron-plot" data-weight=${now.weight} data-loss=${now.loss}
    data-slope=${now.weight_gradient}>
    <svg viewBox="0 0 ${width} ${height}" role="group" aria-label=${words.curveLabel(texts)}
      @pointerdown=${(/** @type {PointerEvent} */ event) => drag(event, plot, descent)}
      @pointermove=${(/** @type {PointerEvent} */ event) => drag(event, plot, descent)}>
      ${axes(plot)}
      <svg x=${left} y=${top} width=${right - left} height=${bottom - top}
        viewBox="${left} ${top} ${right - left} ${bottom - top}">
        <path class="neuron-curve" d=${plot.curve}></path>
        ${tangentLine(plot)}
      </svg>
      ${lowestPoint(plot)}
      ${plot.trail
        .slice(-40)
        .map(({ x, y }) => svg`<circle class="neuron-trail" cx=${x} cy=${y} r="3"></circle>`)}
      ${nextStep(plot)}
      <g class="neuron-ball" role="slider" tabindex="0" aria-label=${words.weight}
        aria-valuemin=${descent.result.view.weights[0]} aria-valuemax=${descent.result.view.weights[1]}
        aria-valuenow=${now.weight} aria-valuetext=${words.ballText(texts)} data-place="weight"
        @keydown=${(/** @type {KeyboardEvent} */ event) => descent.ballKey(event)}>
        <circle class="neuron-touch" cx=${plot.ball.x} cy=${plot.ball.y} r="22"></circle>
        <circle class="neuron-ball-mark" cx=${plot.ball.x} cy=${plot.ball.y} r="8"></circle>
      </g>
      ${slopeLabel(plot, texts.slope)}
    </svg>
    <ul class="legend neuron-legend">
      ${legendMark(svg`<circle class="neuron-ball-mark" cx="8" cy="8" r="6"></circle>`, words.marks.now)}
      ${legendMark(svg`<circle class="neuron-next" cx="8" cy="8" r="5"></circle>`, words.marks.next)}
      ${legendMark(svg`<path class="neuron-promised" d="M4,4 l8,8 m0,-8 l-8,8"></path>`, words.marks.promised)}
    </ul>
  </div>`;
}

/** @param {ErrorCurve} plot */
function axes(plot) {
  const { left, right, bottom, top, xTicks, yTicks } = plot;
  return svg`${valueGrid(plot, yTicks)}
  ${lowerTicks(bottom, xTicks, { length: 4, baseline: 17 })}
  <line class="axis-line" x1=${left} x2=${right} y1=${bottom} y2=${bottom}></line>
  <text class="neuron-axis-label" x=${right} y=${bottom + 34} text-anchor="end">${words.weightAxis}</text>
  <text class="neuron-axis-label neuron-loss-text" x=${left - 8} y=${top - 14} text-anchor="end">${words.lossAxis}</text>`;
}

/** @param {ErrorCurve} plot */
const tangentLine = ({ tangent: { from, to } }) =>
  svg`<line class="neuron-tangent" data-place="gradient:weight" x1=${from.x} y1=${from.y}
    x2=${to.x} y2=${to.y}></line>`;

/** @param {ErrorCurve} plot */
function lowestPoint({ best, bottom, left, right }) {
  if (best === null || best < left || best > right) return nothing;
  return svg`<path class="neuron-best" d="M${best},${bottom - 1} l-5,-9 h10 z"></path>
    <text class="axis-text" x=${best} y=${bottom + 34} text-anchor="middle">${words.best}</text>`;
}

/** @param {ErrorCurve} plot */
function nextStep({ next, promised, ball, top, bottom }) {
  if (!next || !promised || next.x === ball.x) return nothing;
  const isInside = promised.y <= bottom;
  return svg`
    <line class="neuron-shift" x1=${ball.x} y1=${ball.y} x2=${next.x} y2=${ball.y}></line>
    <line class="neuron-bend" x1=${next.x} x2=${next.x} y1=${Math.max(top, Math.min(promised.y, bottom))}
      y2=${Math.max(top, next.y)}></line>
    ${
      isInside
        ? svg`<path class="neuron-promised" d="M${promised.x - 4},${promised.y - 4} l8,8 m0,-8 l-8,8"></path>`
        : nothing
    }
    ${next.y >= top ? svg`<circle class="neuron-next" cx=${next.x} cy=${next.y} r="6"></circle>` : nothing}`;
}

/**
 * The slope as a number beside the ball, and an arrow in the downhill direction.
 * @param {ErrorCurve} plot
 * @param {string} slope
 */
function slopeLabel({ ball, left, right, downhill, bottom, curveAt }, slope) {
  const text = `${words.slope} ${slope}`;
  const way = downhill === "left" ? -1 : 1;
  const hasRoom = way > 0 ? ball.x < right - ROOM : ball.x > left + ROOM;
  const side = hasRoom ? way : -way;
  const start = ball.x + side * 16;
  const end = start + side * ARROW;
  const [tail, tip] = side === way ? [start, end] : [end, start];
  // Above the curve, which may rise again where the text ends.
  const far = curveAt(start + side * LETTER * text.length);
  const y = Math.max(20, Math.min(ball.y - 12, side === way ? far - 8 : ball.y));
  return svg`<line class="neuron-plumb" x1=${ball.x} x2=${ball.x} y1=${ball.y + 10} y2=${bottom}></line>
    <text class="neuron-slope" x=${start} y=${y} text-anchor=${side > 0 ? "start" : "end"}>${text}</text>
    ${
      downhill
        ? svg`<g class="neuron-downhill" aria-hidden="true">
            <line x1=${tail} x2=${tip - way * 6} y1=${y - 18} y2=${y - 18}></line>
            <path d="M${tip},${y - 18} l${-8 * way},-5 v10 z"></path>
          </g>`
        : nothing
    }`;
}

/**
 * @param {PointerEvent} event
 * @param {ErrorCurve} plot
 * @param {DescendingWeight} descent
 */
function drag(event, plot, descent) {
  if (event.buttons !== 1 || (event.type === "pointerdown" && event.button !== 0)) return;
  const box = /** @type {SVGSVGElement} */ (event.currentTarget);
  if (event.type === "pointerdown") box.setPointerCapture(event.pointerId);
  else if (!box.hasPointerCapture(event.pointerId)) return;
  const { left, width } = box.getBoundingClientRect();
  descent.moveTo(plot.weightAt(((event.clientX - left) * plot.width) / width));
}

/**
 * @param {unknown} mark
 * @param {string} meaning
 */
const legendMark = (mark, meaning) =>
  html`<li><svg viewBox="0 0 16 16" aria-hidden="true">${mark}</svg>${meaning}</li>`;
