/**
 * The geometry of examples on parallel axes: one axis for each input, and a last one for the output. The
 * outputs come from the engine.
 */

import { extent } from "d3-array";
import { scaleLinear, scalePoint } from "d3-scale";
import { plotBox } from "../../../kit/charts/plot_box.js";
import { numberText } from "../../../kit/formula/number_text.js";

/** @import { PlotBox } from "../../../kit/charts/plot_box.js" */
/** @import { OwnExamples } from "../xor_state.js" */

const MARGIN = { left: 28, right: 28, top: 40, bottom: 52 };
/** Up to this many axes their ends have three digits, beyond it two. */
const WIDE_APART = 5;

/** @typedef {{x: number, top: string, bottom: string}} ParallelAxis with its largest and its smallest value */

/**
 * @typedef {object} ParallelPlot
 * @property {number} width
 * @property {number} height
 * @property {PlotBox} frame
 * @property {ParallelAxis[]} axes of the inputs
 * @property {(value: number) => number} outputAt the height of an output on the last axis
 * @property {{isHigh: boolean, way: string, last: [x: number, y: number]}[]} lines of the examples, as far
 *   as the axis of the last input
 */

/**
 * @param {OwnExamples} examples
 * @param {number} low the lower one of the two answers; the other is 1
 * @param {{width: number, height: number}} size
 * @returns {ParallelPlot}
 */
export function parallelPlot({ inputs, values }, low, { width, height }) {
  const frame = plotBox(width, height, MARGIN);
  const { left, right, top, bottom } = frame;
  const places = Array.from({ length: inputs + 1 }, (_, place) => place);
  const across = scalePoint(places, [left, right]);
  const starts = Array.from({ length: values.length / (inputs + 1) }, (_, at) => at * (inputs + 1));
  const digits = inputs < WIDE_APART ? 3 : 2;
  const scales = places.slice(0, inputs).map((place) => {
    const [least = 0, most = 1] = extent(starts, (start) => values[start + place]);
    const room = least === most ? 0.5 : 0;
    return scaleLinear([least - room, most + room], [bottom, top]);
  });
  const axes = scales.map((scale, place) => {
    const [bottomText, topText] = scale.domain().map((end) => numberText(end, digits));
    return { x: across(place) ?? left, top: topText, bottom: bottomText };
  });
  const lines = starts.map((start) => {
    const points = scales.map((scale, place) => [
      axes[place].x,
      tenths(scale(values[start + place])),
    ]);
    const last = points[points.length - 1];
    return {
      isHigh: values[start + inputs] >= 0.5,
      way: `M${points.join("L")}`,
      last: /** @type {[number, number]} */ (last),
    };
  });
  const output = scaleLinear([low, 1], [bottom, top]).clamp(true);
  return { width, height, frame, axes, outputAt: output, lines };
}

/**
 * The last part of every example's line, from its last input to its output; empty for another set's outputs.
 * @param {ParallelPlot} plot
 * @param {ArrayLike<number> | null} outputs
 */
export function outputWays({ frame, lines, outputAt }, outputs) {
  if (outputs?.length !== lines.length) return [];
  const end = frame.right;
  return lines.map(
    ({ last }, example) => `M${last}L${end},${tenths(outputAt(outputs[example] || 0))}`,
  );
}

/** A length to a tenth of a pixel. @param {number} pixels */
const tenths = (pixels) => Math.round(pixels * 10) / 10;
