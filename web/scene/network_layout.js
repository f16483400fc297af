/**
 * Where everything in the drawing of a network stands: pure geometry, from its shape and the width
 * that there is. Lengths are pixels, x to the right, y down.
 */

import { arcLine, pointOnLine, straightLine } from "./edge_geometry.js";
import { labelBox, labelFractions } from "./label_placement.js";
import {
  LOSS_HALF,
  NOTE_WIDTH,
  networkMeasures,
  TARGET_HALF,
  TARGET_PITCH,
} from "./network_measures.js";

/** @typedef {import("../contract/messages.js").Place} Place */
/** @typedef {import("./edge_geometry.js").Line} Line */
/** @typedef {import("./edge_geometry.js").Point} Point */
/** @typedef {import("./label_placement.js").Box} Box */
/** @typedef {import("./network_measures.js").Measures} Measures */

/**
 * @typedef {object} UnitPlace
 * @property {Place} place `unit:l,j`, or `input:j`
 * @property {number} layer 0 is the input
 * @property {number} index
 * @property {"input" | "hidden" | "output"} kind
 * @property {number} x
 * @property {number} y
 * @property {number} radius
 * @property {Note} pre where the pre-activation is written
 * @property {Note} error where the error signal is written
 */

/** @typedef {{x: number, y: number, anchor: "start" | "middle" | "end"}} Note text from this baseline point */

/**
 * @typedef {object} EdgeOnly
 * @property {Place} place `weight:l,i,j`
 * @property {number} layer as in `weights[layer]`; for a direct link the number after the last
 * @property {number} source
 * @property {number} target
 * @property {Place} from the unit it leaves
 * @property {Place} to the unit it reaches
 * @property {number} labelFraction of the way from source to target
 * @property {number} labelX
 * @property {number} labelY
 * @property {Box} labelBox the value's line and the gradient's line below it
 */
/** @typedef {Line & EdgeOnly} EdgePlace */

/**
 * @typedef {object} BiasPlace
 * @property {Place} place `bias:l,j`
 * @property {number} layer as in `biases[layer]`
 * @property {number} target
 * @property {Place} to
 * @property {number} x of the square's centre
 * @property {number} y
 * @property {number} size of the square
 * @property {Line} line the stub from the square to the unit
 * @property {Note} value
 * @property {Note} gradient
 * @property {Box} box
 */

/** @typedef {{place: Place, index: number, x: number, y: number, halfWidth: number, halfHeight: number}} BoxPlace */
/** @typedef {{place: Place, from: Place, to: Place, line: Line}} Link a thin line without a weight */

/**
 * @typedef {object} NetworkLayout
 * @property {number} width
 * @property {number} height
 * @property {number[]} layerSizes
 * @property {boolean} vertical the forward pass runs downwards
 * @property {"roomy" | "compact" | "crowded"} density
 * @property {boolean} labelled
 * @property {boolean} notes
 * @property {number} unitDigits
 * @property {number} noteDigits
 * @property {UnitPlace[]} units
 * @property {EdgePlace[]} edges
 * @property {BiasPlace[]} biases
 * @property {BoxPlace[]} targets
 * @property {BoxPlace} loss
 * @property {Link[]} links from each output and each target to the loss
 */

/** Layouts made before: a drawing asks for its own at every frame. @type {Map<string, NetworkLayout>} */
const made = new Map();
const MOST_KEPT = 16;

/**
 * @param {object} request
 * @param {number[]} request.layerSizes inputs first, 2 to 6 entries of 1 to 8
 * @param {boolean} request.useBiases
 * @param {boolean} [request.skipToOutput]
 * @param {number} request.width
 * @param {boolean} [request.narrow] true runs downwards, false to the right; else the width decides
 * @returns {NetworkLayout}
 */
export function networkLayout({ layerSizes, useBiases, skipToOutput = false, width, narrow }) {
  const key = JSON.stringify([layerSizes, useBiases, skipToOutput, width, narrow]);
  const layout =
    made.get(key) ??
    newLayout({ layerSizes: [...layerSizes], useBiases, skipToOutput }, width, narrow);
  if (!made.has(key)) {
    if (made.size >= MOST_KEPT) made.clear();
    made.set(key, layout);
  }
  return layout;
}

/**
 * @param {import("./network_measures.js").Shape} shape
 * @param {number} width
 * @param {boolean} [narrow]
 * @returns {NetworkLayout}
 */
function newLayout(shape, width, narrow) {
  const { layerSizes, useBiases } = shape;
  const measures = networkMeasures(shape, width, narrow);
  const { vertical } = measures;
  const end = lossAndTargets(measures, layerSizes, width);
  const units = unitPlaces(measures, layerSizes, end.middle, width);
  const biases = useBiases
    ? units.filter(({ layer }) => layer > 0).map((unit) => biasPlace(unit, measures))
    : [];
  const loss = end.loss;
  const outputs = units.filter(({ kind }) => kind === "output");
  const bare = edgeLines(units, shape, measures);
  const bounds = { left: 1, top: 1, right: width - 1, bottom: end.height - 1 };
  const edges = labelledEdges(bare, measures, bounds, [
    ...units.flatMap((unit) => unitBoxes(unit, measures)),
    ...biases.map(({ box }) => box),
    boxAround(loss),
    ...end.targets.map(boxAround),
  ]);
  return {
    width,
    height: end.height,
    layerSizes,
    vertical,
    density: measures.density,
    labelled: measures.labelled,
    notes: measures.notes,
    unitDigits: measures.unitDigits,
    noteDigits: measures.noteDigits,
    units,
    edges,
    biases,
    targets: end.targets,
    loss,
    links: [
      ...outputs.map((unit) => link(unit, unit.radius, loss)),
      ...end.targets.map((target) => link(target, null, loss)),
    ],
  };
}

/**
 * The end of the drawing, which also decides its height and the line on which layers are centred.
 * @param {Measures} measures
 * @param {number[]} layerSizes
 * @param {number} width
 */
function lossAndTargets(measures, layerSizes, width) {
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

/**
 * @param {Measures} measures
 * @param {number[]} layerSizes
 * @param {number} middle across
 * @param {number} width
 * @returns {UnitPlace[]}
 */
function unitPlaces(measures, layerSizes, middle, width) {
  const { vertical, gaps, pitch, widestPitch, radius, start, end } = measures;
  const last = layerSizes.length - 1;
  const span = (Math.max(...layerSizes) - 1) * pitch;
  const drawn = gaps.reduce((sum, gap) => sum + gap, start + end);
  let along = vertical ? start : start + Math.max(0, (width - drawn) / 2);
  return layerSizes.flatMap((size, layer) => {
    if (layer > 0) along += gaps[layer - 1];
    const own =
      size > 1 ? Math.max(pitch, Math.min(widestPitch, span / (size - 1), 1.6 * pitch)) : 0;
    return Array.from({ length: size }, (_, index) => {
      const across = middle + (index - (size - 1) / 2) * own;
      const [x, y] = vertical ? [across, along] : [along, across];
      const kind = layer === 0 ? "input" : layer === last ? "output" : "hidden";
      /** @type {Pick<UnitPlace, "pre" | "error">} */
      const notes = vertical
        ? {
            pre: { x: x + radius + 5, y: y + 5, anchor: "start" },
            error: { x: x + radius + 5, y: y + 19, anchor: "start" },
          }
        : {
            pre: { x, y: y + radius * 0.64, anchor: "middle" },
            error: { x, y: y + radius + 15, anchor: "middle" },
          };
      const place = layer ? `unit:${layer},${index}` : `input:${index}`;
      return /** @type {UnitPlace} */ ({ place, layer, index, kind, x, y, radius, ...notes });
    });
  });
}

/**
 * @param {UnitPlace} unit
 * @param {Measures} measures
 * @returns {BiasPlace}
 */
function biasPlace(unit, { vertical, notes, noteDigits }) {
  const { x, y, radius, layer, index } = unit;
  const small = radius < 23;
  const size = small ? 8 : 11;
  const away = radius + (small ? 7 : 11) + size / 2;
  const at = vertical
    ? { x: x + away * Math.SQRT1_2, y: y - away * Math.SQRT1_2 }
    : { x, y: y - away };
  const gap = size / 2 + 5;
  const text = { anchor: /** @type {const} */ ("start"), y: at.y + 4 };
  const [value, gradient] = vertical
    ? [
        { ...text, x: at.x + gap },
        { ...text, x: x + radius + 5, y: at.y + 17 },
      ]
    : [
        { ...text, x: at.x - gap, anchor: /** @type {const} */ ("end") },
        { ...text, x: at.x + gap },
      ];
  const reach = notes ? NOTE_WIDTH - 4 : 4;
  return {
    place: `bias:${layer - 1},${index}`,
    layer: layer - 1,
    target: index,
    to: unit.place,
    ...at,
    size,
    line: straightLine(at, size / 2, unit, radius),
    value,
    gradient,
    box: vertical
      ? { left: at.x - 8, top: at.y - 9, right: at.x + 8 + reach, bottom: at.y + (notes ? 19 : 9) }
      : {
          left: at.x - (small ? 8 : 56),
          top: at.y - 10,
          right: at.x + (small ? 8 : noteDigits > 3 ? 74 : 66),
          bottom: at.y + 10,
        },
  };
}

/**
 * Every edge's line, without its label.
 * @param {UnitPlace[]} units
 * @param {import("./network_measures.js").Shape} shape
 * @param {Measures} measures
 */
function edgeLines(units, { layerSizes, skipToOutput }, measures) {
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
    place: `weight:${layer},${source.index},${target.index}`,
    layer,
    source: source.index,
    target: target.index,
    from: source.place,
    to: target.place,
  };
}

/**
 * @param {ReturnType<typeof edgeLines>} lines
 * @param {Measures} measures
 * @param {Box} bounds
 * @param {Box[]} obstacles
 * @returns {EdgePlace[]}
 */
function labelledEdges(lines, { labelled, density, radius }, bounds, obstacles) {
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
  const hit = { width: radius, above: radius / 2, below: radius / 2 };
  return lines.map((line, index) => {
    const { x, y } = pointOnLine(line, fractions[index]);
    const box = labelBox({ x, y }, labelled ? size : hit);
    return { ...line, labelFraction: fractions[index], labelX: x, labelY: y, labelBox: box };
  });
}

/**
 * What a unit and its notes cover.
 * @param {UnitPlace} unit
 * @param {Measures} measures
 * @returns {Box[]}
 */
function unitBoxes({ x, y, radius, kind, error }, { vertical, notes, noteDigits }) {
  const edge = radius + 3;
  const circle = { left: x - edge, top: y - edge, right: x + edge, bottom: y + edge };
  if (kind === "input" || !notes) return [circle];
  const half = noteDigits > 3 ? 48 : 40;
  const note = vertical
    ? { left: x + edge, top: y - 9, right: x + radius + NOTE_WIDTH, bottom: error.y + 4 }
    : { left: x - half, top: error.y - 12, right: x + half, bottom: error.y + 4 };
  return [circle, note];
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
function boxAround({ x, y, halfWidth, halfHeight }) {
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
function link(from, radius, loss) {
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
