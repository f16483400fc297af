/**
 * A saved picture leaves out the prose, buttons and fields between its parts. This moves the parts together
 * where those stood.
 */

/**
 * @typedef {object} Extent from where to where a part reaches
 * @property {number} top
 * @property {number} bottom
 */

/**
 * How far each part moves up, so that no empty stretch across the whole picture is higher than `most`.
 * @param {Extent[]} parts in any order
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
