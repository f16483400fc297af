/** The geometry of curves whose upright axis is logarithmic and whose other axis may be. */

import { scaleLinear, scaleLog } from "d3-scale";
import { line } from "d3-shape";
import { powerTicks } from "./axis_ticks.js";
import { plotBox } from "./plot_box.js";

/** @import { PlotBox } from "./plot_box.js" */

const MARGIN = { left: 48, right: 14, top: 14, bottom: 38 };
/** The room that a tick label needs (px). */
const TICK_ROOM = 46;
const MOST_Y_TICKS = 5;

/** @typedef {{x: number, y: number}} ChartPoint */

/**
 * @typedef {object} ChartCurve
 * @property {string} path
 * @property {ChartPoint[]} dots one for every value that the scale can show
 * @property {ChartPoint | null} marked the dot of the marked value
 */

/**
 * @typedef {object} LogChartParts
 * @property {{at: number, label: string}[]} xTicks
 * @property {{at: number, label: string}[]} yTicks
 * @property {ChartCurve[]} curves
 * @property {number | null} mark where the marked value stands on the x axis
 */
/** @typedef {PlotBox & LogChartParts} LogChart */

/**
 * @param {object} chart
 * @param {number[]} chart.x shared by all curves, in rising or falling order
 * @param {number[][]} chart.curves one list of values for each; a zero is left out, since the scale has none
 * @param {number | null} [chart.marked] an index into `x`
 * @param {boolean} [chart.isLog] whether the x axis is logarithmic as well
 * @param {{width: number, height: number}} size
 * @returns {LogChart}
 */
export function logChart({ x, curves, marked = null, isLog = false }, { width, height }) {
  const box = plotBox(width, height, MARGIN);
  const { left, right, top, bottom } = box;
  const across = (isLog ? scaleLog() : scaleLinear())
    .domain([Math.min(...x), Math.max(...x)])
    .range([left + 8, right - 8]);
  const mostTicks = Math.floor((right - left) / TICK_ROOM);
  const values = curves.flat().filter(isDrawable);
  const low = values.length > 0 ? Math.min(...values) : 1;
  const high = values.length > 0 ? Math.max(...values) : 10;
  const upward = scaleLog([low, low < high ? high : Number(`${low}e1`)], [bottom, top]).nice();
  const draw = line(
    (/** @type {ChartPoint} */ point) => point.x,
    (/** @type {ChartPoint} */ point) => point.y,
  ).digits(1);
  return {
    ...box,
    xTicks: isLog
      ? powerTicks(across, mostTicks).filter(({ at }) => at >= left && at <= right)
      : wholeTicks(x, across, mostTicks),
    yTicks: powerTicks(upward, MOST_Y_TICKS),
    curves: curves.map((curve) => {
      const places = curve.map((value, index) =>
        isDrawable(value) ? { x: across(x[index]), y: upward(value) } : null,
      );
      const dots = places.filter((place) => place !== null);
      return {
        path: draw(dots) ?? "",
        dots,
        marked: marked === null ? null : (places[marked] ?? null),
      };
    }),
    mark: marked === null ? null : across(x[marked]),
  };
}

/** @param {number} value */
const isDrawable = (value) => value > 0 && Number.isFinite(value);

/** From one tick of a count to the next. */
const STRIDES = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

/**
 * A tick at each whole value, or at those that 2, 5, 10 … divide where there are too many.
 * @param {number[]} values
 * @param {(value: number) => number} scale
 * @param {number} most
 */
function wholeTicks(values, scale, most) {
  const stride = STRIDES.find((each) => values.length / each <= Math.max(1, most)) ?? values.length;
  return values
    .filter((value) => value % stride === 0)
    .map((value) => ({ at: scale(value), label: String(value) }));
}
