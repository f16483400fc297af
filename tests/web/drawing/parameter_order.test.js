import assert from "node:assert/strict";
import test from "node:test";
import {
  hasWeight,
  parameterAddress,
  parameterCount,
  parameterIndex,
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
