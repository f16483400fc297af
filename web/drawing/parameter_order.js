/**
 * Where each weight and bias stands in the network's flat parameter vector: layer by layer, the weights row
 * by row and then the biases. Direct links from input to output come last, as the layer after the last.
 * `py/backprop/core/parameter_layout.py` decides the order; a test reads both.
 */

/** @typedef {import("../contract/messages.js").WeightAddress} WeightAddress */
/** @typedef {{layer_sizes: number[], use_biases: boolean, skip_to_output?: boolean}} Shape */

/**
 * How many parameters a network of this shape has.
 * @param {Shape} shape
 */
export function parameterCount({ layer_sizes: sizes, use_biases: biased, skip_to_output: skip }) {
  let count = 0;
  for (let l = 0; l + 1 < sizes.length; l++) count += (sizes[l] + (biased ? 1 : 0)) * sizes[l + 1];
  return count + (skip ? sizes[0] * sizes[sizes.length - 1] : 0);
}

/**
 * Whether this address names a weight or bias that the network has.
 * @param {Shape} shape
 * @param {WeightAddress} address
 */
export function hasWeight(shape, { layer, source, target }) {
  const sizes = shape.layer_sizes;
  const within = (/** @type {number | null} */ unit, /** @type {number} */ count) =>
    Number.isInteger(unit) && Number(unit) >= 0 && Number(unit) < count;
  if (layer === sizes.length - 1) {
    return !!shape.skip_to_output && within(source, sizes[0]) && within(target, sizes[layer]);
  }
  if (!within(layer, sizes.length - 1) || !within(target, sizes[layer + 1])) return false;
  return source === null ? shape.use_biases : within(source, sizes[layer]);
}

/**
 * Where each parameter of a shape stood in an earlier one; null where it is new. The last layer stays the
 * last, and direct links stay direct links, however many layers come between.
 * @param {Shape} before
 * @param {Shape} shape
 * @returns {(number | null)[]} an index into the parameters of `before` for each of `shape`
 */
export function placesBefore(before, shape) {
  const [then, now] = [before.layer_sizes.length - 1, shape.layer_sizes.length - 1];
  return Array.from({ length: parameterCount(shape) }, (_, index) => {
    const address = parameterAddress(shape, index);
    const isInner = address.layer < now - 1;
    const layer = isInner ? address.layer : address.layer + then - now;
    const there = { ...address, layer };
    const isThere = hasWeight(before, there) && isInner === layer < then - 1;
    return isThere ? parameterIndex(before, there) : null;
  });
}

/**
 * The weights of one shape for another that differs from it in having biases, or none: a new bias is 0.
 * @template {number | null} Value
 * @param {Value[]} parameters
 * @param {Shape} shape
 * @returns {(Value | 0)[]} those of the same shape with biases where it has none, without where it has some
 */
export function withBiasesToggled(parameters, shape) {
  const other = { ...shape, use_biases: !shape.use_biases };
  return placesBefore(shape, other).map((place) => (place === null ? 0 : parameters[place]));
}

/**
 * Which weight or bias stands at a place of the flat vector: the reverse of `parameterIndex`.
 * @param {Shape} shape
 * @param {number} index below `parameterCount`
 * @returns {WeightAddress}
 */
export function parameterAddress({ layer_sizes: sizes, use_biases: biased }, index) {
  let left = index;
  let layer = 0;
  for (; layer + 1 < sizes.length; layer++) {
    const count = (sizes[layer] + (biased ? 1 : 0)) * sizes[layer + 1];
    if (left < count) break;
    left -= count;
  }
  const columns = sizes[layer + 1] ?? sizes[layer];
  const source = Math.floor(left / columns);
  const isBias = layer + 1 < sizes.length && source === sizes[layer];
  return { layer, source: isBias ? null : source, target: left % columns };
}

/**
 * The place of a weight, or of a bias when `source` is null, in the flat vector.
 * @param {Shape} shape
 * @param {WeightAddress} address one that `hasWeight`
 */
export function parameterIndex(shape, { layer, source, target }) {
  const sizes = shape.layer_sizes;
  const offset = parameterCount({
    layer_sizes: sizes.slice(0, layer + 1),
    use_biases: shape.use_biases,
  });
  const columns = sizes[layer + 1] ?? sizes[layer];
  return offset + (source ?? sizes[layer]) * columns + target;
}
