/** Where the dots of many starts stand, sorted by what became of them, and how each is drawn. */

/** From one dot to the next (px), and its radius as a share of that. */
export const PITCH = 11;
const RADIUS = 0.36;
/** In a field narrower than this (px) the dots stand closer. */
const NARROW = 300;
const NARROW_PITCH = 9;
/** Shades of the solved ones, from early to late. */
export const SHADES = 5;

/**
 * @typedef {object} DotField
 * @property {number[]} order the seeds: the earliest solved first, then the stuck ones, then the diverged
 * @property {number} columns
 * @property {number} pitch from one dot to the next (px)
 * @property {number} height
 * @property {{name: string, path: string}[]} groups of dots that are drawn alike; `waiting` are the places of
 *   starts that have not been trained
 */

/**
 * @param {number[]} epochs of each start, in the order of their seeds; negative for one that is not solved
 * @param {number} width
 * @param {number} most starts for which there is room
 * @param {number} lastEpoch
 * @returns {DotField}
 */
export function dotField(epochs, width, most, lastEpoch) {
  const rank = (/** @type {number} */ seed) =>
    epochs[seed] >= 0 ? epochs[seed] : lastEpoch - epochs[seed];
  const order = [...epochs.keys()].sort((a, b) => rank(a) - rank(b) || a - b);
  const pitch = width < NARROW ? NARROW_PITCH : PITCH;
  const columns = Math.max(1, Math.floor(width / pitch));
  /** @type {Map<string, string[]>} */
  const paths = new Map();
  order.forEach((seed, place) => {
    const name = groupOf(epochs[seed], lastEpoch);
    const marks = paths.get(name) ?? [];
    marks.push(mark(name, placeOf(place, columns, pitch), pitch));
    paths.set(name, marks);
  });
  const waiting = Array.from({ length: most - order.length }, (_, index) =>
    mark("waiting", placeOf(order.length + index, columns, pitch), pitch),
  );
  if (waiting.length > 0) paths.set("waiting", waiting);
  return {
    order,
    columns,
    pitch,
    height: Math.ceil(most / columns) * pitch,
    groups: [...paths].map(([name, marks]) => ({ name, path: marks.join("") })),
  };
}

/** The middle of a dot. @param {number} place @param {number} columns @param {number} [pitch] */
export const placeOf = (place, columns, pitch = PITCH) => ({
  x: ((place % columns) + 0.5) * pitch,
  y: (Math.floor(place / columns) + 0.5) * pitch,
});

/**
 * The place in the order that is under a point, or null.
 * @param {DotField} field
 * @param {number} x
 * @param {number} y
 */
export function placeAt({ order, columns, pitch }, x, y) {
  const column = Math.floor(x / pitch);
  const place = Math.floor(y / pitch) * columns + column;
  return column >= 0 && column < columns && place >= 0 && place < order.length ? place : null;
}

/** @param {number} epoch @param {number} lastEpoch */
function groupOf(epoch, lastEpoch) {
  if (epoch < 0) return epoch === -1 ? "stuck" : "diverged";
  return `solved-${Math.min(SHADES - 1, Math.floor((SHADES * epoch) / lastEpoch))}`;
}

/**
 * The path of a dot.
 * @param {string} name of its group
 * @param {{x: number, y: number}} middle
 * @param {number} [pitch]
 */
export function mark(name, { x, y }, pitch = PITCH) {
  const r = RADIUS * pitch;
  if (name === "diverged")
    return `M${x - r},${y - r}l${2 * r},${2 * r}m0,${-2 * r}l${-2 * r},${2 * r}`;
  const radius = { stuck: r - 0.5, waiting: 1.2 }[name] ?? r;
  return `M${x - radius},${y}a${radius},${radius} 0 1,0 ${2 * radius},0a${radius},${radius} 0 1,0 ${-2 * radius},0z`;
}
