/** Finds the number that belongs to a place in a traced pass; nothing is computed here. */

import { placeParts, weightPlace } from "../places.js";

/** @typedef {import("../../contract/messages.js").Place} Place */
/** @typedef {import("../pass_messages.js").Pass} Pass */

/**
 * The value at a place: a unit's activation or pre-activation, its error signal, a weight, a bias,
 * an input, a target or the loss. NaN where the pass has no such place.
 * @param {Pass} result
 * @param {Place} place
 * @returns {number}
 */
export function valueAt(result, place) {
  const { kind, numbers } = placeParts(place);
  const [a, b, c] = numbers;
  switch (kind) {
    case "input":
      return known(result.activations[0]?.[a]);
    case "unit":
      return known(result.activations[a]?.[b]);
    case "pre":
      return known(result.pre_activations[a - 1]?.[b]);
    case "error":
      return known(result.error_signals[a - 1]?.[b]);
    case "weight":
      return known((result.weights[a] ?? result.skip_weights)?.[b]?.[c]);
    case "bias":
      return known(result.biases[a]?.[b]);
    case "target":
      return known(result.targets[a]);
    case "loss":
      return result.loss;
    default:
      return Number.NaN;
  }
}

/**
 * The loss's derivative by the weight or bias at a place.
 * @param {Pass} result
 * @param {Place} place `weight:l,i,j` or `bias:l,j`
 * @returns {number}
 */
export function gradientAt(result, place) {
  const { kind, numbers } = placeParts(place);
  const [layer, a, b] = numbers;
  if (kind === "bias") return known(result.bias_gradients[layer]?.[a]);
  const rows = result.weight_gradients[layer];
  if (rows) return known(rows[a]?.[b]);
  const direct = result.skip_weights ?? [];
  const outputs = direct[0]?.length ?? 0;
  const first = result.gradient.length - direct.length * outputs;
  return known(result.gradient[first + a * outputs + b]);
}

/** @param {number | undefined} value */
const known = (value) => value ?? Number.NaN;

/**
 * The place of every parameter, in the order of `parameters`.
 * @param {Pass} result
 * @returns {Place[]}
 */
export function parameterPlaces({ weights, biases, skip_weights }) {
  const rows = (/** @type {number[][]} */ table, /** @type {number} */ layer) =>
    table.flatMap((row, source) => row.map((_, target) => weightPlace({ layer, source, target })));
  return [
    ...weights.flatMap((table, layer) => [
      ...rows(table, layer),
      ...(biases[layer] ?? []).map((_, target) => weightPlace({ layer, source: null, target })),
    ]),
    ...rows(skip_weights ?? [], weights.length),
  ];
}
