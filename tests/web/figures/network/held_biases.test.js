import assert from "node:assert/strict";
import test from "node:test";
import {
  fieldsWithBiasesHeld,
  holdsBiases,
} from "../../../../web/figures/network/editing/held_biases.js";
import { presetState } from "../../../../web/figures/network/network_state.js";
import { describe } from "../described.js";

// Six weights and three biases: weights 0 to 3, biases 4 and 5, weights 6 and 7, bias 8.
const state = (/** @type {number[]} */ frozen) => ({
  ...presetState("2-2-1-a", describe),
  use_biases: true,
  frozen,
});

test("all biases freeze at once, and weights stay frozen or free as they were", () => {
  assert.deepEqual(fieldsWithBiasesHeld(state([1, 5]), true), { frozen: [1, 4, 5, 8] });
  assert.deepEqual(fieldsWithBiasesHeld(state([1, 4, 5, 8]), false), { frozen: [1] });
});

test("biases count as frozen only when all of them are", () => {
  assert.equal(holdsBiases(state([4, 5])), false);
  assert.equal(holdsBiases(state([2, 4, 5, 8])), true);
});
