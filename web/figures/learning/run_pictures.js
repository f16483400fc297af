/** The geometry of the small pictures beside the network: two surfaces and the curve of the loss. */

import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import { contourLines, DECISION_LEVEL } from "../../kit/charts/surface_plot.js";

/** @import { LearningResult, Moment } from "./learning_messages.js" */

/** The side of a surface's picture, and the size of the curve's, in units of the picture. */
export const SIDE = 200;
export const CURVE = { width: 200, height: 110, edge: 8 };

/**
 * @param {LearningResult} result
 * @param {Moment} moment
 */
export function surfacePicture({ window: { x_range, y_range, resolution }, examples }, moment) {
  const surface = { values: moment.surface, x_range, y_range, resolution };
  const frame = { left: 0, top: 0, side: SIDE };
  const x = scaleLinear(x_range, [0, SIDE]);
  const y = scaleLinear(y_range, [SIDE, 0]);
  return {
    surface,
    frame,
    decision: contourLines(surface, frame, [DECISION_LEVEL])[0].path,
    points: examples.map(({ inputs, target }, index) => ({
      x: x(inputs[0]),
      y: y(inputs[1]),
      target,
      isShown: index === moment.example,
    })),
  };
}

/**
 * @param {LearningResult} result
 * @param {Moment} moment
 */
export function lossPicture({ curve: { epochs, losses } }, { epoch, loss }) {
  const { width, height, edge } = CURVE;
  const x = scaleLinear([0, epochs[epochs.length - 1]], [edge, width - edge]);
  const y = scaleLinear([0, Math.max(...losses)], [height - edge, edge]);
  const path = line(
    (/** @type {number} */ index) => x(epochs[index]),
    (index) => y(losses[index]),
  );
  const all = [...epochs.keys()];
  const done = all.filter((index) => epochs[index] <= epoch);
  const now = { x: x(epoch), y: y(loss) };
  return { whole: path(all) ?? "", done: `${path(done)}L${now.x},${now.y}`, now, zero: y(0) };
}
