/**
 * Where units and their biases stand, and where what is known of them is written.
 */

import { unitPlace, weightPlace } from "../places.js";
import { straightLine } from "./edge_geometry.js";
import { NOTE_WIDTH } from "./network_measures.js";

/** @typedef {import("./network_layout.js").BiasPlace} BiasPlace */
/** @typedef {import("./network_layout.js").Note} Note */
/** @typedef {import("./network_layout.js").UnitPlace} UnitPlace */
/** @typedef {import("./label_placement.js").Box} Box */
/** @typedef {import("./network_measures.js").Measures} Measures */

/**
 * @param {Measures} measures
 * @param {number[]} layerSizes
 * @param {number} middle across
 * @param {number} width
 * @returns {UnitPlace[]}
 */
export function unitPlaces(measures, layerSizes, middle, width) {
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
      const notes = notePlaces(x, y, measures, width);
      const place = unitPlace(layer, index);
      return /** @type {UnitPlace} */ ({ place, layer, index, kind, x, y, radius, ...notes });
    });
  });
}

/**
 * Where a unit's pre-activation and error signal are written: within and below it where the drawing
 * runs to the right, beside it where it runs down; where that is crowded, below it, one at a time.
 * @param {number} x
 * @param {number} y
 * @param {Measures} measures
 * @param {number} width
 * @returns {{pre: Note, error: Note}}
 */
function notePlaces(x, y, { vertical, notes, radius }, width) {
  if (vertical && notes) {
    const beside = { x: x + radius + 5, anchor: /** @type {const} */ ("start") };
    return { pre: { ...beside, y: y + 5 }, error: { ...beside, y: y + 19 } };
  }
  const room = vertical ? 34 : 0;
  const middle = {
    x: Math.max(room, Math.min(width - room, x)),
    anchor: /** @type {const} */ ("middle"),
  };
  return {
    pre: { ...middle, y: vertical ? y + radius + 13 : y + radius * 0.64 },
    error: { ...middle, y: y + radius + (vertical ? 13 : 15) },
  };
}

/**
 * @param {UnitPlace} unit
 * @param {Measures} measures
 * @param {number} width
 * @returns {BiasPlace}
 */
export function biasPlace(unit, { vertical, notes, noteDigits }, width) {
  const { x, y, radius, layer, index } = unit;
  const small = radius < 23;
  const size = small ? 8 : 11;
  const away = radius + (small ? 7 : 11) + size / 2;
  const at = vertical
    ? { x: x + away * Math.SQRT1_2, y: y - away * Math.SQRT1_2 }
    : { x, y: y - away };
  const gap = size / 2 + 5;
  const text = { anchor: /** @type {const} */ ("start"), y: at.y + 4 };
  const turned = vertical && !notes && at.x > width - 60;
  const [value, gradient] = turned
    ? [0, 12].map((drop) => ({
        x: at.x - gap,
        y: at.y + 4 + drop,
        anchor: /** @type {const} */ ("end"),
      }))
    : vertical
      ? [
          { ...text, x: at.x + gap },
          { ...text, x: x + radius + 5, y: at.y + 17 },
        ]
      : [
          { ...text, x: at.x - gap, anchor: /** @type {const} */ ("end") },
          { ...text, x: at.x + gap },
        ];
  const reach = !notes ? 4 : noteDigits < 3 ? 44 : NOTE_WIDTH - 10;
  return {
    place: weightPlace({ layer: layer - 1, source: null, target: index }),
    layer: layer - 1,
    target: index,
    to: unit.place,
    ...at,
    size,
    line: straightLine(at, size / 2, unit, radius),
    value,
    gradient,
    box: vertical
      ? { left: at.x - 6, top: at.y - 9, right: at.x + 8 + reach, bottom: at.y + (notes ? 19 : 9) }
      : {
          left: at.x - (small ? 8 : noteDigits > 3 ? 80 : 56), // `−0.003545`, where there is room
          top: at.y - 10,
          right: at.x + (small ? 8 : noteDigits > 3 ? 74 : 66),
          bottom: at.y + 10,
        },
  };
}

/**
 * What a unit and its notes cover.
 * @param {UnitPlace} unit
 * @param {Measures} measures
 * @returns {Box[]}
 */
export function unitBoxes({ x, y, radius, kind, error }, { vertical, notes, noteDigits }) {
  const edge = radius + 3;
  const circle = { left: x - edge, top: y - edge, right: x + edge, bottom: y + edge };
  if (kind === "input" || !notes) return [circle];
  const half = noteDigits > 3 ? 48 : 40;
  const note = vertical
    ? { left: x + edge, top: y - 9, right: x + radius + NOTE_WIDTH, bottom: error.y + 4 }
    : { left: x - half, top: error.y - 12, right: x + half, bottom: error.y + 4 };
  return [circle, note];
}
