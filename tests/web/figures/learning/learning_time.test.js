import assert from "node:assert/strict";
import test from "node:test";
import { shownAt, timeOf } from "../../../../web/figures/learning/learning_time.js";
import { result } from "./run_of_three.js";

const { moments } = result;

test("a run begins with its first pass, goes through it, and stays at its last moment", () => {
  assert.deepEqual(shownAt(moments, 0), { index: 0, progress: 0, isOver: false });
  const half = timeOf(moments, 0, 0.5);
  assert.deepEqual(shownAt(moments, half), { index: 0, progress: 0.5, isOver: false });
  assert.deepEqual(shownAt(moments, timeOf(moments, 1, 0)).index, 1);
  for (const late of [timeOf(moments, 2, 0), 1e9]) {
    assert.deepEqual(shownAt(moments, late), { index: 2, progress: 1, isOver: true });
  }
});

test("a moment between two passes is shown as one picture, and far shorter than a pass", () => {
  const begin = timeOf(moments, 1, 0);
  const end = timeOf(moments, 2, 0);
  assert.equal(shownAt(moments, (begin + end) / 2).progress, 0);
  assert.ok(end - begin < begin / 20);
});

test("time and moment belong together in both directions", () => {
  for (let time = 0; time < timeOf(moments, 1, 0); time += 137) {
    const { index, progress } = shownAt(moments, time);
    assert.ok(Math.abs(timeOf(moments, index, progress) - time) < 1e-6);
  }
});
