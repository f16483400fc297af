/** The geometry of a curve: its tangent, the point on it, the nudge and the change that it makes. */

import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import { linearTicks } from "../../kit/charts/axis_ticks.js";
import { plotBox } from "../../kit/charts/plot_box.js";

/** @typedef {import("./slopes_messages.js").SlopesResult} SlopesResult */
/** @typedef {{x: number, y: number}} Point */

const MARGIN = { left: 52, right: 18, top: 14, bottom: 40 };

/**
 * @param {SlopesResult} result
 * @param {number} at the x that is looked at
 * @param {{width: number, height: number}} size of the picture (px)
 */
export function slopesPlot({ view, value, nudged, slope }, at, { width, height }) {
  const box = plotBox(width, height, MARGIN);
  const { left, right, top, bottom } = box;
  const x = scaleLinear(view.x, [left, right]);
  const y = scaleLinear(view.y, [bottom, top]);
  /** @param {{x: number[], y: number[]}} curve */
  const points = (curve) => curve.x.map((place, index) => ({ x: x(place), y: y(curve.y[index]) }));
  const [from, to] = points(view.tangent);
  return {
    ...box,
    xTicks: linearTicks(x, width < 420 ? 4 : 6),
    yTicks: linearTicks(y, 4),
    axisX: inside(x(0), left, right),
    axisY: inside(y(0), top, bottom),
    curve: pathThrough(points(view.curve)),
    tangent: { from, to },
    point: { x: x(at), y: y(value) },
    nudged: { x: x(nudged.x), y: y(nudged.value) },
    promised: { x: x(nudged.x), y: y(value + slope * (nudged.x - at)) },
    /** @param {number} place across the picture (px) */
    valueAt: (place) => Math.round(x.invert(place) * 20) / 20,
  };
}

/** @typedef {ReturnType<typeof slopesPlot>} SlopesPlot */

const pathThrough = (/** @type {Point[]} */ points) =>
  line(
    (/** @type {Point} */ point) => point.x,
    (/** @type {Point} */ point) => point.y,
  ).digits(1)(points) ?? "";

/**
 * Where an axis is, if it is in sight.
 * @param {number} place
 * @param {number} low
 * @param {number} high
 */
const inside = (place, low, high) => (place >= low && place <= high ? place : null);
