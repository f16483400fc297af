/** A picture taken of a page has none of what stood between its parts: prose, buttons, fields. */

/**
 * @typedef {object} Standing where a part stands
 * @property {number} top
 * @property {number} bottom
 */

/**
 * How far each part moves up, so that nowhere more than `most` is empty from side to side.
 * @param {Standing[]} parts in any order
 * @param {number} most
 * @returns {number[]} in the same order
 */
export function closedGaps(parts, most) {
  const moves = new Array(parts.length).fill(0);
  const downwards = parts.map((_, index) => index);
  downwards.sort((one, other) => parts[one].top - parts[other].top);
  let move = 0;
  let lowest = parts[downwards[0]]?.top ?? 0;
  for (const index of downwards) {
    const { top, bottom } = parts[index];
    move += Math.max(0, top - lowest - most);
    moves[index] = move;
    lowest = Math.max(lowest, bottom);
  }
  return moves;
}
