/** The geometry of the people in the chain of blame and of the links between them. */

import { scaleLinear } from "d3-scale";

/** @typedef {import("./blame_messages.js").BlameLink} BlameLink */
/** @typedef {import("./blame_messages.js").Blame} Blame */
/** @typedef {{x: number, y: number}} Point */

const BOX = { width: 104, height: 52 };
/** How far two people beside each other are from the middle (px). */
const APART = 38;

/** The place of each person along the way to the outcome, and the side of it where there are two paths. */
const RANKS = {
  report: { rank: 0, side: 0 },
  manager: { rank: 1, side: -1 },
  analyst: { rank: 1, side: 1 },
  vp: { rank: 2, side: 0 },
  ceo: { rank: 3, side: 0 },
  outcome: { rank: 4, side: 0 },
};

/**
 * @typedef {object} BlameNode
 * @property {string} id
 * @property {number} x of its middle
 * @property {number} y
 * @property {number} width
 * @property {number} height
 * @property {number} filled how much of its width its blame fills: all of it from 100% on
 */

/**
 * @typedef {object} BlameEdge
 * @property {string} name
 * @property {{x: number, y: number}} from
 * @property {{x: number, y: number}} to
 * @property {string} tip its arrow head
 * @property {{x: number, y: number}} label
 * @property {number} thickness
 */

/**
 * @param {BlameLink[]} links
 * @param {Blame} blame of the graph that is drawn
 * @param {boolean} isNarrow from top to bottom instead of from left to right
 * @returns {{width: number, height: number, nodes: BlameNode[], edges: BlameEdge[]}}
 */
export function blameGraph(links, blame, isNarrow) {
  const width = isNarrow ? 330 : 760;
  const height = isNarrow ? 460 : 132;
  const along = isNarrow
    ? scaleLinear([0, 4], [34, height - 34])
    : scaleLinear([0, 4], [60, width - 60]);
  const middle = (isNarrow ? width : height) / 2;
  const isSplit = Object.hasOwn(blame.nodes, "analyst");
  const apart = isNarrow ? 2 * APART - 2 : APART;
  const fill = scaleLinear([0, 1], [0, BOX.width]).clamp(true);
  /** @type {Record<string, BlameNode>} */
  const nodes = {};
  for (const [id, share] of Object.entries(blame.nodes)) {
    const { rank, side } = RANKS[/** @type {keyof typeof RANKS} */ (id)];
    const beside = middle + (isSplit ? side * apart : 0);
    const [x, y] = isNarrow ? [beside, along(rank)] : [along(rank), beside];
    nodes[id] = { id, x, y, ...BOX, filled: fill(share) };
  }
  const shown = links.filter(({ source, target }) => nodes[source] && nodes[target]);
  return {
    width,
    height,
    nodes: Object.values(nodes),
    edges: shown.map((link) => edge(link, nodes, middle, isNarrow)),
  };
}

const thickness = scaleLinear([0, 1], [0.75, 5]);

/**
 * @param {BlameLink} link
 * @param {Record<string, BlameNode>} nodes
 * @param {number} middle of the picture, across the way
 * @param {boolean} isNarrow
 * @returns {BlameEdge}
 */
function edge({ name, source, target, share }, nodes, middle, isNarrow) {
  const [a, b] = [nodes[source], nodes[target]];
  const from = isNarrow ? { x: a.x, y: a.y + a.height / 2 } : { x: a.x + a.width / 2, y: a.y };
  const to = isNarrow
    ? { x: b.x, y: b.y - b.height / 2 - 9 }
    : { x: b.x - b.width / 2 - 9, y: b.y };
  const centre = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  return {
    name,
    from,
    to,
    tip: arrowHead(from, to),
    label: labelPlace({ centre, from, to }, middle, isNarrow),
    thickness: thickness(share),
  };
}

/**
 * Beside a straight link, on the outer side of a slanting one.
 * @param {{centre: Point, from: Point, to: Point}} link
 * @param {number} middle of the picture, across the way
 * @param {boolean} isNarrow
 */
function labelPlace({ centre: { x, y }, from, to }, middle, isNarrow) {
  if (isNarrow) {
    if (from.x === to.x) return { x: x + 28, y: y + 4 };
    const isLeft = Math.min(from.x, to.x) < middle - 1;
    const isFirst = Math.abs(from.x - middle) < 1;
    return { x: x + (isLeft ? -32 : 32), y: y + (isFirst ? 0 : 12) };
  }
  if (from.y === to.y) return { x, y: y - 10 };
  const isUpper = Math.min(from.y, to.y) < middle - 1;
  const isFirst = Math.abs(from.y - middle) < 1;
  return { x: x + (isFirst ? -14 : 16), y: y + (isUpper ? -12 : 22) };
}

/**
 * @param {{x: number, y: number}} from
 * @param {{x: number, y: number}} to
 */
function arrowHead(from, to) {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const [dx, dy] = [(to.x - from.x) / length, (to.y - from.y) / length];
  const wing = (/** @type {number} */ side) =>
    `${to.x + side * dy * 5.5},${to.y - side * dx * 5.5}`;
  return `M${to.x + dx * 9},${to.y + dy * 9} L${wing(1)} L${wing(-1)} Z`;
}
