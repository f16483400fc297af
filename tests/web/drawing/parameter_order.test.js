import assert from "node:assert/strict";
import test from "node:test";
import {
  hasWeight,
  parameterAddress,
  parameterCount,
  parameterIndex,
  placesBefore,
  withBiasesToggled,
} from "../../../web/drawing/parameter_order.js";

// A 2-3-1 network with biases: 6 weights, 3 biases, 3 weights, 1 bias, in that order.
const shape = { layer_sizes: [2, 3, 1], use_biases: true };

test("parameters are counted with and without biases and direct links", () => {
  assert.equal(parameterCount(shape), 13);
  assert.equal(parameterCount({ ...shape, use_biases: false }), 9);
  assert.equal(parameterCount({ ...shape, skip_to_output: true }), 15);
});

test("weights stand row by row, then biases, layer by layer, direct links last", () => {
  const at = (/** @type {[number, number | null, number]} */ [layer, source, target]) =>
    parameterIndex({ ...shape, skip_to_output: true }, { layer, source, target });
  assert.equal(at([0, 0, 0]), 0);
  assert.equal(at([0, 0, 2]), 2);
  assert.equal(at([0, 1, 0]), 3);
  assert.equal(at([0, null, 1]), 7);
  assert.equal(at([1, 2, 0]), 11);
  assert.equal(at([1, null, 0]), 12);
  assert.equal(at([2, 1, 0]), 14);
});

test("every place of the vector has an address, and the address that place", () => {
  for (const each of [shape, { ...shape, use_biases: false }, { ...shape, skip_to_output: true }]) {
    for (let index = 0; index < parameterCount(each); index++) {
      assert.equal(parameterIndex(each, parameterAddress(each, index)), index);
    }
  }
  assert.deepEqual(parameterAddress(shape, 7), { layer: 0, source: null, target: 1 });
});

test("weights stay when biases come or go, and a new bias is 0", () => {
  const weights = [0.15, 0.2, 0.25, 0.3, 0.4, 0.45];
  const plain = { layer_sizes: [2, 2, 1], use_biases: false };
  const biased = withBiasesToggled(weights, plain);
  assert.deepEqual(biased, [0.15, 0.2, 0.25, 0.3, 0, 0, 0.4, 0.45, 0]);
  assert.deepEqual(withBiasesToggled(biased, { ...plain, use_biases: true }), weights);
});

test("a weight of another shape is found where it stood, and a new one is not", () => {
  // Each of a 2-2-1 network with biases: 0 1 | 2 3 and biases 4 5, then 6 7 and bias 8.
  const before = { layer_sizes: [2, 2, 1], use_biases: true };
  const wider = placesBefore(before, { ...before, layer_sizes: [2, 3, 1] });
  assert.deepEqual(wider, [0, 1, null, 2, 3, null, 4, 5, null, 6, 7, null, 8]);
  assert.deepEqual(placesBefore(before, { ...before, layer_sizes: [1, 1, 1] }), [0, 4, 6, 8]);
});

test("the last layer stays the last, and direct links stay direct, with a layer more or less", () => {
  // 0 1 | 2 3, then 4 5, then the direct links 6 7.
  const two = { layer_sizes: [2, 2, 1], use_biases: false, skip_to_output: true };
  const three = { ...two, layer_sizes: [2, 2, 2, 1] };
  assert.deepEqual(placesBefore(two, three), [0, 1, 2, 3, null, null, null, null, 4, 5, 6, 7]);
  assert.deepEqual(placesBefore(three, two), [0, 1, 2, 3, 8, 9, 10, 11]);
  const one = { ...two, layer_sizes: [2, 1] };
  assert.deepEqual(placesBefore(two, one), [4, 5, 6, 7]);
  assert.deepEqual(placesBefore(one, two), [null, null, null, null, 0, 1, 2, 3]);
  const plain = { ...two, skip_to_output: false };
  assert.deepEqual(placesBefore(plain, two), [0, 1, 2, 3, 4, 5, null, null]);
});

test("an address outside the network names no weight", () => {
  assert.equal(hasWeight(shape, { layer: 0, source: 1, target: 2 }), true);
  assert.equal(hasWeight(shape, { layer: 0, source: 2, target: 0 }), false);
  assert.equal(hasWeight(shape, { layer: 3, source: 0, target: 0 }), false);
  assert.equal(hasWeight(shape, { layer: 2, source: 0, target: 0 }), false);
  assert.equal(
    hasWeight({ ...shape, use_biases: false }, { layer: 0, source: null, target: 0 }),
    false,
  );
  assert.equal(hasWeight(shape, /** @type {any} */ ({ layer: "0", source: 0, target: 0 })), false);
});
