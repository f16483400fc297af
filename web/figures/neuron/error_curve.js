/** The geometry of the error curve of one weight: its ball, its tangent and its next step. */

import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import { linearTicks } from "../../kit/charts/axis_ticks.js";
import { plotBox } from "../../kit/charts/plot_box.js";

/** @typedef {import("../../kit/charts/plot_box.js").PlotBox} PlotBox */
/** @typedef {import("./neuron_messages.js").NeuronResult} NeuronResult */
/** @typedef {{x: number, y: number}} Point */

const MARGIN = { left: 48, right: 16, top: 30, bottom: 40 };
/** A drag ends at this share of the plot's width before its sides, beyond which the view would have to grow. */
const EDGE = 0.04;

/**
 * @typedef {object} ErrorCurveParts
 * @property {{at: number, label: string}[]} xTicks
 * @property {{at: number, label: string}[]} yTicks
 * @property {string} curve
 * @property {{from: Point, to: Point}} tangent
 * @property {Point} ball
 * @property {Point[]} trail where the ball was before
 * @property {Point | null} next
 * @property {Point | null} promised where the next step would lead if the curve were straight
 * @property {number | null} best x of the lowest point
 * @property {"left" | "right" | null} downhill
 * @property {(x: number) => number} curveAt how far down the curve is at a place of the plot
 * @property {(x: number) => number} weightAt the weight under a point of the plot, for a drag
 */
/** @typedef {PlotBox & ErrorCurveParts} ErrorCurve */

/**
 * @param {NeuronResult} result
 * @param {{width: number, height: number}} size
 * @returns {ErrorCurve}
 */
export function errorCurve(result, { width, height }) {
  const { rows, next, view, first_order_loss: promised, best_weight: best } = result;
  const box = plotBox(width, height, MARGIN);
  const { left, right, top, bottom } = box;
  const x = scaleLinear(view.weights, [left, right]);
  const y = scaleLinear([0, view.loss_top], [bottom, top]);
  const at = (/** @type {number} */ weight, /** @type {number} */ loss) => ({
    x: x(weight),
    y: y(loss),
  });
  const points = (/** @type {{weights: number[], losses: number[]}} */ { weights, losses }) =>
    weights.map((weight, index) => at(weight, losses[index]));
  const now = rows[rows.length - 1];
  const [from, to] = points(result.tangent);
  const curve = points(result.curve);
  return {
    ...box,
    xTicks: linearTicks(x, width < 420 ? 4 : 7),
    yTicks: linearTicks(y, 4),
    curve: pathThrough(curve),
    tangent: { from, to },
    ball: at(now.weight, now.loss),
    trail: rows.slice(0, -1).map((row) => at(row.weight, row.loss)),
    next: next && at(next.weight, next.loss),
    promised: next && promised !== null ? at(next.weight, promised) : null,
    best: best === null ? null : x(best),
    downhill: now.weight_gradient === 0 ? null : now.weight_gradient < 0 ? "right" : "left",
    curveAt: scaleLinear(
      curve.map((point) => point.x),
      curve.map((point) => point.y),
    ).clamp(true),
    weightAt: (place) => rounded(x.invert(inside(place, left, right)), view.weights),
  };
}

const pathThrough = (/** @type {Point[]} */ points) =>
  line(
    (/** @type {Point} */ point) => point.x,
    (/** @type {Point} */ point) => point.y,
  ).digits(1)(points) ?? "";

/**
 * @param {number} place
 * @param {number} left
 * @param {number} right
 */
function inside(place, left, right) {
  const edge = (right - left) * EDGE;
  return Math.max(left + edge, Math.min(right - edge, place));
}

/**
 * A weight with as many digits as pixels can distinguish.
 * @param {number} weight
 * @param {[number, number]} view
 */
function rounded(weight, [low, high]) {
  const decimals = Math.max(0, 3 - Math.ceil(Math.log10(high - low)));
  return Number(weight.toFixed(Math.min(decimals, 12)));
}

/**
 * The two bars of a step: the change that the slope predicts and the one that happens, on one scale.
 * @param {number} promised
 * @param {number} came
 * @param {{left: number, right: number}} room
 */
export function promiseBars(promised, came, { left, right }) {
  const low = Math.min(0, promised, came);
  const high = Math.max(0, promised, came);
  const x = scaleLinear(low === high ? [-1, 0] : [low, high], [left, right]);
  const bar = (/** @type {number} */ value) => ({
    x: Math.min(x(0), x(value)),
    width: Math.abs(x(value) - x(0)),
  });
  return { zero: x(0), promised: bar(promised), came: bar(came) };
}

/**
 * The regimes of the learning rate as stretches of a strip, from 0 to the largest rate on offer.
 * @param {NeuronResult["rate"]} rate
 * @param {number} width
 */
export function rateZones({ lands_at: lands, diverges_from: diverges, top }, width) {
  const x = scaleLinear([0, top], [0, width]);
  const ends = [0, Math.min(lands ?? top, top), Math.min(diverges ?? top, top), top];
  return ["creeps", "overshoots", "diverges"]
    .map((regime, index) => ({ regime, x: x(ends[index]), end: x(ends[index + 1]) }))
    .map(({ regime, x: start, end }) => ({ regime, x: start, width: end - start }))
    .filter(({ width: length }) => length > 0);
}
