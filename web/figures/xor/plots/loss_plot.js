/** Where the loss curve and its axes lie. Pure geometry; the losses are the engine's. */

import { scaleLinear, scaleLog } from "d3-scale";
import { line } from "d3-shape";
import { linearTicks, powerTicks } from "../../../kit/charts/axis_ticks.js";
import { plotBox } from "../../../kit/charts/plot_box.js";
import { countText } from "../../../kit/formula/count_text.js";

const MARGIN = { left: 46, right: 14, top: 12, bottom: 34 };
/** The axis reaches this far before anything has been trained. */
const SHORTEST_RUN = 20;

/** @import { PlotBox } from "../../../kit/charts/plot_box.js" */

/** @typedef {{epoch: number, loss: number}} LossPoint */

/**
 * @typedef {object} LossPlotParts
 * @property {{at: number, label: string}[]} xTicks
 * @property {{at: number, label: string}[]} yTicks
 * @property {string} path of the losses up to the shown epoch
 * @property {string} later path of those after it, when the reader has gone back
 * @property {{x: number, y: number} | null} now the shown epoch's own loss
 * @property {{y: number} | null} threshold
 */
/** @typedef {PlotBox & LossPlotParts} LossPlot */

/**
 * @param {object} run
 * @param {LossPoint[]} run.points the curve, thinned
 * @param {number} run.firstEpoch
 * @param {LossPoint} run.shown
 * @param {LossPoint} run.last
 * @param {number | null} threshold the loss at which training stops
 * @param {{width: number, height: number, isLog: boolean}} drawn
 * @returns {LossPlot}
 */
export function lossPlot(run, threshold, { width, height, isLog }) {
  const box = plotBox(width, height, MARGIN);
  const { left, right, top, bottom } = box;
  const points = [...run.points, run.last].filter(({ loss }) =>
    isLog ? loss > 0 && Number.isFinite(loss) : Number.isFinite(loss),
  );
  const end = Math.max(run.last.epoch, run.firstEpoch + SHORTEST_RUN);
  const x = scaleLinear([run.firstEpoch, end], [left, right]);
  const y = lossScale(points, threshold, isLog, [bottom, top]);
  const curve = line(
    (/** @type {LossPoint} */ point) => x(point.epoch),
    (/** @type {LossPoint} */ point) => y(point.loss),
  ).digits(1);
  const isShown = (/** @type {LossPoint} */ { epoch }) => epoch <= run.shown.epoch;
  const shownPoints = [...points.filter(isShown)];
  if (isDrawable(run.shown.loss, isLog) && shownPoints.at(-1)?.epoch !== run.shown.epoch) {
    shownPoints.push(run.shown);
  }
  const bridge = shownPoints.slice(-1);
  const laterPoints = points.filter((point) => !isShown(point));
  return {
    ...box,
    xTicks: xTicks(x, width),
    yTicks: isLog ? powerTicks(y, 5) : linearTicks(y, 4),
    path: curve(shownPoints) ?? "",
    later: laterPoints.length > 0 ? (curve([...bridge, ...laterPoints]) ?? "") : "",
    now: isDrawable(run.shown.loss, isLog) ? { x: x(run.shown.epoch), y: y(run.shown.loss) } : null,
    threshold: threshold === null ? null : { y: y(threshold) },
  };
}

/**
 * @param {number} loss
 * @param {boolean} isLog
 */
function isDrawable(loss, isLog) {
  return Number.isFinite(loss) && (!isLog || loss > 0);
}

/**
 * @param {LossPoint[]} points
 * @param {number | null} threshold
 * @param {boolean} isLog
 * @param {[number, number]} range
 */
function lossScale(points, threshold, isLog, range) {
  let low = threshold ?? Number.POSITIVE_INFINITY;
  let high = threshold ?? 0;
  for (const { loss } of points) {
    if (loss < low && loss > 0) low = loss;
    if (loss > high) high = loss;
  }
  if (!(high > 0)) high = 1;
  if (!isLog) return scaleLinear([0, high], range).nice(4);
  if (!(low < high)) low = high / 10;
  return scaleLog([low, high], range).nice();
}

/**
 * @param {import("d3-scale").ScaleLinear<number, number>} x
 * @param {number} width
 */
function xTicks(x, width) {
  const count = width < 360 ? 3 : 5;
  const whole = x.ticks(count).filter(Number.isInteger);
  return whole.map((value) => ({ at: x(value), label: countText(value) }));
}
