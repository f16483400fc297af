import assert from "node:assert/strict";
import test from "node:test";
import {
  endOfRun,
  momentIndex,
  withLearningFields,
} from "../../../../web/figures/learning/learning_state.js";
import { lossPicture, surfacePicture } from "../../../../web/figures/learning/run_pictures.js";
import { result } from "./run_of_three.js";

const end = endOfRun(result);

test("it opens at the end of the run, with all of the pass known", () => {
  assert.deepEqual(end, { epoch: 10, progress: 1 });
  assert.equal(momentIndex(result, end), 2);
});

test("an epoch that is not shown becomes the last before it that is", () => {
  const { state } = withLearningFields(result, end, { epoch: 9, progress: 0.5 });
  assert.deepEqual(state, { epoch: 1, progress: 0.5 });
});

test("what is out of the run, no number or no field is refused by name", () => {
  const bad = { epoch: 11, progress: "much", seed: 1 };
  const { state, refused } = withLearningFields(result, end, bad);
  assert.deepEqual(state, end);
  assert.deepEqual(
    refused.map(({ field }) => field),
    ["epoch", "progress", "seed"],
  );
});

test("examples stand where their inputs are, and the border of the answers between them", () => {
  // a window from −0.5 to 1.5 in 200 units: 0 is at 50 from the left and from below, 1 at 150
  const { points, decision } = surfacePicture(result, result.moments[0]);
  assert.deepEqual(
    points.map(({ x, y, isShown }) => [x, y, isShown]),
    [
      [50, 150, false],
      [50, 50, true],
    ],
  );
  assert.match(decision, /100,200L100,0/);
});

test("the curve is drawn up to the moment that is shown", () => {
  const { done, now, whole } = lossPicture(result, result.moments[1]);
  assert.ok(whole.startsWith(done.split("L")[0]));
  assert.equal(done.match(/L/g)?.length, 2);
  assert.ok(done.endsWith(`L${now.x},${now.y}`));
});
