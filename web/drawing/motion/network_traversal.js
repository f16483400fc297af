/**
 * Which place of the drawing an arrow key leads to. In the direction of the pass, keys go from a unit to
 * an edge and from the edge to the next unit; across it, through the places of the same layer.
 */

/** @typedef {import("../../contract/messages.js").Place} Place */
/** @typedef {import("../layout/network_layout.js").NetworkLayout} NetworkLayout */
/** @typedef {{place: Place, x: number, y: number}} Stop */

/** What each arrow means in a drawing that runs to the right, and in one that runs downwards. */
const TO_THE_RIGHT = {
  ArrowRight: "on",
  ArrowLeft: "back",
  ArrowDown: "next",
  ArrowUp: "previous",
};
const DOWNWARDS = { ArrowDown: "on", ArrowUp: "back", ArrowRight: "next", ArrowLeft: "previous" };

/**
 * @param {NetworkLayout} layout
 * @param {Place} current
 * @param {string} key such as `ArrowLeft`, `Home` or `End`
 * @returns {Place} the next place; `current` itself where there is none
 */
export function neighbour(layout, current, key) {
  if (key === "Home") return layout.units[0].place;
  if (key === "End") return layout.loss.place;
  const ways = /** @type {Record<string, string>} */ (layout.vertical ? DOWNWARDS : TO_THE_RIGHT);
  const way = ways[key];
  const stop = stops(layout).find(({ place }) => place === current);
  if (!way || !stop) return current;
  if (way === "on") return nearest(layout, stop, onward(layout, current)) ?? current;
  if (way === "back") return nearest(layout, stop, backward(layout, current)) ?? current;
  const row = sameRow(layout, current);
  const index = row.findIndex(({ place }) => place === current) + (way === "next" ? 1 : -1);
  return row[index]?.place ?? current;
}

/**
 * The place that is the drawing's one tab stop: the first of some candidates that the drawing has, or its
 * first unit.
 * @param {NetworkLayout} layout
 * @param {(Place | null | undefined)[]} candidates in order of preference
 * @returns {Place}
 */
export function tabStop(layout, candidates) {
  const places = new Set(stops(layout).map(({ place }) => place));
  return candidates.find((place) => place && places.has(place)) ?? layout.units[0].place;
}

/**
 * @param {NetworkLayout} layout
 * @returns {Stop[]}
 */
function stops({ units, edges, biases, targets, loss }) {
  return [...units, ...edges.map(labelStop), ...biases, ...targets, loss];
}

/**
 * @param {NetworkLayout} layout
 * @param {Place} current
 * @returns {Stop[]}
 */
function onward({ units, edges, biases, targets, loss }, current) {
  const edge = edges.find(({ place }) => place === current);
  const bias = biases.find(({ place }) => place === current);
  const reached = edge?.to ?? bias?.to;
  if (reached) return units.filter(({ place }) => place === reached);
  const leaving = edges.filter(({ from }) => from === current);
  if (leaving.length > 0) return leaving.map(labelStop);
  return current === loss.place ? targets : targets.some(isAt(current)) ? [] : [loss];
}

/**
 * @param {NetworkLayout} layout
 * @param {Place} current
 * @returns {Stop[]}
 */
function backward({ units, edges, targets, loss }, current) {
  const edge = edges.find(({ place }) => place === current);
  if (edge) return units.filter(({ place }) => place === edge.from);
  if (current === loss.place) return units.filter(({ kind }) => kind === "output");
  if (targets.some(isAt(current))) return [loss];
  return edges.filter(({ to }) => to === current).map(labelStop);
}

/**
 * The places among which the keys across the way move, in their order on the screen.
 * @param {NetworkLayout} layout
 * @param {Place} current
 * @returns {Stop[]}
 */
function sameRow({ units, edges, biases, targets, loss, vertical }, current) {
  const edge = edges.find(({ place }) => place === current);
  const across = (/** @type {Stop} */ { x, y }) => (vertical ? x : y);
  const sorted = (/** @type {Stop[]} */ row) => row.sort((a, b) => across(a) - across(b));
  if (edge) return sorted(edges.filter(({ layer }) => layer === edge.layer).map(labelStop));
  if (current === loss.place || targets.some(isAt(current))) return [loss, ...targets];
  const bias = biases.find(({ place }) => place === current);
  const unit = units.find(({ place }) => place === (bias?.to ?? current));
  const layer = units.filter((other) => other.layer === unit?.layer);
  return sorted([...layer, ...biases.filter((other) => other.layer + 1 === unit?.layer)]);
}

/**
 * @param {NetworkLayout} layout
 * @param {Stop} from
 * @param {Stop[]} among
 */
function nearest({ vertical }, from, among) {
  const distance = (/** @type {Stop} */ { x, y }) => Math.abs(vertical ? x - from.x : y - from.y);
  return [...among].sort((a, b) => distance(a) - distance(b))[0]?.place;
}

/** @type {(edge: {place: Place, labelX: number, labelY: number}) => Stop} */
const labelStop = ({ place, labelX, labelY }) => ({ place, x: labelX, y: labelY });

/** @type {(place: Place) => (stop: Stop) => boolean} */
const isAt = (current) => (stop) => stop.place === current;
