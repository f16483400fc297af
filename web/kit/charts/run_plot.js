/** The geometry of curves over the epochs of a run. All values come from the engine. */

import { bisectCenter, extent } from "d3-array";
import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import { countText } from "../formula/count_text.js";
import { linearTicks } from "./axis_ticks.js";
import { plotBox } from "./plot_box.js";

/** @import { Tick } from "./axis_ticks.js" */
/** @import { PlotBox } from "./plot_box.js" */

/** At the right there is room for half of the last epoch, which is centred under the end of the axis (px). */
const MARGIN = { left: 58, right: 20 };

/**
 * @typedef {object} RunPlotParts
 * @property {import("d3-scale").ScaleLinear<number, number>} x
 * @property {import("d3-scale").ScaleLinear<number, number>} y
 * @property {Tick[]} xTicks
 * @property {Tick[]} yTicks
 */
/** @typedef {PlotBox & RunPlotParts} RunPlot */

/**
 * @param {number[]} epochs
 * @param {number[]} values everything that has to fit on the upright axis
 * @param {object} drawn
 * @param {number} drawn.width
 * @param {number} drawn.height
 * @param {number} [drawn.top] room above the curves
 * @param {number} [drawn.yCount] about how many ticks
 * @param {boolean} [drawn.hasEpochs] whether there is room for the epochs below
 * @returns {RunPlot}
 */
export function runPlot(epochs, values, { width, height, top = 10, yCount = 4, hasEpochs = true }) {
  const box = plotBox(width, height, { ...MARGIN, top, bottom: hasEpochs ? 36 : 6 });
  const { left, right, bottom } = box;
  const x = scaleLinear(
    [epochs[0], Math.max(epochs[epochs.length - 1], epochs[0] + 1)],
    [left, right],
  );
  const [low = 0, high = 1] = extent([0, ...values]);
  const y = scaleLinear([low, high === low ? low + 1 : high], [bottom, top]).nice(yCount);
  const ticks = x.ticks(width < 420 ? 3 : 6).filter(Number.isInteger);
  return {
    ...box,
    x,
    y,
    xTicks: ticks.map((value) => ({ at: x(value), label: countText(value) })),
    yTicks: linearTicks(y, yCount),
  };
}

/**
 * @param {number[]} epochs
 * @param {number[]} values
 * @param {RunPlot} plot
 */
export function curvePath(epochs, values, { x, y }) {
  const path = line(
    (/** @type {number} */ _, index) => x(epochs[index]),
    (/** @type {number} */ value) => y(value),
  ).digits(1);
  return path(values) ?? "";
}

/**
 * The stretches of the plot in which a flag is true.
 * @param {number[]} epochs
 * @param {boolean[]} flags
 * @param {RunPlot} plot
 * @returns {{from: number, width: number}[]} in pixels
 */
export function stretches(epochs, flags, { x }) {
  const found = [];
  let begun = -1;
  for (let index = 0; index <= flags.length; index += 1) {
    if (flags[index] && begun < 0) begun = index;
    if (!flags[index] && begun >= 0) {
      const from = x(epochs[begun]);
      found.push({ from, width: Math.max(1, x(epochs[index - 1]) - from) });
      begun = -1;
    }
  }
  return found;
}

/**
 * The index in a list of rising epochs that is nearest to an epoch.
 * @param {number[]} epochs
 * @param {number} epoch
 */
export const nearestIndex = (epochs, epoch) => bisectCenter(epochs, epoch);

/**
 * The epoch under a point of the plot, within the run.
 * @param {RunPlot} plot
 * @param {number} across pixels
 */
export function epochAt({ x }, across) {
  const [first, last] = x.domain();
  return Math.round(Math.max(first, Math.min(last, x.invert(across))));
}

/**
 * A bar from zero to a value, in a box of `width` whose middle is zero.
 * @param {number} value
 * @param {number} largest at the ends of the box
 * @param {number} width
 */
export function barFromZero(value, largest, width) {
  const at = scaleLinear([-largest || -1, largest || 1], [0, width]);
  return { x: Math.min(at(0), at(value)), width: Math.abs(at(value) - at(0)) };
}
