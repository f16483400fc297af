import { html, nothing, svg } from "lit";
import { lowerTicks, valueGrid } from "../../../kit/charts/axes_view.js";
import { countText } from "../../../kit/formula/count_text.js";
import { numberText } from "../../../kit/formula/number_text.js";
import { words } from "../xor_words.js";

/** @import { LossPlot, LossPoint } from "./loss_plot.js" */

/**
 * The loss curve with its axes, the loss at which training stops, and where the run stands now.
 * @param {LossPlot} plot
 * @param {object} seen
 * @param {LossPoint} seen.shown
 * @param {number} seen.first loss at the start of the run
 * @param {LossPoint[]} seen.points the curve, thinned
 * @param {number | null} seen.threshold
 * @param {boolean} seen.isLog
 * @param {(part: () => unknown) => unknown} slowly draws what is read rather than watched
 */
export function lossView(plot, { shown, first, points, threshold, isLog }, slowly) {
  const { width, height, left, right, bottom } = plot;
  const label = () =>
    words.lossLabel({
      scale: isLog ? words.logAxis : words.linearAxis,
      first: numberText(first, 3),
      way: quarters(points, shown.epoch).map(pointText),
      end: pointText(shown),
    });
  return html`<div class="xor-plot xor-loss-plot" data-part="loss">
    <svg viewBox="0 0 ${width} ${height}" role="img" aria-label=${slowly(label)}>
      ${valueGrid(plot, plot.yTicks)}
      ${lowerTicks(bottom, plot.xTicks, { length: 5, baseline: 17 })}
      <line class="axis-line" x1=${left} x2=${right} y1=${bottom} y2=${bottom}></line>
      <text class="axis-text" x=${right} y=${bottom + 31} text-anchor="end">${words.epochAxis}</text>
      ${plot.threshold && threshold !== null ? thresholdLine(plot, threshold) : nothing}
      ${plot.later ? svg`<path class="xor-loss-later" d=${plot.later}></path>` : nothing}
      <path class="xor-loss-line" d=${plot.path}></path>
      ${plot.now ? svg`<circle class="xor-loss-now" cx=${plot.now.x} cy=${plot.now.y} r="4"></circle>` : nothing}
    </svg>
  </div>`;
}

/**
 * The points at a quarter, a half and three quarters of the way to an epoch, or the first behind them.
 * @param {LossPoint[]} points
 * @param {number} end
 */
function quarters(points, end) {
  const between = points.filter(({ epoch }) => 0 < epoch && epoch < end);
  const found = [1, 2, 3].flatMap(
    (part) => between.find(({ epoch }) => epoch >= (end * part) / 4) ?? [],
  );
  return [...new Set(found)];
}

/** @param {LossPoint} point */
const pointText = ({ epoch, loss }) =>
  words.lossAt({ epoch: countText(epoch), loss: numberText(loss, 3) });

/**
 * @param {LossPlot} plot
 * @param {number} threshold
 */
function thresholdLine({ left, right, top, threshold: line }, threshold) {
  const y = line?.y ?? top;
  return svg`<line class="xor-threshold" x1=${left} x2=${right} y1=${y} y2=${y}></line>
    <text class="xor-threshold-label" x=${left + 6} y=${y - 5}>${words.threshold(numberText(threshold, 3))}</text>`;
}
