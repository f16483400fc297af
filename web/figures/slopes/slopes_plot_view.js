import { html, nothing, svg } from "lit";
import { lowerTicks, valueGrid } from "../../kit/charts/axes_view.js";
import { words } from "./slopes_words.js";

/** @typedef {import("./slopes_plot.js").SlopesPlot} SlopesPlot */
/** @typedef {import("./slopes_figure.js").SlopesFigure} SlopesFigure */

/**
 * The curve, with the point on it as a slider: drag it, or move it with the arrow keys.
 * @param {SlopesPlot} plot
 * @param {SlopesFigure} figure
 */
export function slopesPlotView(plot, figure) {
  const { width, height, left, right, top, bottom, point } = plot;
  const { result, state } = figure;
  const { minimum, maximum } = figure.range;
  const onPointer = (/** @type {PointerEvent} */ event) => drag(event, plot, figure);
  return html`<div class="slopes-plot" data-x=${state.x} data-value=${result.value}
    data-slope=${result.slope}>
    <svg viewBox="0 0 ${width} ${height}" role="group" aria-label=${words.plotLabel(result.texts)}
      class=${figure.isWhole ? "slopes-whole" : ""} @pointerdown=${onPointer} @pointermove=${onPointer}>
      ${axes(plot, result.texts)}
      <svg x=${left} y=${top} width=${right - left} height=${bottom - top}
        viewBox="${left} ${top} ${right - left} ${bottom - top}">
        <path class="slopes-curve" d=${plot.curve}></path>
        <line class="slopes-tangent" data-place="slope" x1=${plot.tangent.from.x}
          y1=${plot.tangent.from.y} x2=${plot.tangent.to.x} y2=${plot.tangent.to.y}></line>
        ${nudgeMarks(plot)}
      </svg>
      <g class="slopes-point" role="slider" tabindex="0" aria-label=${result.texts.x}
        aria-valuemin=${minimum} aria-valuemax=${maximum} aria-valuenow=${state.x}
        aria-valuetext=${words.pointText(result)} data-place=${result.texts.x}
        @keydown=${(/** @type {KeyboardEvent} */ event) => figure.pointKey(event)}>
        <circle class="slopes-touch" cx=${point.x} cy=${point.y} r="22"></circle>
        <circle class="slopes-point-mark" cx=${point.x} cy=${point.y} r="8"></circle>
      </g>
    </svg>
    <ul class="legend slopes-legend">
      ${legendMark("slopes-curve", words.marks.curve(result.texts.function))}
      ${legendMark("slopes-tangent", words.marks.tangent)}
      ${legendMark("slopes-rise", words.marks.rise)}
      ${legendMark("slopes-promised", words.marks.promised)}
    </ul>
  </div>`;
}

/**
 * @param {SlopesPlot} plot
 * @param {{x: string, result: string}} names of the axes
 */
function axes(plot, { x, result }) {
  const { left, right, bottom, top, axisX, axisY } = plot;
  return svg`${valueGrid(plot, plot.yTicks)}
  ${lowerTicks(bottom, plot.xTicks, { length: 4, baseline: 17 })}
  ${axisX === null ? nothing : svg`<line class="axis-line" x1=${axisX} x2=${axisX} y1=${top} y2=${bottom}></line>`}
  ${axisY === null ? nothing : svg`<line class="axis-line" x1=${left} x2=${right} y1=${axisY} y2=${axisY}></line>`}
  <line class="axis-line" x1=${left} x2=${right} y1=${bottom} y2=${bottom}></line>
  <text class="slopes-axis-label" x=${right} y=${bottom + 34} text-anchor="end">${x}</text>
  <text class="slopes-axis-label" x="6" y=${top + 6}>${result}</text>`;
}

/**
 * The nudge to the right, the change that came of it, and the one that the slope says.
 * @param {SlopesPlot} plot
 */
function nudgeMarks({ point, nudged, promised }) {
  return svg`<line class="slopes-run" x1=${point.x} y1=${point.y} x2=${nudged.x} y2=${point.y}></line>
    <line class="slopes-rise" x1=${nudged.x} y1=${point.y} x2=${nudged.x} y2=${nudged.y}></line>
    <circle class="slopes-nudged" cx=${nudged.x} cy=${nudged.y} r="5"></circle>
    <path class="slopes-promised" d="M${promised.x - 4},${promised.y - 4} l8,8 m0,-8 l-8,8"></path>`;
}

/**
 * @param {string} name
 * @param {string} meaning
 */
const legendMark = (name, meaning) => html`<li><svg viewBox="0 0 16 16" aria-hidden="true">
  <path class=${name} d=${name === "slopes-promised" ? "M4,4 l8,8 m0,-8 l-8,8" : "M1,8 h14"}></path>
</svg>${meaning}</li>`;

/**
 * Through the magnifying glass the picture follows the point, so that a drag would never end.
 * @param {PointerEvent} event
 * @param {SlopesPlot} plot
 * @param {SlopesFigure} figure
 */
function drag(event, plot, figure) {
  if (!figure.isWhole || event.buttons !== 1) return;
  if (event.type === "pointerdown" && event.button !== 0) return;
  const box = /** @type {SVGSVGElement} */ (event.currentTarget);
  if (event.type === "pointerdown") box.setPointerCapture(event.pointerId);
  else if (!box.hasPointerCapture(event.pointerId)) return;
  const { left, width } = box.getBoundingClientRect();
  figure.moveTo(plot.valueAt(((event.clientX - left) * plot.width) / width));
}
