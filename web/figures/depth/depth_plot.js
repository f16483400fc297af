/** The geometry of a deep stack's dots: one for each layer, on a logarithmic axis. */

import { scaleBand, scaleLog } from "d3-scale";
import { line } from "d3-shape";
import { powerTicks } from "../../kit/charts/axis_ticks.js";
import { plotBox } from "../../kit/charts/plot_box.js";

/** @import { PlotBox } from "../../kit/charts/plot_box.js" */
/** @import { DepthLayer } from "./depth_messages.js" */

const MARGIN = { left: 52, right: 8, top: 14, bottom: 36 };
const HEIGHTS = { gradient: 300, moved: 150 };
const PHONE_BELOW = 480;
const MOST_TICKS = 6;
/** The least distance between the labels of two layers (px). */
const LABEL_STEP = 26;

/**
 * @typedef {object} DepthDot
 * @property {number} layer
 * @property {number} x left edge of its column
 * @property {number} middle
 * @property {number} width
 * @property {number} y the axis for a value of zero
 * @property {boolean} isZero
 * @property {number | null} startY where it was before training
 */

/**
 * @typedef {object} DepthPlotParts
 * @property {DepthDot[]} dots
 * @property {string} bound path of the bound; empty without one
 * @property {{at: number, label: string}[]} xTicks
 * @property {{at: number, label: string}[]} yTicks
 * @property {{x: number, width: number}[]} columns the areas that a pointer can choose, side by side
 */
/** @typedef {PlotBox & DepthPlotParts} DepthPlot */

/**
 * The size of the gradient at every layer.
 * @param {DepthLayer[]} layers
 * @param {{measure: string, width: number, isTrained: boolean}} drawn
 * @returns {DepthPlot}
 */
export function gradientPlot(layers, { measure, width, isTrained }) {
  const isSignal = measure === "signal";
  return plot(width, HEIGHTS.gradient, {
    values: layers.map((layer) => (isSignal ? layer.signal : layer.weight_gradient)),
    starts: isTrained
      ? layers.map((layer) => (isSignal ? layer.start_signal : layer.start_weight_gradient))
      : [],
    bounds: layers.map((layer) => (isSignal ? layer.signal_bound : layer.weight_bound)),
  });
}

/**
 * How far training moved the weights of every layer.
 * @param {DepthLayer[]} layers
 * @param {number} width
 * @returns {DepthPlot}
 */
export function movedPlot(layers, width) {
  return plot(width, HEIGHTS.moved, {
    values: layers.map(({ moved }) => moved),
    starts: [],
    bounds: [],
  });
}

/**
 * @param {number} width
 * @param {number} height
 * @param {{values: number[], starts: number[], bounds: number[]}} series
 * @returns {DepthPlot}
 */
function plot(width, height, { values, starts, bounds }) {
  const box = plotBox(width, height, MARGIN);
  const { left, right, top, bottom } = box;
  const y = logScale([...values, ...starts, ...bounds], [bottom, top]);
  const x = scaleBand(
    values.map((_, index) => index),
    [left, right],
  ).paddingInner(0.28);
  const band = x.bandwidth();
  const step = x.step();
  const at = (/** @type {number} */ value) => (value > 0 ? y(value) : bottom);
  const dots = values.map((value, index) => ({
    layer: index + 1,
    x: x(index) ?? left,
    middle: (x(index) ?? left) + band / 2,
    width: band,
    y: at(value),
    isZero: value === 0,
    startY: index < starts.length ? at(starts[index]) : null,
  }));
  const above = bounds.map((bound, index) => ({ x: dots[index].middle, y: at(bound) }));
  const path = line(
    (/** @type {{x: number, y: number}} */ point) => point.x,
    (point) => point.y,
  ).digits(1);
  return {
    ...box,
    dots,
    bound: path(above) ?? "",
    xTicks: layerTicks(dots, step),
    yTicks: powerTicks(y, width < PHONE_BELOW ? MOST_TICKS - 2 : MOST_TICKS),
    columns: dots.map((dot) => ({ x: dot.middle - step / 2, width: step })),
  };
}

/**
 * From a power of ten below the least value above zero to one over the largest.
 * @param {number[]} values
 * @param {[number, number]} range
 */
function logScale(values, range) {
  const seen = values.filter((value) => value > 0);
  const low = seen.length > 0 ? Math.min(...seen) : 0.1;
  const high = seen.length > 0 ? Math.max(...seen) : 1;
  // The axis begins below the least value, so that this one stands above it.
  const floor = Number(`1e${exponentBelow(low)}`);
  return scaleLog([Math.max(floor, Number.MIN_VALUE), high], range).nice();
}

/**
 * The exponent of the next power of ten that is less than a number.
 * @param {number} value above zero
 */
function exponentBelow(value) {
  const [mantissa, exponent] = value.toExponential().split("e");
  return Number(exponent) - (mantissa === "1" ? 1 : 0);
}

/**
 * The first layer, the last, and some between them.
 * @param {DepthDot[]} dots
 * @param {number} step
 */
function layerTicks(dots, step) {
  const stride = [1, 2, 5, 10, 25].find((count) => count * step >= LABEL_STEP) ?? 25;
  const last = dots.length;
  const isNamed = (/** @type {number} */ layer) =>
    layer === 1 ||
    layer === last ||
    (layer % stride === 0 && Math.min(layer - 1, last - layer) * step >= LABEL_STEP);
  return dots
    .filter(({ layer }) => isNamed(layer))
    .map(({ layer, middle }) => ({ at: middle, label: String(layer) }));
}
