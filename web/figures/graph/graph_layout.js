/** Where the parts of a graph stand, in pixels. Columns and rows are the engine's. */

import { numberText } from "../../kit/formula/number_text.js";

/** @import { GraphNode, GraphResult, GraphWire } from "./graph_messages.js" */

/** Below each other, and the room at the edges (px). */
const ROW = 74;
const MARGIN = 14;
/** A mark is at least so wide, and grows with what stands in it. */
const NARROWEST = 40;
const LETTER = 7.6;
const PADDING = 16;
/** The room of a number behind its mark, and between two columns: more where shares are written there. */
const NUMBER = 74;
const GAP = 34;
const SHARED_GAP = 66;
/** A drawing wider than its room is made narrower where no number has more than so many characters. */
const FEW = 3;
const SHORT_NUMBER = 42;
const SHORT_GAP = 24;
/** Several operands end up to so far from the middle of a mark. */
const APART = 8;
const LONGEST_NAME = 10;

/** How operations are written in a mark, where not as the engine names them. */
const MARKS = /** @type {Record<string, string>} */ ({
  sigmoid: "σ",
  log: "ln",
  relu: "ReLU",
  leaky_relu: "LReLU",
});

/**
 * @typedef {object} NodePlace
 * @property {number} x of its mark's left side
 * @property {number} y of its middle
 * @property {number} width of its mark
 * @property {number} numberX where its numbers begin
 * @property {string} mark what stands in it
 * @property {string[]} operands the names of the numbers that it is made of
 */

/**
 * @typedef {object} GraphLayout
 * @property {number} width
 * @property {number} height
 * @property {NodePlace[]} nodes
 * @property {{path: string, share: [number, number]}[]} wires `share`: where what went back is written
 */

/**
 * @param {Pick<GraphResult, "nodes" | "wires" | "steps">} graph
 * @param {number} room the width that there is; a wider drawing is scrolled
 * @returns {GraphLayout}
 */
export function graphLayout({ nodes, wires, steps }, room) {
  const marks = nodes.map(markOf);
  const widths = marks.map((mark) => Math.max(NARROWEST, mark.length * LETTER + PADDING));
  const widest = Math.max(...widths);
  const last = Math.max(...nodes.map(({ column }) => column));
  const rows = [
    ...nodes.map(({ row }) => row),
    ...wires.flatMap(({ points }) => points.map(([, row]) => row)),
  ];
  const half = Math.max(...rows.map(Math.abs));
  const isShared = nodes.some(({ uses }) => uses > 1);
  const widthOf = (/** @type {number} */ number, /** @type {number} */ gap) =>
    2 * MARGIN + (last + 1) * (widest + number) + last * gap;
  const isTight =
    !isShared && widthOf(NUMBER, GAP) > room && numbersOf(nodes, steps).every(isShortNumber);
  const number = isTight ? SHORT_NUMBER : NUMBER;
  const least = widest + number + (isShared ? SHARED_GAP : isTight ? SHORT_GAP : GAP);
  const own = 2 * MARGIN + widest + number;
  const column = last === 0 ? least : Math.max(least, Math.min(1.6 * least, (room - own) / last));
  const x = (/** @type {number} */ at) => MARGIN + at * column;
  const y = (/** @type {number} */ row) => MARGIN + ROW * (half + row + 0.5);
  const places = nodes.map((node, index) => ({
    x: x(node.column) + (widest - widths[index]) / 2,
    y: y(node.row),
    width: widths[index],
    numberX: x(node.column) + widest + 6,
    mark: marks[index],
    operands: /** @type {string[]} */ ([]),
  }));
  for (const { from, to } of wires) places[to].operands.push(nodes[from].name);
  return {
    width: Math.round(own + last * column),
    height: Math.round(2 * MARGIN + ROW * (2 * half + 1)),
    nodes: places,
    wires: wires.map((wire) => wireShape(wire, places, { x, y, behind: widest + number, number })),
  };
}

/**
 * All numbers that are written beside marks at some step.
 * @param {GraphNode[]} nodes
 * @param {GraphResult["steps"]} steps
 */
const numbersOf = (nodes, steps) => [
  ...nodes.map(({ value }) => value),
  ...steps.flatMap(({ gradients }) => gradients.map(([, gradient]) => gradient)),
];

/** @param {number} number */
const isShortNumber = (number) => numberText(number).length <= FEW;

/**
 * @param {GraphWire} wire
 * @param {NodePlace[]} places
 * @param {object} scale
 * @param {(column: number) => number} scale.x
 * @param {(row: number) => number} scale.y
 * @param {number} scale.number the room of a number
 * @param {number} scale.behind from the left side of a column to behind its numbers
 */
function wireShape({ from, to, index, points }, places, { x, y, number, behind }) {
  const arity = places[to].operands.length;
  const start = places[from];
  const end = places[to];
  const shift = arity > 1 ? 2 * APART * (index / (arity - 1) - 0.5) : 0;
  const stub = start.numberX - 6 + number;
  let path = `M${start.x + start.width},${start.y}H${stub}`;
  let [atX, atY] = [stub, start.y];
  const curveTo = (/** @type {number} */ toX, /** @type {number} */ toY) => {
    const middle = (atX + toX) / 2;
    path += `C${middle},${atY} ${middle},${toY} ${toX},${toY}`;
  };
  for (const [column, row] of points.slice(1, -1)) {
    curveTo(x(column), y(row));
    [atX, atY] = [x(column) + behind, y(row)];
    path += `H${atX}`;
  }
  curveTo(end.x, end.y + shift);
  /** @type {[number, number]} */
  const share = [(atX + end.x) / 2, (atY + end.y + shift) / 2 + (shift > 0 ? 15 : -6)];
  return { path, share };
}

/** @param {GraphNode} node */
function markOf({ operation, drawn }) {
  const text = operation === null ? drawn : (MARKS[operation] ?? raised(operation));
  return text.length > LONGEST_NAME ? `${text.slice(0, LONGEST_NAME - 1)}…` : text;
}

/**
 * A power as readers know it: `x²` and not `^2`.
 * @param {string} operation
 */
const raised = (operation) =>
  operation.startsWith("^") ? `( )${superscript(operation)}` : operation;

/** @param {string} operation */
const superscript = (operation) =>
  /^\^−?\d+$/.test(operation)
    ? [...operation.slice(1)]
        .map((sign) => (sign === "−" ? "⁻" : "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(sign)]))
        .join("")
    : operation;
