import assert from "node:assert/strict";
import { test } from "node:test";
import {
  costMessage,
  noTimings,
  openingState,
  withCost,
  withSlice,
} from "../../../../web/figures/cost/cost_state.js";

const message = { kind: /** @type {const} */ ("cost"), preset: "a", time_limit: 60 };
const result = /** @type {any} */ ({
  networks: [
    { name: "a", title: "" },
    { name: "b", title: "" },
  ],
  steps: ["1", "10⁻¹", "10⁻²"],
  precisions: { float64: { best: 1 }, float32: { best: 0 } },
});
const opening = openingState(message, result);

test("the figure opens at the bottom of the V", () => {
  assert.deepEqual(opening, { preset: "a", precision: "float64", step: 1 });
});

test("a page asks for no times beside its comparison, and step and precision ask nothing", () => {
  const { state } = withCost(opening, { step: 0, precision: "float32" }, result);
  assert.deepEqual(costMessage(state), { kind: "cost", preset: "a" });
});

test("a state goes out and comes back the same, and a bad value is refused by name", () => {
  const { state, refused } = withCost(
    opening,
    { preset: "b", precision: "float16", step: 3, constructor: 1 },
    result,
  );
  assert.deepEqual(
    refused.map(({ field }) => field),
    ["precision", "step", "constructor"],
  );
  assert.deepEqual(withCost(opening, { ...state }, result).state, state);
  assert.equal(state.preset, "b");
});

const slice = {
  kind: /** @type {const} */ ("timing"),
  size: 0,
  sizes: 2,
  done: 7,
  seconds: 0.1,
  fastest: 0.01,
  timing: null,
  sentence: "14 of 54",
};
const timing = /** @type {any} */ ({ parameters: 27, sentence: "done" });

test("a slice that is not the last of its size is gone on with", () => {
  const { rows, next, isDone } = withSlice(noTimings, slice);
  assert.deepEqual(next, { size: 0, done: 7, seconds: 0.1, fastest: 0.01 });
  assert.deepEqual([rows, isDone], [[], false]);
});

test("a size that is done adds its row, and after the last one nothing is left", () => {
  const done = { ...slice, done: 0, seconds: 0, fastest: null, timing };
  const first = withSlice(noTimings, done);
  assert.deepEqual(first.next, { size: 1, done: 0, seconds: 0, fastest: null });
  assert.ok(!first.isDone);
  const last = withSlice(first, { ...done, size: 1 });
  assert.equal(last.rows.length, 2);
  assert.ok(last.isDone);
});
