/**
 * The edges between units, and where their labels stand on them.
 */

import { weightPlace } from "../places.js";
import { arcLine, pointOnLine, straightLine } from "./edge_geometry.js";
import { labelBox, labelFractions } from "./label_placement.js";

/** @typedef {import("./network_layout.js").EdgePlace} EdgePlace */
/** @typedef {import("./network_layout.js").UnitPlace} UnitPlace */
/** @typedef {import("./label_placement.js").Box} Box */
/** @typedef {import("./network_measures.js").Measures} Measures */

/**
 * Every edge's line, without its label.
 * @param {UnitPlace[]} units
 * @param {import("./network_measures.js").Shape} shape
 * @param {Measures} measures
 */
export function edgeLines(units, { layerSizes, skipToOutput }, measures) {
  const layer = (/** @type {number} */ l) => units.filter((unit) => unit.layer === l);
  const pairs = (/** @type {number} */ from, /** @type {number} */ to) =>
    layer(from).flatMap((source) => layer(to).map((target) => ({ source, target })));
  const last = layerSizes.length - 1;
  const direct = layerSizes.slice(1).flatMap((_, l) =>
    pairs(l, l + 1).map(({ source, target }) => ({
      ...named(l, source, target),
      ...straightLine(source, source.radius, target, target.radius),
    })),
  );
  if (!skipToOutput) return direct;
  return [
    ...direct,
    ...pairs(0, last).map(({ source, target }) => ({
      ...named(last, source, target),
      ...arcAround(source, target, units, measures, layerSizes[0]),
    })),
  ];
}

/**
 * A direct link passes the hidden layers on the side of its input.
 * @param {UnitPlace} source
 * @param {UnitPlace} target
 * @param {UnitPlace[]} units
 * @param {Measures} measures
 * @param {number} inputs how many there are
 */
function arcAround(source, target, units, { vertical, radius }, inputs) {
  const across = vertical ? "x" : "y";
  const along = vertical ? "y" : "x";
  const positions = units.map((unit) => unit[across]);
  const first = source.index < inputs / 2;
  const edge = first ? Math.min(...positions) - radius : Math.max(...positions) + radius;
  const peak = edge + (first ? -42 : 42);
  const way = target[along] - source[along];
  const bend = (/** @type {number} */ fraction) =>
    vertical
      ? { x: peak, y: source.y + way * fraction }
      : { x: source.x + way * fraction, y: peak };
  return arcLine(source, target, radius, bend(0.3), bend(0.72));
}

/**
 * @param {number} layer
 * @param {UnitPlace} source
 * @param {UnitPlace} target
 */
function named(layer, source, target) {
  return {
    place: weightPlace({ layer, source: source.index, target: target.index }),
    layer,
    source: source.index,
    target: target.index,
    from: source.place,
    to: target.place,
  };
}

/** The width of a weight's numbers where not every edge has room for its own (px). */
const NARROW = 52;

/**
 * @param {ReturnType<typeof edgeLines>} lines
 * @param {Measures} measures
 * @param {Box} bounds
 * @param {Box[]} obstacles
 * @returns {EdgePlace[]}
 */
export function labelledEdges(lines, { labelled, density, radius }, bounds, obstacles) {
  const large = density === "roomy";
  const size = large ? { width: 76, above: 11, below: 23 } : { width: 64, above: 10, below: 21 };
  const fractions = lines.map(({ source, target }) => 0.3 + 0.2 * ((source + target) % 3));
  const labels = [...obstacles];
  const layers = labelled ? new Set(lines.map(({ layer }) => layer)) : [];
  for (const layer of layers) {
    const own = lines.flatMap((line, index) => (line.layer === layer ? [index] : []));
    const group = own.map((index) => lines[index]);
    labelFractions(group, { size, obstacles: labels, bounds }).forEach((fraction, index) => {
      fractions[own[index]] = fraction;
      labels.push(labelBox(pointOnLine(group[index], fraction), size));
    });
  }
  const shown = labelled ? size : { ...size, width: NARROW };
  const grip = { width: radius, above: radius / 2, below: radius / 2 };
  return lines.map((line, index) => {
    const { x, y } = pointOnLine(line, fractions[index]);
    const boxes = { labelBox: labelBox({ x, y }, shown), gripBox: labelBox({ x, y }, grip) };
    return { ...line, labelFraction: fractions[index], labelX: x, labelY: y, ...boxes };
  });
}
