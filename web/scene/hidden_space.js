/**
 * Where the examples land in the space of hidden activations. Two hidden units make a plane, any
 * other number a row of parallel axes. Pure geometry; the activations are the engine's.
 */

import { extent } from "d3-array";
import { scaleLinear, scalePoint } from "d3-scale";
import { line } from "d3-shape";
import { linearTicks } from "./axis_ticks.js";

/** @import { Prediction } from "../contract/messages.js" */

const PLANE_MARGIN = { left: 32, right: 12, top: 22, bottom: 36 };
const STRIP_MARGIN = { left: 32, right: 12, top: 22, bottom: 36 };
/** Names of points that land closer than this across are kept apart in height. */
const NEAR = 50;
const NAME_HEIGHT = 14;

/** @import { Tick } from "./axis_ticks.js" */

/**
 * @typedef {object} HiddenPlane
 * @property {"plane"} kind
 * @property {number} width
 * @property {number} height
 * @property {{left: number, right: number, top: number, bottom: number}} frame
 * @property {Tick[]} xTicks
 * @property {Tick[]} yTicks
 * @property {{example: number, x: number, y: number, labelX: number, labelY: number, anchor: "start" | "end"}[]} points
 * @property {string[]} trails the way each point has come since the start
 */

/**
 * @typedef {object} HiddenStrip
 * @property {"strip"} kind
 * @property {number} width
 * @property {number} height
 * @property {{left: number, right: number, top: number, bottom: number}} frame
 * @property {{x: number, unit: number}[]} axes
 * @property {Tick[]} yTicks
 * @property {{example: number, path: string, marks: {x: number, y: number}[]}[]} lines
 */

/**
 * @param {Prediction[]} predictions
 * @param {Prediction[][]} earlier what they were in the pictures before, oldest first
 * @param {{width: number, height: number}} size
 * @returns {HiddenPlane | HiddenStrip}
 */
export function hiddenSpace(predictions, earlier, size) {
  return predictions[0]?.hidden.length === 2
    ? plane(predictions, earlier, size)
    : strip(predictions, size);
}

/**
 * Whether there is a hidden space at all; a single unit has none.
 * @param {{predictions: Prediction[]}} result
 */
export const hasHiddenSpace = ({ predictions: [first] }) => first.hidden.length > 0;

/**
 * The range of activations: at least 0 to 1, so that a sigmoid's does not jump.
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
 * @param {Prediction[][]} earlier
 * @param {{width: number, height: number}} size
 * @returns {HiddenPlane}
 */
function plane(predictions, earlier, { width, height }) {
  const frame = inset(width, height, PLANE_MARGIN);
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
    points: labelled(
      predictions
        .map((prediction, example) => ({ example, ...land(prediction) }))
        .filter(({ x: across, y: up }) => Number.isFinite(across) && Number.isFinite(up)),
      frame,
    ),
    trails: predictions.map(
      (prediction, example) =>
        trail([...earlier.map((then) => then[example] ?? prediction), prediction]) ?? "",
    ),
  };
}

/**
 * Each point with a place for its name: beside it, towards the middle, and clear of the names of
 * points that have landed near by.
 * @param {{example: number, x: number, y: number}[]} points
 * @param {{left: number, right: number, top: number, bottom: number}} frame
 */
function labelled(points, { left, right, bottom }) {
  const names = points.map((point) => {
    const onRight = covered(point, points, 1) + (point.x + NEAR > right ? 9 : 0);
    const onLeft = covered(point, points, -1) + (point.x - NEAR < left ? 9 : 0);
    const isTie = onRight === onLeft;
    const isLeft = isTie ? point.x > (left + right) / 2 : onLeft < onRight;
    const anchor = /** @type {"start" | "end"} */ (isLeft ? "end" : "start");
    return { ...point, labelX: point.x + (isLeft ? -11 : 11), labelY: point.y + 4, anchor };
  });
  const placed = [...names].sort((one, other) => one.y - other.y || one.example - other.example);
  const isNear = (/** @type {typeof names[0]} */ one, /** @type {typeof names[0]} */ other) =>
    one.anchor === other.anchor && Math.abs(one.labelX - other.labelX) < NEAR;
  placed.forEach((name, index) => {
    for (const above of placed.slice(0, index)) {
      if (isNear(name, above)) name.labelY = Math.max(name.labelY, above.labelY + NAME_HEIGHT);
    }
  });
  let lowest = bottom - 5;
  for (const name of placed.reverse()) {
    if (name.labelY <= lowest) break;
    name.labelY = lowest;
    lowest -= NAME_HEIGHT;
  }
  return names;
}

/**
 * How many other points a name on this side of a point would cover.
 * @param {{x: number, y: number}} point
 * @param {{x: number, y: number}[]} points
 * @param {1 | -1} side
 */
function covered(point, points, side) {
  return points.filter((other) => {
    const across = (other.x - point.x) * side;
    return other !== point && across > 2 && across < NEAR && Math.abs(other.y - point.y) < 12;
  }).length;
}

/**
 * @param {Prediction[]} predictions
 * @param {{width: number, height: number}} size
 * @returns {HiddenStrip}
 */
function strip(predictions, { width, height }) {
  const frame = inset(width, height, STRIP_MARGIN);
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

/**
 * @param {number} width
 * @param {number} height
 * @param {{left: number, right: number, top: number, bottom: number}} margin
 */
function inset(width, height, margin) {
  return {
    left: margin.left,
    right: width - margin.right,
    top: margin.top,
    bottom: height - margin.bottom,
  };
}
