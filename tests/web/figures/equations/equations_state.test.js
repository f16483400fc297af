import assert from "node:assert/strict";
import { test } from "node:test";
import {
  addressAt,
  equationsFields,
  equationsMessage,
  equationsOpening,
  withEquationsFields,
} from "../../../../web/figures/equations/equations_state.js";
import { knownFrame } from "../../../../web/figures/equations/known_frame.js";

const wide = { minimum: -10, maximum: 10 };
/** @type {any} */
const describe = {
  limits: {
    weight: wide,
    input: wide,
    target: wide,
    learning_rate: { minimum: 0, maximum: 10 },
    momentum: { minimum: 0, maximum: 0.999 },
    rule_steps: { minimum: 0, maximum: 200, whole: true },
  },
};
/** @type {import("../../../../web/figures/equations/equations_messages.js").EquationsMessage} */
const message = {
  kind: "equations",
  activation: "sigmoid",
  parameters: Array.from({ length: 13 }, () => 0.1),
  inputs: [0.5, 0.3],
  target: 1,
  learning_rate: 0.5,
  momentum: 0.9,
  steps: 1,
  weight: { layer: 0, source: 0, target: 0 },
};
const fields = equationsFields(describe, 13);
const opening = equationsOpening(message);

test("a state asks what its opening asked, whatever the form", () => {
  assert.deepEqual(equationsMessage(opening), message);
  assert.deepEqual(equationsMessage({ ...opening, form: "matrix" }), message);
});

test("a place chooses a weight: its own, or one that leads to the unit", () => {
  const first = { layer: 0, source: 1, target: 2 };
  assert.deepEqual(addressAt("weight:1,2,0", first), { layer: 1, source: 2, target: 0 });
  assert.deepEqual(addressAt("bias:0,1", first), { layer: 0, source: null, target: 1 });
  assert.deepEqual(addressAt("unit:1,0", first), { layer: 0, source: 1, target: 0 });
  assert.deepEqual(addressAt("error:2,0", first), { layer: 1, source: 2, target: 0 });
  assert.deepEqual(addressAt("input:0", first), { layer: 0, source: 0, target: 2 });
  const last = { layer: 1, source: 1, target: 0 };
  assert.deepEqual(addressAt("input:0", last), { layer: 0, source: 0, target: 1 });
  assert.equal(addressAt("loss", first), null);
  assert.equal(addressAt("target:0", first), null);
});

test("one input is set by its name, from what was typed", () => {
  const { state, refused } = withEquationsFields(opening, { "inputs[1]": "−2,5" }, fields);
  assert.deepEqual([state.inputs, refused], [[0.5, -2.5], []]);
});

test("bad values are refused by name, and weights that the network has not", () => {
  const { state, refused } = withEquationsFields(
    opening,
    {
      "inputs[0]": "1e308",
      momentum: 1,
      weight: { layer: 1, source: 3, target: 0 },
      parameters: [1],
      steps: 2.5,
    },
    fields,
  );
  assert.deepEqual(state, opening);
  assert.deepEqual(refused.map(({ field }) => field).sort(), [
    "inputs[0]",
    "momentum",
    "parameters",
    "steps",
    "weight",
  ]);
});

test("in a pass that is done everything is known and nothing moves", () => {
  const frame = knownFrame({
    weights: [[[1, 2]], [[3], [4]]],
    biases: [[0, 0], [0]],
    pre_activations: [[0, 0], [0]],
  });
  for (const place of ["loss", "pre:1,1", "unit:2,0", "error:1,0", "weight:1,1,0", "bias:1,0"]) {
    assert.ok(frame.known.has(place), place);
  }
  assert.equal(frame.known.size, 1 + 3 * 3 + 4 + 3);
  assert.equal(frame.moving, false);
});
