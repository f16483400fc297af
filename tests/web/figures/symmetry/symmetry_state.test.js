import assert from "node:assert/strict";
import test from "node:test";
import {
  inputsOf,
  symmetryMessage,
  turnedOver,
  withAnswer,
  withSymmetryFields,
} from "../../../../web/figures/symmetry/symmetry_state.js";
import { TrainingSlices } from "../../../../web/figures/symmetry/training_slices.js";
import { fields, opening } from "./linked.js";

test("a run opens at its end", () => {
  assert.equal(opening.sweep, 1840);
  assert.deepEqual(symmetryMessage(opening, 2560), {
    kind: "symmetry",
    seed: 47,
    signed: false,
    sweeps: 2560,
    pattern: "110011",
  });
});

test("another start is followed to its end", () => {
  for (const change of [{ seed: 3 }, { signed: true }]) {
    const { state } = withSymmetryFields(opening, change, fields);
    assert.equal(state.sweep, 20_000);
  }
  const { state } = withSymmetryFields(opening, { seed: 3, sweep: 700 }, fields);
  assert.equal(state.sweep, 700);
});

test("another pattern or moment belongs to the same run", () => {
  const { state } = withSymmetryFields(opening, { pattern: "100001", sweep: 20 }, fields);
  assert.deepEqual(state, { ...opening, pattern: "100001", sweep: 20 });
});

test("a start is asked for in slices, to 20,000 sweeps and no further", () => {
  const slices = new TrainingSlices({ seed: 47, signed: false, sweeps: 2560 });
  const other = { seed: 3, signed: false };
  assert.deepEqual([slices.sweepsOf(opening), slices.sweepsOf(other)], [2560, 1280]);
  slices.goOn(other);
  assert.deepEqual([slices.sweepsOf(opening), slices.sweepsOf(other)], [2560, 2560]);
  for (let times = 0; times < 20; times += 1) slices.goOn(other);
  assert.equal(slices.sweepsOf(other), 20_000);
  assert.equal(slices.sweepsOf({ seed: 3, signed: true }), 1280);
});

test("a run that is done is shown within it, and one that trains is followed", () => {
  const now = { ...opening, sweep: 20_000 };
  const result = /** @type {any} */ ({ done: false, sweeps: [0, 1280] });
  assert.equal(withAnswer(now, result, now).sweep, 20_000);
  assert.equal(withAnswer(now, { ...result, done: true }, now).sweep, 1280);
});

test("a cell turns over, and means 0 and 1 or −1 and 1", () => {
  assert.equal(turnedOver("110011", 0), "010011");
  assert.equal(turnedOver("110011", 3), "110111");
  assert.deepEqual(inputsOf({ pattern: "100110", signed: false }), [1, 0, 0, 1, 1, 0]);
  assert.deepEqual(inputsOf({ pattern: "100110", signed: true }), [1, -1, -1, 1, 1, -1]);
});

test("bad values are refused by the names of their fields, and change nothing", () => {
  const bad = { seed: -1, signed: 1, pattern: "11001", sweep: 1.5 };
  const { state, refused } = withSymmetryFields(opening, bad, fields);
  assert.deepEqual(state, opening);
  assert.deepEqual(
    refused.map(({ field }) => field),
    Object.keys(bad),
  );
});

test("what was asked of the 200 starts stays with their inputs, whatever was asked of the run meanwhile", () => {
  const asked = { ...opening, starts: true };
  assert.equal(withSymmetryFields(asked, { seed: 3 }, fields).state.starts, true);
  assert.equal(withSymmetryFields(asked, { signed: true }, fields).state.starts, false);
  assert.equal(
    withSymmetryFields(opening, { signed: true, starts: true }, fields).state.starts,
    true,
  );
  const result = /** @type {any} */ ({ done: true, sweeps: [0, 1280] });
  assert.equal(withAnswer(opening, result, asked).starts, true);
});
