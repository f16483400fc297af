/** Many small pictures of 8×8 dots as one drawing with a path for each shade, so that it is drawn fast. */

export const SIDE = 8;
/** Shades on either side of zero. */
const SHADES = 6;

/**
 * @typedef {object} Tiles
 * @property {number} width in dots
 * @property {number} height in dots
 * @property {{name: string, path: string}[]} shades `above-6` to `below-6`; what is nearly zero has none
 */

/**
 * @param {ArrayLike<number>} values 64 rows, a column for each picture
 * @param {number} count how many pictures
 * @param {number} columns of pictures
 * @param {number} [largest] that has the full shade; the largest of all, if not given
 * @returns {Tiles}
 */
export function tilesOf(values, count, columns, largest) {
  const size = SIDE * SIDE * count;
  let full = 0;
  for (let i = 0; i < size; i++) full = Math.max(full, Math.abs(values[i]));
  const scale = SHADES / ((largest ?? full) || 1);
  /** @type {Map<string, string[]>} */
  const squares = new Map();
  for (let i = 0; i < size; i++) {
    const shade = Math.min(SHADES, Math.round(Math.abs(values[i]) * scale));
    if (!(shade > 0)) continue;
    const dot = Math.floor(i / count);
    const picture = i % count;
    const x = (picture % columns) * (SIDE + 1) + (dot % SIDE);
    const y = Math.floor(picture / columns) * (SIDE + 1) + Math.floor(dot / SIDE);
    const name = `${values[i] > 0 ? "above" : "below"}-${shade}`;
    const found = squares.get(name) ?? [];
    found.push(`M${x},${y}h1v1h-1z`);
    squares.set(name, found);
  }
  const rows = Math.ceil(count / columns);
  return {
    width: Math.min(count, columns) * (SIDE + 1) - 1,
    height: rows * (SIDE + 1) - 1,
    shades: [...squares].map(([name, paths]) => ({ name, path: paths.join("") })),
  };
}

/**
 * The frames of the pictures, as one path.
 * @param {number} count
 * @param {number} columns
 */
export const framesOf = (count, columns) =>
  Array.from({ length: count }, (_, picture) => {
    const x = (picture % columns) * (SIDE + 1);
    const y = Math.floor(picture / columns) * (SIDE + 1);
    return `M${x},${y}h${SIDE}v${SIDE}h${-SIDE}z`;
  }).join("");
