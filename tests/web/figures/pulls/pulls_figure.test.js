import assert from "node:assert/strict";
import test from "node:test";
import { pullsMessage, withPulls, withRun } from "../../../../web/figures/pulls/pulls_state.js";
import {
  barFromZero,
  curvePath,
  epochAt,
  runPlot,
  stretches,
} from "../../../../web/kit/charts/run_plot.js";

/** @import { DescribeResult } from "../../../../web/contract/messages.js" */
/** @import { PullsResult } from "../../../../web/figures/pulls/pulls_messages.js" */

const result = /** @type {PullsResult} */ (
  /** @type {unknown} */ ({ epochs: [0, 50, 100], plateau: 1, choices: ["w", "v", "b"] })
);
const describe = /** @type {DescribeResult} */ (
  /** @type {unknown} */ ({
    limits: {
      seed: { minimum: 0, maximum: 99, whole: true },
      epoch: { minimum: 0, maximum: 1e9, whole: true },
    },
  })
);
const opening = { weight: 2, seed: 29, epoch: null };

test("a run opens in the middle of its tug-of-war, and at its start where it has none", () => {
  assert.equal(withRun(opening, result, opening).epoch, 50);
  assert.equal(withRun(opening, { ...result, plateau: null }, opening).epoch, 0);
});

test("an epoch beyond a shorter run becomes its last", () => {
  assert.equal(withRun(opening, result, { ...opening, epoch: 400 }).epoch, 100);
});

test("another epoch asks nothing new of the engine", () => {
  const { state } = withPulls(opening, { epoch: 70 }, describe, result);
  assert.deepEqual(pullsMessage(state), pullsMessage(opening));
});

test("a weight that the network does not have is refused by name", () => {
  const { state, refused } = withPulls(opening, { weight: 3, seed: 7 }, describe, result);
  assert.deepEqual(
    refused.map(({ field }) => field),
    ["weight"],
  );
  assert.deepEqual(state, { ...opening, seed: 7 });
});

const plot = runPlot([0, 100], [1, -1], { width: 178, height: 146, top: 10 });

test("curves go from the left axis to the right end, zero in the middle", () => {
  assert.equal(curvePath([0, 100], [1, -1], plot), "M58,10L158,110");
  assert.equal(plot.y(0), 60);
});

test("a place in the picture is an epoch of the run, wherever the pointer goes", () => {
  assert.equal(epochAt(plot, 108), 50);
  assert.equal(epochAt(plot, -20), 0);
  assert.equal(epochAt(plot, 900), 100);
});

test("stretches are where a flag holds, the last one to the end", () => {
  const found = stretches([0, 20, 40, 60, 80, 100], [true, true, false, false, true, true], plot);
  assert.deepEqual(found, [
    { from: 58, width: 20 },
    { from: 138, width: 20 },
  ]);
});

test("a bar lies on its side of zero, and nothing has no length", () => {
  assert.deepEqual(barFromZero(-2, 4, 200), { x: 50, width: 50 });
  assert.deepEqual(barFromZero(4, 4, 200), { x: 100, width: 100 });
  assert.equal(barFromZero(0, 0, 200).width, 0);
});
