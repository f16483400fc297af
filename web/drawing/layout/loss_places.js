/**
 * Where the pass ends: the loss, the targets, and the thin lines that lead into the loss.
 */

import { straightLine } from "./edge_geometry.js";
import { LOSS_HALF, TARGET_HALF, TARGET_PITCH } from "./network_measures.js";

/** @typedef {import("../../contract/messages.js").Place} Place */
/** @typedef {import("./edge_geometry.js").Point} Point */
/** @typedef {import("./network_layout.js").BoxPlace} BoxPlace */
/** @typedef {import("./network_layout.js").Link} Link */
/** @typedef {import("./label_placement.js").Box} Box */
/** @typedef {import("./network_measures.js").Measures} Measures */

/**
 * The end of the drawing, which also decides its height and the line on which layers are centred.
 * @param {Measures} measures
 * @param {number[]} layerSizes
 * @param {number} width
 */
export function lossAndTargets(measures, layerSizes, width) {
  const { vertical, gaps, pitch, before, after, start, end } = measures;
  const across = (Math.max(...layerSizes) - 1) * pitch;
  const along = gaps.reduce((sum, gap) => sum + gap, start);
  const count = layerSizes[layerSizes.length - 1];
  const perRow = vertical && count > 1 ? Math.max(1, Math.floor((width - 12) / 72)) : 1;
  const rows = Math.ceil(count / perRow);
  /** @type {BoxPlace[]} */
  const targets = [];
  if (!vertical) {
    const shift = Math.max(0, (width - along - end) / 2);
    const top = LOSS_HALF.y + (count === 1 ? 0 : (TARGET_PITCH * count + 20) / 2);
    const bottom = LOSS_HALF.y + 34 + rows * TARGET_PITCH - (top - LOSS_HALF.y);
    const middle = Math.max(before + across / 2, top + 8);
    const height = Math.ceil(Math.max(middle + across / 2 + after, middle + bottom + 4));
    const x = shift + along;
    const y = middle - top + LOSS_HALF.y;
    for (let j = 0; j < count; j++) targets.push(target(j, x, y + 70 + j * TARGET_PITCH));
    return { height, middle, targets, loss: lossAt(x, y) };
  }
  const middle = (before + width - after) / 2;
  const x = Math.min(middle, width - LOSS_HALF.x - TARGET_HALF.x * 2 - 50);
  if (count === 1) {
    targets.push(target(0, x + LOSS_HALF.x + TARGET_HALF.x + 40, along));
    return { height: Math.ceil(along + end), middle, targets, loss: lossAt(x, along) };
  }
  for (let j = 0; j < count; j++) {
    const row = Math.floor(j / perRow);
    const inRow = Math.min(perRow, count - row * perRow);
    const column = (j % perRow) - (inRow - 1) / 2;
    targets.push(target(j, width / 2 + column * 72, along + 70 + row * TARGET_PITCH));
  }
  const height = Math.ceil(along + 70 + (rows - 1) * TARGET_PITCH + TARGET_HALF.y + 8);
  return { height, middle, targets, loss: lossAt(width / 2, along) };
}

/** @type {(x: number, y: number) => BoxPlace} */
const lossAt = (x, y) => ({
  place: "loss",
  index: 0,
  x,
  y,
  halfWidth: LOSS_HALF.x,
  halfHeight: LOSS_HALF.y,
});

/** @type {(index: number, x: number, y: number) => BoxPlace} */
const target = (index, x, y) => ({
  place: `target:${index}`,
  index,
  x,
  y,
  halfWidth: TARGET_HALF.x,
  halfHeight: TARGET_HALF.y,
});

/**
 * @param {BoxPlace} box
 * @returns {Box}
 */
export function boxAround({ x, y, halfWidth, halfHeight }) {
  const margin = 3;
  return {
    left: x - halfWidth - margin,
    top: y - halfHeight - margin,
    right: x + halfWidth + margin,
    bottom: y + halfHeight + margin,
  };
}

/**
 * A thin line into the loss, cut where the outlines begin.
 * @param {Point & {place: Place}} from
 * @param {number | null} radius null for a target's box
 * @param {BoxPlace} loss
 * @returns {Link}
 */
export function link(from, radius, loss) {
  const fromEdge = radius ?? edgeDistance(from, loss, TARGET_HALF.x, TARGET_HALF.y);
  const toEdge = edgeDistance(from, loss, loss.halfWidth, loss.halfHeight);
  const line = straightLine(from, fromEdge, loss, toEdge);
  return { place: `link:${from.place}`, from: from.place, to: "loss", line };
}

/**
 * How far from its centre the line towards another point leaves a box.
 * @param {Point} from
 * @param {Point} to
 * @param {number} halfWidth
 * @param {number} halfHeight
 */
function edgeDistance(from, to, halfWidth, halfHeight) {
  const [dx, dy] = [Math.abs(to.x - from.x), Math.abs(to.y - from.y)];
  const length = Math.hypot(dx, dy) || 1;
  return length * Math.min(dx ? halfWidth / dx : 1, dy ? halfHeight / dy : 1);
}
