import assert from "node:assert/strict";
import test from "node:test";
import { draggedTo, stoppingPlot } from "../../../../web/figures/stopping/stopping_plot.js";
import { stoppingMessage, withStopping } from "../../../../web/figures/stopping/stopping_state.js";

/** @import { DescribeResult } from "../../../../web/contract/messages.js" */
/** @import { StoppingResult, StoppingRule } from "../../../../web/figures/stopping/stopping_messages.js" */

const rules = [
  { rule: "loss_below", epoch: null, since: null },
  { rule: "no_improvement", epoch: 60, since: 20 },
  { rule: "small_gain", epoch: 90, since: 40 },
  { rule: "budget", epoch: 80, since: null },
];
const result = /** @type {StoppingResult} */ (
  /** @type {unknown} */ ({
    epochs: [0, 50, 100],
    training: [1, 0.5, 0.2],
    validation: [1, 0.6, 0.9],
    gains: [null, 0.5, 0.25],
    best: { epoch: 50, loss: 0.6 },
    rules,
    first: "no_improvement",
  })
);
const { plot, lanes } = stoppingPlot(result, 1078, 30); // ten pixels for an epoch
const [threshold, patience, gain, budget] = /** @type {StoppingRule[]} */ (
  /** @type {unknown} */ (rules)
);

test("each rule has a lane, and its line stands where it fires", () => {
  assert.deepEqual(
    lanes.map(({ x, y, isFirst }) => [Math.round(x), y, isFirst]),
    [
      [1058, 15, false],
      [658, 45, true],
      [958, 75, false],
      [858, 105, false],
    ],
  );
  assert.equal(Math.round(lanes[1].since ?? 0), 258);
});

test("a label that would leave the picture stands on the other side", () => {
  assert.deepEqual(
    lanes.map(({ anchor }) => anchor),
    ["end", "start", "end", "start"],
  );
});

test("no label begins outside a narrow picture", () => {
  for (const { label, labelX, anchor } of stoppingPlot(result, 300, 30).lanes) {
    const width = 6.2 * label.length; // as measured in Chromium at 13 px
    assert.ok(anchor === "start" || labelX >= width, label);
  }
});

test("a dragged line says what its rule is then set to", () => {
  const at = { x: 758, y: plot.y(0.3) };
  assert.deepEqual(draggedTo(result, plot, threshold, at), { loss_below: 0.3 });
  assert.deepEqual(draggedTo(result, plot, patience, at), { patience: 50 });
  assert.deepEqual(draggedTo(result, plot, budget, at), { budget: 70 });
  assert.deepEqual(draggedTo(result, plot, gain, { x: 1058, y: 0 }), { least_gain: 0.25 });
});

test("before there is a window to look back over, diminishing returns cannot be dragged", () => {
  assert.equal(draggedTo(result, plot, gain, { x: 60, y: 0 }), null);
});

test("no line can be dragged out of its range", () => {
  const far = { x: -500, y: 5000 };
  assert.deepEqual(draggedTo(result, plot, threshold, far), { loss_below: 0.001 });
  assert.deepEqual(draggedTo(result, plot, patience, far), { patience: 1 });
  assert.deepEqual(draggedTo(result, plot, budget, far), { budget: 1 });
});

const describe = /** @type {DescribeResult} */ (
  /** @type {unknown} */ ({
    limits: {
      noise: { minimum: 0, maximum: 1 },
      seed: { minimum: 0, maximum: 99, whole: true },
      loss: { minimum: 0, maximum: 1e9 },
      run_epoch: { minimum: 1, maximum: 1500, whole: true },
      gain: { minimum: 0, maximum: 1 },
    },
  })
);
const state = {
  dataset: "circle",
  noise: 0.2,
  seed: 1,
  loss_below: 0.1,
  patience: 200,
  least_gain: 0.06,
  budget: 1200,
};

test("bad fields are refused by name, and the good ones beside them are taken", () => {
  const partial = { patience: 2.5, budget: "900", dataset: "xor", kind: 1 };
  const { state: next, refused } = withStopping(state, partial, describe);
  assert.deepEqual(
    refused.map(({ field }) => field),
    ["patience", "dataset", "kind"],
  );
  assert.deepEqual(stoppingMessage(next), { kind: "stopping", ...state, budget: 900 });
});
