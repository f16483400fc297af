// What the worker does between two questions: the next slice of a run, and nothing else.

import assert from "node:assert/strict";
import test from "node:test";
import { WorkAhead } from "../../../web/engine/worker/work_ahead.js";

/** Slices of one epoch that end at the fifth; each answer has a number of its own. */
function stage() {
  /** @type {any[]} */
  const worked = [];
  const ahead = new WorkAhead((/** @type {any} */ message) => {
    worked.push(message);
    const epoch = (message.state?.epoch ?? 0) + 1;
    const result = { kind: message.kind, state: { epoch, velocity: [-0, 0.1] }, loss: epoch / 4 };
    const ended = epoch === 5 ? { rule: "epoch_limit" } : null;
    return /** @type {any} */ ({ result: { ...result, ended, answer: worked.length } });
  });
  const ask = (/** @type {any} */ message) => {
    const { result } = /** @type {any} */ (ahead.answer(message));
    const answeredAfter = worked.length;
    ahead.goOn();
    return { ...result, answeredAfter, workedAhead: worked.length - answeredAfter };
  };
  return { worked, ask };
}

const slice = { kind: "train", epochs: 1, learning_rate: 0.5, state: null };

test("in the middle of a run the next slice is there when it is asked for", () => {
  const { ask, worked } = stage();
  const first = ask(slice);
  assert.equal(first.workedAhead, 0);
  const second = ask({ ...slice, state: structuredClone(first.state) });
  assert.equal(second.workedAhead, 1);
  assert.equal(worked.length, 3);
  const third = ask({ ...slice, state: structuredClone(second.state) });
  assert.deepEqual([third.answer, third.answeredAfter, third.state.epoch], [3, 3, 3]);
});

test("a message that differs in one bit is answered for itself", () => {
  const { ask } = stage();
  const first = ask(slice);
  const second = ask({ ...slice, state: first.state });
  const other = ask({ ...slice, state: { ...second.state, velocity: [0, 0.1] } });
  assert.equal(other.answer, 4);
  const faster = ask({ ...slice, learning_rate: 0.6, state: second.state });
  assert.equal(faster.answer, 5);
  const lookedAt = ask({ ...slice, epochs: 0, state: second.state });
  assert.equal(lookedAt.answer, 6);
});

test("nothing is done ahead when two runs take turns, after a look, or past the end", () => {
  const { ask } = stage();
  let one = ask(slice);
  let other = ask({ ...slice, learning_rate: 0.1 });
  for (let turn = 0; turn < 2; turn += 1) {
    one = ask({ ...slice, state: one.state });
    other = ask({ ...slice, learning_rate: 0.1, state: other.state });
    assert.equal(one.workedAhead + other.workedAhead, 0);
  }
  const look = ask({ ...slice, epochs: 0, state: other.state });
  assert.equal(ask({ ...slice, epochs: 0, state: look.state }).workedAhead, 0);

  const run = stage();
  let last = run.ask(slice);
  while (!last.ended) last = run.ask({ ...slice, state: last.state });
  assert.deepEqual([last.state.epoch, last.workedAhead, run.worked.length], [5, 0, 5]);
  assert.equal(run.ask({ kind: "trace" }).workedAhead, 0);
});
