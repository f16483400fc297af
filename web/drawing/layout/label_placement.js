/**
 * Where the labels of edges go. Each label may slide along its own edge. The places are chosen together so
 * that labels do not cover each other, units or notes, and as few other edges as possible. The search is
 * small and deterministic, so the same network always gives the same picture.
 */

import { pointOnLine } from "./edge_geometry.js";

/** @typedef {import("./edge_geometry.js").Line} Line */
/** @typedef {{left: number, top: number, right: number, bottom: number}} Box */
/** @typedef {{width: number, above: number, below: number}} LabelSize how far a label reaches from its point */

const FRACTIONS = Array.from({ length: 33 }, (_, index) => 0.1 + index * 0.025);
const ROUNDS = 8;

/** Overlaps are worse than anything else; a crossed line costs a little, distance from the ideal less. */
const COST = { overlap: 1000, outside: 1000, area: 1, crossing: 14, drift: 60 };

/**
 * For each line, the fraction of the way at which its label stands.
 * @param {Line[]} lines
 * @param {object} options
 * @param {LabelSize} options.size
 * @param {Box[]} options.obstacles
 * @param {Box} options.bounds
 * @param {number} [options.ideal] where a label stands when nothing is in its way
 * @returns {number[]}
 */
export function labelFractions(lines, { size, obstacles, bounds, ideal = 0.4 }) {
  const samples = lines.map((line) => sampled(line));
  const candidates = lines.map((line, own) =>
    FRACTIONS.map((fraction) => {
      const box = labelBox(pointOnLine(line, fraction), size);
      let cost = COST.drift * Math.abs(fraction - ideal);
      if (!contains(bounds, box)) cost += COST.outside;
      for (const obstacle of obstacles) cost += overlapCost(box, obstacle);
      samples.forEach((points, other) => {
        if (other !== own && points.some((point) => holds(box, point))) cost += COST.crossing;
      });
      return { fraction, box, cost };
    }),
  );
  const indices = lines.map((_, index) => index);
  const turns = indices.map((by) => turned(indices, by));
  const tries = turns.flatMap((turn) => [turn, turn.toReversed()]).slice(0, 24);
  let best = settled(candidates, indices);
  for (const order of tries) {
    if (best.cost < COST.overlap) break;
    const next = settled(candidates, order);
    if (next.cost < best.cost) best = next;
  }
  return best.chosen.map(({ fraction }) => fraction);
}

/**
 * Places one label after the other where it costs least, and moves each again until none gains.
 * @template {{box: Box, cost: number}} Option
 * @param {Option[][]} candidates
 * @param {number[]} order in which labels choose
 */
function settled(candidates, order) {
  /** @type {Option[]} */
  const chosen = [];
  for (let round = 0; round < ROUNDS; round++) {
    let moved = false;
    for (const own of order) {
      const before = chosen[own];
      delete chosen[own];
      chosen[own] = cheapest(candidates[own], chosen);
      moved ||= chosen[own] !== before;
    }
    if (!moved && !parted(candidates, chosen)) break;
  }
  const cost = chosen.reduce((sum, option, own) => {
    const later = chosen.slice(own + 1);
    return later.reduce((all, { box }) => all + overlapCost(option.box, box), sum + option.cost);
  }, 0);
  return { chosen, cost };
}

/**
 * Moves two labels that lie on each other both at once, where neither could leave alone.
 * @template {{box: Box, cost: number}} Option
 * @param {Option[][]} candidates
 * @param {Option[]} chosen changed in place
 * @returns {boolean} whether any was moved
 */
function parted(candidates, chosen) {
  for (let a = 0; a < chosen.length; a++) {
    const b = chosen.findIndex(({ box }, other) => other > a && sharedArea(chosen[a].box, box) > 0);
    if (b < 0) continue;
    const others = chosen.filter((_, own) => own !== a && own !== b);
    let lowest = costAmong(chosen[a], [chosen[b], ...others]) + costAmong(chosen[b], others);
    const before = lowest;
    for (const first of candidates[a]) {
      const own = costAmong(first, others);
      if (own >= lowest) continue;
      const second = cheapest(candidates[b], [first, ...others]);
      const cost = own + costAmong(second, [first, ...others]);
      if (cost < lowest) {
        lowest = cost;
        [chosen[a], chosen[b]] = [first, second];
      }
    }
    if (lowest < before) return true;
  }
  return false;
}

/**
 * @param {{box: Box, cost: number}} option
 * @param {{box: Box}[]} others
 */
function costAmong(option, others) {
  return others.reduce((sum, { box }) => sum + overlapCost(option.box, box), option.cost);
}

/**
 * @param {number[]} list
 * @param {number} by
 */
const turned = (list, by) => [...list.slice(by), ...list.slice(0, by)];

/**
 * @param {{x: number, y: number}} point
 * @param {LabelSize} size
 * @returns {Box}
 */
export function labelBox({ x, y }, { width, above, below }) {
  return { left: x - width / 2, top: y - above, right: x + width / 2, bottom: y + below };
}

/**
 * The area that two boxes share, in square pixels.
 * @param {Box} a
 * @param {Box} b
 */
export function sharedArea(a, b) {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return width > 0 && height > 0 ? width * height : 0;
}

/**
 * @template {{box: Box, cost: number}} Option
 * @param {Option[]} options
 * @param {Option[]} others
 */
function cheapest(options, others) {
  let best = options[0];
  let lowest = Number.POSITIVE_INFINITY;
  for (const option of options) {
    const cost = costAmong(option, others);
    if (cost < lowest) [best, lowest] = [option, cost];
  }
  return best;
}

/**
 * @param {Box} a
 * @param {Box} b
 */
function overlapCost(a, b) {
  const area = sharedArea(a, b);
  return area > 0 ? COST.overlap + COST.area * area : 0;
}

/** @param {Line} line */
function sampled(line) {
  return Array.from({ length: 31 }, (_, index) => pointOnLine(line, index / 30));
}

/**
 * @param {Box} box
 * @param {{x: number, y: number}} point
 */
function holds({ left, top, right, bottom }, { x, y }) {
  return x > left && x < right && y > top && y < bottom;
}

/**
 * @param {Box} outer
 * @param {Box} inner
 */
function contains(outer, inner) {
  return (
    inner.left >= outer.left &&
    inner.right <= outer.right &&
    inner.top >= outer.top &&
    inner.bottom <= outer.bottom
  );
}
