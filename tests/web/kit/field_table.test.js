import assert from "node:assert/strict";
import test from "node:test";
import {
  choiceField,
  nextSeed,
  numberField,
  withTableValues,
} from "../../../web/kit/fields/field_table.js";

const fields = [
  numberField("seed", { minimum: 0, maximum: 9, whole: true }, true),
  numberField("rate", { minimum: 0, maximum: 1 }),
  choiceField("batch", ["full", "one"]),
];
const state = { seed: 3, rate: 0.5, batch: "full" };

test("good values are taken and bad ones refused by name, in the order in which they were given", () => {
  const given = { batch: "two", rate: "1/4", colour: "red", seed: 3.5 };
  const { state: next, refused } = withTableValues(state, given, fields);
  assert.deepEqual(next, { ...state, rate: 0.25 });
  assert.deepEqual(
    refused.map(({ field }) => field),
    ["batch", "colour", "seed"],
  );
});

test("only a new value of a field that restarts begins anew", () => {
  assert.equal(withTableValues(state, { seed: 3, rate: 1 }, fields).restarts, false);
  assert.equal(withTableValues(state, { seed: 4 }, fields).restarts, true);
  assert.equal(withTableValues(state, { seed: 10 }, fields).restarts, false);
});

test("after the last seed comes the first", () => {
  assert.deepEqual([nextSeed(fields, 3), nextSeed(fields, 9)], [4, 0]);
});
