/**
 * The geometry of the examples in the space of hidden activations: a plane for two hidden units, parallel
 * axes for any other number. The activations come from the engine.
 */

import { extent, mean } from "d3-array";
import { scaleLinear, scalePoint } from "d3-scale";
import { line } from "d3-shape";
import { linearTicks } from "../../../kit/charts/axis_ticks.js";
import { plotBox } from "../../../kit/charts/plot_box.js";

/** @import { Segment } from "../../../kit/charts/surface_messages.js" */
/** @import { Prediction } from "../xor_messages.js" */

const MARGIN = { left: 32, right: 12, top: 22, bottom: 36 };
/** Points closer than this across share a column of names, since a name reaches that far (px). */
const NEAR = 55;
/** How far from its point a name begins (px). */
const BESIDE = 11;
const NAME_HEIGHT = 15;

/** @import { Tick } from "../../../kit/charts/axis_ticks.js" */
/** @import { PlotBox } from "../../../kit/charts/plot_box.js" */

/** @typedef {{example: number, x: number, y: number}} Landing the point of an example */

/**
 * The name of a point, and the line that leads to it where it stands in a column.
 * @typedef {{labelX: number, labelY: number, anchor: "start" | "end", leader: number[] | null}} Name
 */

/**
 * @typedef {object} HiddenPlane
 * @property {"plane"} kind
 * @property {number} width
 * @property {number} height
 * @property {PlotBox} frame
 * @property {Tick[]} xTicks
 * @property {Tick[]} yTicks
 * @property {(Landing & Name)[]} points
 * @property {string[]} trails the path of each point since the start
 * @property {[x1: number, y1: number, x2: number, y2: number] | null} outputLine where ŷ is 0.5; its ends may
 *   lie outside of the frame
 */

/**
 * @typedef {object} HiddenStrip
 * @property {"strip"} kind
 * @property {number} width
 * @property {number} height
 * @property {PlotBox} frame
 * @property {{x: number, unit: number}[]} axes
 * @property {Tick[]} yTicks
 * @property {{example: number, path: string, marks: {x: number, y: number}[]}[]} lines
 */

/**
 * @param {{predictions: Prediction[], output_line: Segment | null}} result
 * @param {Prediction[][]} earlier those of earlier pictures, the oldest first
 * @param {{width: number, height: number}} size
 * @returns {HiddenPlane | HiddenStrip}
 */
export function hiddenSpace({ predictions, output_line }, earlier, size) {
  return predictions[0]?.hidden.length === 2
    ? plane(predictions, output_line, earlier, size)
    : strip(predictions, size);
}

/**
 * Whether there is a hidden space at all; a single unit has none.
 * @param {{predictions: Prediction[]}} result
 */
export const hasHiddenSpace = ({ predictions: [first] }) => first.hidden.length > 0;

/**
 * The range of activations: at least 0 to 1, so that the axes stand still for a sigmoid.
 * @param {Prediction[][]} all
 * @returns {[number, number]}
 */
function activationRange(all) {
  const values = all.flatMap((predictions) => predictions.flatMap(({ hidden }) => hidden));
  const [low = 0, high = 1] = extent(values.filter(Number.isFinite));
  const lowest = low < 0 ? Math.min(low, -1) : 0;
  return [lowest, Math.max(high, 1)];
}

/**
 * @param {Prediction[]} predictions
 * @param {Segment | null} outputLine
 * @param {Prediction[][]} earlier
 * @param {{width: number, height: number}} size
 * @returns {HiddenPlane}
 */
function plane(predictions, outputLine, earlier, { width, height }) {
  const frame = plotBox(width, height, MARGIN);
  const range = activationRange([predictions, ...earlier]);
  const x = scaleLinear(range, [frame.left, frame.right]).nice(4);
  const y = scaleLinear(range, [frame.bottom, frame.top]).nice(4);
  const land = (/** @type {Prediction} */ { hidden }) => ({ x: x(hidden[0]), y: y(hidden[1]) });
  const trail = line(
    (/** @type {Prediction} */ { hidden }) => x(hidden[0]),
    ({ hidden }) => y(hidden[1]),
  )
    .defined(({ hidden }) => hidden.every(Number.isFinite))
    .digits(1);
  return {
    kind: "plane",
    width,
    height,
    frame,
    xTicks: linearTicks(x, 3),
    yTicks: linearTicks(y, 3),
    points: named(
      predictions
        .map((prediction, example) => ({ example, ...land(prediction) }))
        .filter(({ x: across, y: up }) => Number.isFinite(across) && Number.isFinite(up)),
      frame,
    ),
    outputLine: outputLine && [
      x(outputLine.from[0]),
      y(outputLine.from[1]),
      x(outputLine.to[0]),
      y(outputLine.to[1]),
    ],
    trails: predictions.map(
      (prediction, example) =>
        trail([...earlier.map((then) => then[example] ?? prediction), prediction]) ?? "",
    ),
  };
}

/**
 * Each point with a place for its name, beside it and towards the middle. Where several points are close
 * together, their names stand in a column beside them, each with a line to its point.
 * @param {Landing[]} points
 * @param {PlotBox} frame
 */
function named(points, frame) {
  return crowds(points).flatMap((crowd) => inColumn(crowd, frame));
}

/**
 * Groups of points whose names, each group's in a column at its middle, cover neither marks nor names of
 * others.
 * @param {Landing[]} points
 */
function crowds(points) {
  const all = points.map((point) => [point]);
  for (;;) {
    const index = all.findIndex((one, at) => all.slice(at + 1).some((other) => meet(one, other)));
    if (index < 0) return all;
    const [one] = all.splice(index, 1);
    all.find((other) => meet(one, other))?.push(...one);
  }
}

/**
 * @param {Landing[]} one
 * @param {Landing[]} other
 */
function meet(one, other) {
  const [middle = 0, otherMiddle = 0] = [one, other].map((crowd) => mean(crowd, ({ y }) => y));
  const isBeside = one.some(({ x }) => other.some((point) => Math.abs(x - point.x) < NEAR));
  return (
    isBeside && Math.abs(middle - otherMiddle) < (NAME_HEIGHT * (one.length + other.length)) / 2
  );
}

/**
 * @param {Landing[]} crowd
 * @param {PlotBox} frame
 */
function inColumn(crowd, { left, right, top, bottom }) {
  const [first = 0, last = 0] = extent(crowd, ({ x }) => x);
  const isLeft = first + last > left + right;
  const labelX = isLeft ? first - BESIDE : last + BESIDE;
  const anchor = /** @type {"start" | "end"} */ (isLeft ? "end" : "start");
  const sorted = [...crowd].sort((one, other) => one.y - other.y || one.example - other.example);
  const middle = mean(crowd, ({ y }) => y) ?? 0;
  const height = NAME_HEIGHT * (sorted.length - 1);
  const highest = Math.min(Math.max(middle - height / 2, top + 8), bottom - 9 - height);
  return sorted.map((point, index) => {
    const at = sorted.length > 1 ? highest + NAME_HEIGHT * index : point.y;
    const leader = [point.x, point.y, labelX + (isLeft ? 2 : -2), at];
    return { ...point, labelX, labelY: at + 4, anchor, leader: sorted.length > 1 ? leader : null };
  });
}

/**
 * @param {Prediction[]} predictions
 * @param {{width: number, height: number}} size
 * @returns {HiddenStrip}
 */
function strip(predictions, { width, height }) {
  const frame = plotBox(width, height, MARGIN);
  const count = predictions[0]?.hidden.length ?? 0;
  const units = Array.from({ length: count }, (_, unit) => unit);
  const x = scalePoint(units, [frame.left, frame.right]).padding(0.4);
  const y = scaleLinear(activationRange([predictions]), [frame.bottom, frame.top]).nice(4);
  const across = (/** @type {number} */ unit) => x(unit) ?? frame.left;
  const path = line(
    (/** @type {number} */ _, unit) => across(unit),
    (value) => y(value),
  )
    .defined(Number.isFinite)
    .digits(1);
  return {
    kind: "strip",
    width,
    height,
    frame,
    axes: units.map((unit) => ({ x: across(unit), unit })),
    yTicks: linearTicks(y, 3),
    lines: predictions.map(({ hidden }, example) => ({
      example,
      path: path(hidden) ?? "",
      marks: hidden
        .map((value, unit) => ({ x: across(unit), y: y(value) }))
        .filter((mark) => Number.isFinite(mark.y)),
    })),
  };
}
