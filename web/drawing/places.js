/**
 * The names of places in a drawn network, as formulas and steps have them: `input:j`, `unit:l,j`,
 * `weight:l,i,j`, `bias:l,j`, `target:j`, `loss`, and `pre:l,j` and `error:l,j` beside a unit.
 */

/** @import { Place, WeightAddress } from "../contract/messages.js" */

/**
 * The place of a unit.
 * @param {number} layer unit layer, the input being 0
 * @param {number} unit from 0
 * @returns {Place}
 */
export const unitPlace = (layer, unit) => (layer === 0 ? `input:${unit}` : `unit:${layer},${unit}`);

/**
 * The place of a weight or bias.
 * @param {WeightAddress} address
 * @returns {Place}
 */
export function weightPlace({ layer, source, target }) {
  return source === null ? `bias:${layer},${target}` : `weight:${layer},${source},${target}`;
}

/**
 * The weight or bias that a place names, or null for any other place.
 * @param {Place} place
 * @returns {WeightAddress | null}
 */
export function placeAddress(place) {
  const { kind, numbers } = placeParts(place);
  const [layer, first, second] = numbers;
  if (kind === "bias") return { layer, source: null, target: first };
  return kind === "weight" ? { layer, source: first, target: second } : null;
}

/**
 * The kind of a place and its indices.
 * @param {Place} place
 * @returns {{kind: string, numbers: number[]}}
 */
export function placeParts(place) {
  const [kind, rest = ""] = place.split(":");
  return { kind, numbers: rest.split(",").map(Number) };
}
