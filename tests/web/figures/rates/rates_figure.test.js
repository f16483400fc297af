import assert from "node:assert/strict";
import test from "node:test";
import { arrow, mapFrame, pointAt, runPath } from "../../../../web/figures/rates/loss_map.js";
import { ratesMessage, withAnswer, withRates } from "../../../../web/figures/rates/rates_state.js";

/** @import { DescribeResult } from "../../../../web/contract/messages.js" */
/** @import { RatesResult } from "../../../../web/figures/rates/rates_messages.js" */

const surface = { values: [], resolution: 2, x_range: [0, 10], y_range: [0, 10] };
const result = /** @type {RatesResult} */ (
  /** @type {unknown} */ ({
    kind: "rates",
    landscapes: [{ name: "neuron" }, { name: "xor" }],
    weights: [{ index: 0 }, { index: 1 }],
    choices: ["w", "b"],
    start: [1, 2],
    surface,
    runs: [
      { name: "small", learning_rate: 0.1, momentum: 0, decay: 1, points: [] },
      { name: "good", learning_rate: 0.3, momentum: 0, decay: 1, points: [] },
    ],
  })
);
const describe = /** @type {DescribeResult} */ (
  /** @type {unknown} */ ({
    limits: {
      descent_rate: { minimum: 0, maximum: 1000 },
      momentum: { minimum: 0, maximum: 0.999 },
      decay: { minimum: 0.5, maximum: 1 },
      descent_steps: { minimum: 1, maximum: 120, whole: true },
      coordinate: { minimum: -1e6, maximum: 1e6 },
      index: { minimum: 0, maximum: 4095, whole: true },
    },
  })
);
const opening = {
  landscape: "neuron",
  weights: null,
  start: null,
  runs: null,
  chosen: "good",
  steps: 40,
  step: 4,
};
const state = withAnswer(opening, result, opening);

test("an answer fills in what the state left to the engine", () => {
  assert.deepEqual(state.start, [1, 2]);
  assert.deepEqual(state.weights, [0, 1]);
  assert.deepEqual(state.runs?.[1], { name: "good", learning_rate: 0.3, momentum: 0, decay: 1 });
});

test("a learning rate is set for the chosen run alone", () => {
  const { state: next, refused } = withRates(state, { learning_rate: "0,5" }, describe, result);
  assert.deepEqual(refused, []);
  assert.deepEqual(
    next.runs?.map(({ learning_rate }) => learning_rate),
    [0.1, 0.5],
  );
});

test("bad fields are refused by name, and the good ones beside them are taken", () => {
  const partial = { "start[0]": 11, step: 7, decay: 0.2, flavour: 1 };
  const { state: next, refused } = withRates(state, partial, describe, result);
  assert.deepEqual(
    refused.map(({ field }) => field),
    ["start[0]", "decay", "flavour"],
  );
  assert.equal(next.step, 7);
});

test("a run is chosen on another landscape in the same change, and one that does not exist is refused", () => {
  const { state: next } = withRates(state, { landscape: "xor", chosen: "small" }, describe, result);
  assert.deepEqual([next.landscape, next.chosen], ["xor", "small"]);
  const { refused } = withRates(state, { landscape: "xor", chosen: "huge" }, describe, result);
  assert.deepEqual(
    refused.map(({ field }) => field),
    ["chosen"],
  );
});

test("another landscape leaves weights, start and rates to the engine", () => {
  const { state: next } = withRates(state, { landscape: "xor" }, describe, result);
  assert.deepEqual(ratesMessage(next), {
    kind: "rates",
    landscape: "xor",
    weights: null,
    start: null,
    runs: null,
    chosen: "good",
    steps: 40,
  });
});

test("a state goes out and comes back whole", () => {
  const { state: next, refused } = withRates(state, structuredClone(state), describe, result);
  assert.deepEqual(refused, []);
  assert.deepEqual(next, state);
});

test("a place in the picture is the point of the map under it", () => {
  const frame = mapFrame(/** @type {any} */ (surface), 100, true);
  assert.deepEqual(pointAt(frame, /** @type {any} */ (surface), [25, 75]), [2.5, 2.5]);
  assert.deepEqual(pointAt(frame, /** @type {any} */ (surface), [-5, 500]), [0, 0]);
});

test("a path that leaves the map far behind is cut off, and a step too short has no arrow", () => {
  const frame = mapFrame(/** @type {any} */ (surface), 100, true);
  assert.equal(
    runPath(
      [
        [0, 0],
        [1e9, 0],
      ],
      frame,
    ),
    "M0,100L500,100",
  );
  assert.equal(arrow([0, 0], [0.1, 0], frame), null);
  assert.equal(arrow([0, 0], [10, 0], frame)?.shaft, "M0.0,100.0L91.0,100.0");
});
