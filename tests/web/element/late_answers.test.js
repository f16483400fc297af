import assert from "node:assert/strict";
import { test } from "node:test";
import { LateAnswers } from "../../../web/element/late_answers.js";

test("an answer that takes five seconds is late until it comes, or will not come", async (t) => {
  // The types that are installed are those of a Node without this form.
  t.mock.timers.enable(/** @type {any} */ ({ apis: ["setTimeout"] }));
  /** @type {number[]} */
  const counts = [];
  const late = new LateAnswers(() => counts.push(late.count));
  let answer = (/** @type {number} */ _value) => {};
  let lose = (/** @type {Error} */ _reason) => {};
  const slow = new Promise((resolve) => {
    answer = resolve;
  });
  const lost = new Promise((_, reject) => {
    lose = reject;
  });
  const waits = [late.watch(slow), late.watch(lost)];
  assert.equal(await late.watch(Promise.resolve(1)), 1);
  t.mock.timers.tick(2_500);
  t.mock.timers.tick(2_499);
  assert.equal(late.count, 0);
  t.mock.timers.tick(1);
  assert.equal(late.count, 2);
  answer(2);
  assert.equal(await waits[0], 2);
  lose(new Error("lost"));
  await assert.rejects(waits[1], { message: "lost" });
  assert.deepEqual(counts, [1, 2, 1, 0]);
});
