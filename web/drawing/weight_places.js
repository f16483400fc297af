/** @typedef {import("../contract/messages.js").WeightAddress} WeightAddress */

/**
 * The place of a weight or bias in the drawing, as formulas name it.
 * @param {WeightAddress} address
 */
export function weightPlace({ layer, source, target }) {
  return source === null ? `bias:${layer},${target}` : `weight:${layer},${source},${target}`;
}

/**
 * The weight or bias that a place names, or null for any other place.
 * @param {string} place
 * @returns {WeightAddress | null}
 */
export function placeAddress(place) {
  const [, kind, numbers] = /^(weight|bias):([-\d,]+)$/.exec(place) ?? [];
  if (!kind) return null;
  const parts = numbers.split(",").map(Number);
  return kind === "bias"
    ? { layer: parts[0], source: null, target: parts[1] }
    : { layer: parts[0], source: parts[1], target: parts[2] };
}
