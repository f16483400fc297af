import assert from "node:assert/strict";
import test from "node:test";
import { closedGaps } from "../../../web/kit/take_home/closed_gaps.js";

test("what is empty from side to side is closed, down to what is asked for", () => {
  const parts = [
    { top: 100, bottom: 120 },
    { top: 10, bottom: 50 },
    { top: 300, bottom: 310 },
  ];
  // 50 to 100 is 30 more than 20; 120 to 300 is 160 more.
  assert.deepEqual(closedGaps(parts, 20), [30, 0, 190]);
});

test("room beside a part is none", () => {
  const parts = [
    { top: 0, bottom: 200 },
    { top: 0, bottom: 20 },
    { top: 150, bottom: 160 },
    { top: 210, bottom: 220 },
  ];
  assert.deepEqual(closedGaps(parts, 20), [0, 0, 0, 0]);
});

test("parts that lie on each other move together, and no part is none", () => {
  const parts = [
    { top: 0, bottom: 10 },
    { top: 110, bottom: 150 },
    { top: 110, bottom: 150 },
    { top: 120, bottom: 125 },
  ];
  assert.deepEqual(closedGaps(parts, 0), [0, 100, 100, 100]);
  assert.deepEqual(closedGaps([], 20), []);
});
