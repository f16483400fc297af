/**
 * The geometry of a map of the loss over two weights, with paths on it. Losses, points and the tips of arrows
 * come from the engine.
 */

import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import { linearTicks } from "../../kit/charts/axis_ticks.js";

/** @import { Surface } from "../../kit/charts/surface_messages.js" */
/** @import { PlotFrame } from "../../kit/charts/surface_plot.js" */

const MARGIN = { left: 34, right: 8, top: 8, bottom: 32 };
const HEAD = { length: 9, half: 4.2 };
/** A shorter arrow has no room for its head (px). */
const SHORTEST = 3;

/** @typedef {[number, number]} Point */

/**
 * @param {Pick<Surface, "x_range" | "y_range">} ranges
 * @param {number} width
 * @param {boolean} isBare without axes
 * @returns {PlotFrame}
 */
export function mapFrame({ x_range, y_range }, width, isBare = false) {
  const { left, right, top, bottom } = isBare ? { left: 0, right: 0, top: 0, bottom: 0 } : MARGIN;
  const side = width - left - right;
  const lower = Math.min(side, width - top - (isBare ? bottom : 0));
  const x = scaleLinear(x_range, [left, left + side]);
  const y = scaleLinear(y_range, [top + lower, top]);
  return {
    width,
    left,
    top,
    side: lower,
    x,
    y,
    xTicks: linearTicks(x, 4),
    yTicks: linearTicks(y, 4),
  };
}

/** How tall a map with axes is. @param {PlotFrame} frame */
export const mapHeight = (frame) => frame.top + frame.side + MARGIN.bottom;

/**
 * A path through positions of a run. Far outside of the picture it is cut off.
 * @param {Point[]} points
 * @param {PlotFrame} frame
 */
export function runPath(points, frame) {
  const within = (/** @type {number} */ at) =>
    Math.max(-4 * frame.width, Math.min(5 * frame.width, at));
  const path = line(
    (/** @type {Point} */ [x]) => within(frame.x(x)),
    (/** @type {Point} */ [, y]) => within(frame.y(y)),
  ).digits(1);
  return path(points) ?? "";
}

/**
 * An arrow as a shaft and a head; null where it is too short to be seen.
 * @param {Point} from
 * @param {Point} to
 * @param {PlotFrame} frame
 * @returns {{shaft: string, head: string} | null}
 */
export function arrow(from, to, frame) {
  const [x1, y1] = [frame.x(from[0]), frame.y(from[1])];
  const [x2, y2] = [frame.x(to[0]), frame.y(to[1])];
  const length = Math.hypot(x2 - x1, y2 - y1);
  if (!(length >= SHORTEST)) return null;
  const [ux, uy] = [(x2 - x1) / length, (y2 - y1) / length];
  const head = Math.min(HEAD.length, length);
  const [bx, by] = [x2 - ux * head, y2 - uy * head];
  const [sx, sy] = [-uy * HEAD.half, ux * HEAD.half];
  const at = (/** @type {number} */ value) => value.toFixed(1);
  return {
    shaft: `M${at(x1)},${at(y1)}L${at(bx)},${at(by)}`,
    head: `M${at(x2)},${at(y2)}L${at(bx + sx)},${at(by + sy)}L${at(bx - sx)},${at(by - sy)}Z`,
  };
}

/**
 * The point of the map under a place in its picture, to two decimals, within the map.
 * @param {PlotFrame} frame
 * @param {Pick<Surface, "x_range" | "y_range">} ranges
 * @param {Point} place in pixels
 * @returns {Point}
 */
export function pointAt(frame, { x_range, y_range }, [across, down]) {
  const scaleX = /** @type {import("d3-scale").ScaleLinear<number, number>} */ (frame.x);
  const scaleY = /** @type {import("d3-scale").ScaleLinear<number, number>} */ (frame.y);
  return [within(scaleX.invert(across), x_range), within(scaleY.invert(down), y_range)];
}

/**
 * @param {number} value
 * @param {[number, number]} range
 */
export function within(value, [low, high]) {
  return Number(Math.max(low, Math.min(high, value)).toFixed(2));
}
