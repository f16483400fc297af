/**
 * The geometry of a picture of a decision surface: which paths, points and labels the engine's values
 * become in a square of `width` pixels.
 */

import { contours } from "d3-contour";
import { scaleLinear } from "d3-scale";
import { linearTicks } from "./axis_ticks.js";

/** @import { HiddenLine, Surface } from "./surface_messages.js" */

/** Room for the axes and for the names of the lines outside the square; both sums are alike, so it is square. */
const MARGIN = { left: 34, right: 40, top: 26, bottom: 48 };
/** Levels of the thin contour lines; the heavy one is at 0.5. */
export const THIN_LEVELS = [0.1, 0.3, 0.7, 0.9];
export const DECISION_LEVEL = 0.5;
const NAME_HEIGHT = 15;
const NAME_WIDTH = 42;
/** How much of the upper side the name of the upright axis takes (px). */
const AXIS_NAME = 24;

/**
 * @typedef {object} PlotFrame
 * @property {number} width
 * @property {number} left
 * @property {number} top
 * @property {number} side of the square that the surface fills
 * @property {(value: number) => number} x
 * @property {(value: number) => number} y
 * @property {{at: number, label: string}[]} xTicks
 * @property {{at: number, label: string}[]} yTicks
 */

/**
 * @param {{x_range: [number, number], y_range: [number, number]}} ranges
 * @param {number} width
 * @returns {PlotFrame}
 */
export function surfaceFrame({ x_range, y_range }, width) {
  const side = width - MARGIN.left - MARGIN.right;
  const { left, top } = MARGIN;
  const x = scaleLinear(x_range, [left, left + side]);
  const y = scaleLinear(y_range, [top + side, top]);
  return { width, left, top, side, x, y, xTicks: linearTicks(x, 4), yTicks: linearTicks(y, 4) };
}

/** @typedef {Pick<PlotFrame, "left" | "top" | "side">} Square */

/** @typedef {{level: number, path: string}} Contour */

/** @typedef {[number, number]} Point */

/**
 * Lines of equal output.
 * @param {Surface} surface
 * @param {Square} frame
 * @param {number[]} levels
 * @returns {Contour[]}
 */
export function contourLines(surface, frame, levels) {
  const { left, top, side } = frame;
  const [right, bottom] = [left + side, top + side];
  const isBeyond = (/** @type {Point} */ [x1, y1], /** @type {Point} */ [x2, y2]) =>
    Math.max(x1, x2) < left ||
    Math.min(x1, x2) > right ||
    Math.max(y1, y2) < top ||
    Math.min(y1, y2) > bottom;
  return rings(surface, frame, levels).map(({ level, rings }) => ({
    level,
    path: rings.map((ring) => openPath(ring, isBeyond)).join(""),
  }));
}

/**
 * Areas that are drawn over one another: a point lies in as many of them as there are levels below its value,
 * up to the border of the picture. Their edges are the contour lines; those half a cell outside are to be clipped.
 * @param {Surface} surface
 * @param {Square} frame
 * @param {number[]} levels
 * @returns {Contour[]} the area above each level, from the lowest to the highest
 */
export function contourBands(surface, frame, levels) {
  return rings(surface, frame, levels).map(({ level, rings }) => ({
    level,
    path: rings.map((ring) => `M${ring.join("L")}Z`).join(""),
  }));
}

/**
 * The edges of the area above each level. A value's place in the grid is the middle of its cell:
 * column 0 is at 0.5 in d3's coordinates. Along the square's border an edge lies half a cell outside.
 * @param {Surface} surface
 * @param {Square} frame
 * @param {number[]} levels
 * @returns {{level: number, rings: Point[][]}[]}
 */
function rings({ values, resolution }, { left, top, side }, levels) {
  const cell = side / (resolution - 1);
  const shapes = contours().size([resolution, resolution]).thresholds(levels)(
    /** @type {number[]} */ (values),
  );
  return shapes.map(({ value, coordinates }) => ({
    level: value,
    rings: coordinates.flat().map((ring) =>
      ring.map(([column, row]) => {
        const x = left + (column - 0.5) * cell;
        const y = top + side - (row - 0.5) * cell;
        return [tenths(x), tenths(y)];
      }),
    ),
  }));
}

/**
 * A ring without the edges that lie outside of the picture.
 * @param {Point[]} ring
 * @param {(from: Point, to: Point) => boolean} isOutside
 */
function openPath(ring, isOutside) {
  let path = "";
  let isDown = false;
  for (let index = 1; index < ring.length; index += 1) {
    const [from, to] = [ring[index - 1], ring[index]];
    const isInside = !isOutside(from, to);
    if (isInside) path += isDown ? `L${to}` : `M${from}L${to}`;
    isDown = isInside;
  }
  return path;
}

/** A length to a tenth of a pixel; faster than `toFixed`. @param {number} pixels */
function tenths(pixels) {
  return Math.round(pixels * 10) / 10;
}

/**
 * @typedef {object} UnitLine
 * @property {number} unit
 * @property {[number, number]} from
 * @property {[number, number]} to
 * @property {[number, number]} label
 * @property {"start" | "middle" | "end"} anchor
 */

/**
 * The hidden units' lines, each with its name where it leaves the square: outside of it, except at
 * the sides that have an axis.
 * @param {HiddenLine[]} lines
 * @param {PlotFrame} frame
 * @returns {UnitLine[]}
 */
export function unitLines(lines, frame) {
  /** @type {Record<string, UnitLine[]>} */
  const bySide = { right: [], top: [], left: [], bottom: [] };
  for (const line of lines) {
    if (!line) continue;
    const from = place(line.from, frame);
    const to = place(line.to, frame);
    const ends = [
      { at: from, side: sideOf(from, frame) },
      { at: to, side: sideOf(to, frame) },
    ].sort((one, other) => SIDES.indexOf(one.side) - SIDES.indexOf(other.side));
    const { at, side } = ends[0];
    bySide[side].push({ unit: line.unit, from, to, ...labelAt(at, side) });
  }
  spread(bySide.right, 1, frame.top, frame.top + frame.side);
  spread(bySide.left, 1, frame.top, frame.top + frame.side);
  spread(bySide.top, 0, frame.left + AXIS_NAME, frame.left + frame.side, NAME_WIDTH);
  spread(bySide.bottom, 0, frame.left, frame.left + frame.side, NAME_WIDTH);
  return Object.values(bySide).flat();
}

/** The best side for a name comes first: the right and the top have no axis. */
const SIDES = ["right", "top", "left", "bottom"];

/**
 * @param {[number, number]} point
 * @param {PlotFrame} frame
 * @returns {[number, number]}
 */
function place([x, y], frame) {
  return [frame.x(x), frame.y(y)];
}

/**
 * @param {[number, number]} point
 * @param {PlotFrame} frame
 */
function sideOf([x, y], { left, top, side }) {
  const distances = [left + side - x, y - top, x - left, top + side - y].map(Math.abs);
  return SIDES[distances.indexOf(Math.min(...distances))];
}

/**
 * @param {[number, number]} end
 * @param {string} side
 * @returns {{label: [number, number], anchor: "start" | "middle" | "end"}}
 */
function labelAt([x, y], side) {
  if (side === "right") return { label: [x + 6, y + 4], anchor: "start" };
  if (side === "top") return { label: [x, y - 7], anchor: "middle" };
  if (side === "left") return { label: [x + 5, y - 5], anchor: "start" };
  return { label: [x + 6, y - 6], anchor: "start" };
}

/**
 * Moves names apart along one side, and back inside its ends. Changes the labels in place.
 * @param {UnitLine[]} labels
 * @param {0 | 1} axis
 * @param {number} low
 * @param {number} high
 * @param {number} [gap]
 */
function spread(labels, axis, low, high, gap = NAME_HEIGHT) {
  labels.sort((one, other) => one.label[axis] - other.label[axis]);
  let next = low;
  for (const { label } of labels) {
    label[axis] = Math.max(label[axis], next);
    next = label[axis] + gap;
  }
  let last = high;
  for (const { label } of [...labels].reverse()) {
    label[axis] = Math.min(label[axis], last);
    last = label[axis] - gap;
  }
}
