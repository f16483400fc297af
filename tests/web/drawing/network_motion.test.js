import assert from "node:assert/strict";
import { test } from "node:test";
import { networkMotion, overviewFrame } from "../../../web/drawing/motion/network_motion.js";

/** @typedef {import("../../../web/drawing/pass_messages.js").Step} Step */

/**
 * A step with what its motion depends on.
 * @param {Partial<Step>} step
 * @param {string[]} [spoken] places that its formula speaks of
 * @returns {Step}
 */
function step(step, spoken = []) {
  const parts = spoken.map((place) => ({ latex: "a", place }));
  const formula = { latex: "a".repeat(spoken.length), parts };
  return {
    phase: "forward",
    operation: "",
    units: [],
    weights: [],
    biases: [],
    place: "",
    symbol: "",
    formula,
    substituted: formula,
    value: 0,
    sentence: "",
    function: "",
    file: "",
    line: 1,
    ...step,
  };
}

const backward = /** @type {const} */ ("backward");

/** 1-1-1 with a bias in the hidden layer: x = 1, w = 0.5, b = 0.25, v = 2. */
const STEPS = [
  step(
    {
      operation: "pre_activation",
      units: [
        [1, 0],
        [0, 0],
      ],
      weights: [[0, 0, 0]],
      biases: [[0, 0]],
      place: "pre:1,0",
      value: 0.75,
    },
    ["pre:1,0", "weight:0,0,0", "input:0", "bias:0,0"],
  ),
  step({ operation: "activation", units: [[1, 0]], place: "unit:1,0", value: 0.68 }, ["pre:1,0"]),
  step({
    operation: "pre_activation",
    units: [
      [2, 0],
      [1, 0],
    ],
    weights: [[1, 0, 0]],
    place: "pre:2,0",
    value: 1.36,
  }),
  step({ operation: "activation", units: [[2, 0]], place: "unit:2,0", value: 0.8 }),
  step({ phase: "loss", operation: "loss", units: [[2, 0]], place: "loss", value: 0.02 }),
  step({
    phase: backward,
    operation: "output_gradient",
    units: [[2, 0]],
    place: "unit:2,0",
    value: -0.2,
  }),
  step({
    phase: backward,
    operation: "error_signal",
    units: [[2, 0]],
    place: "error:2,0",
    value: -0.03,
  }),
  step({
    phase: backward,
    operation: "weight_gradient",
    units: [
      [2, 0],
      [1, 0],
    ],
    weights: [[1, 0, 0]],
    place: "weight:1,0,0",
    value: -0.02,
  }),
  step({
    phase: backward,
    operation: "activation_gradient",
    units: [
      [1, 0],
      [2, 0],
    ],
    weights: [[1, 0, 0]],
    place: "unit:1,0",
    value: -0.06,
  }),
  step({
    phase: backward,
    operation: "error_signal",
    units: [[1, 0]],
    place: "error:1,0",
    value: -0.01,
  }),
  step({
    phase: backward,
    operation: "bias_gradient",
    units: [[1, 0]],
    biases: [[0, 0]],
    place: "bias:0,0",
    value: -0.01,
  }),
  step({
    phase: "update",
    operation: "update",
    units: [[1, 0]],
    weights: [[0, 0, 0]],
    biases: [[0, 0]],
    place: "rate",
    value: [0.51, 0.26],
  }),
];

/** @param {number} position */
const at = (position) => networkMotion(STEPS, position);

/** @param {number} position */
const ways = (position) =>
  at(position).travellers.map(({ from, to, along, role }) => [from, to, along, role]);

test("before the first step nothing is known, lit or on its way", () => {
  const frame = at(0);
  assert.equal(frame.index, -1);
  assert.equal(frame.phase, null);
  assert.equal(frame.known.size + frame.lit.size + frame.travellers.length, 0);
});

test("a value is known when its step is done, not while it is under way", () => {
  assert.deepEqual([...at(0.99).known], []);
  assert.deepEqual([...at(0.99).arriving], ["pre:1,0"]);
  assert.deepEqual([...at(1).known], ["pre:1,0"]);
  assert.deepEqual([...at(5).known], ["pre:1,0", "unit:1,0", "pre:2,0", "unit:2,0", "loss"]);
});

test("what is lit belongs to the step last begun", () => {
  assert.deepEqual(at(0.5).lit, at(1).lit);
  assert.deepEqual(
    at(1).lit,
    new Set(["pre:1,0", "unit:1,0", "input:0", "weight:0,0,0", "bias:0,0"]),
  );
  assert.equal(at(1).place, "pre:1,0");
  assert.equal(at(1.5).place, "unit:1,0");
});

test("forward, activations go along their edges and a bias goes to its unit", () => {
  assert.deepEqual(ways(0.5), [
    ["input:0", "unit:1,0", "weight:0,0,0", "forward"],
    ["bias:0,0", "unit:1,0", null, "forward"],
  ]);
  assert.deepEqual(
    at(0.5).travellers.map(({ carries }) => carries),
    ["input:0", "bias:0,0"],
  );
});

test("an activation is made inside its unit: nothing travels", () => {
  assert.deepEqual(ways(1.5), []);
});

test("output and target meet in the loss", () => {
  assert.deepEqual(ways(4.5), [
    ["unit:2,0", "loss", null, "forward"],
    ["target:0", "loss", null, "target"],
  ]);
});

test("the loss sends its derivative back to the output", () => {
  assert.deepEqual(ways(5.5), [["loss", "unit:2,0", null, "backward"]]);
  assert.equal(at(5.5).travellers[0].value, -0.2);
  assert.equal(at(6).unitGradients.get("unit:2,0"), -0.2);
});

test("where no ∂E/∂ŷ comes before it, the output's δ comes from the loss itself", () => {
  const direct = STEPS.filter(({ operation }) => operation !== "output_gradient");
  assert.deepEqual(ways(6.5), []);
  const [traveller] = networkMotion(direct, 5.5).travellers;
  assert.deepEqual([traveller.from, traveller.to, traveller.value], ["loss", "unit:2,0", -0.03]);
});

test("a weight's gradient is made at the weight, from the values of both its ends", () => {
  assert.deepEqual(ways(7.5), [
    ["unit:1,0", "weight:1,0,0", "weight:1,0,0", "forward"],
    ["unit:2,0", "weight:1,0,0", "weight:1,0,0", "backward"],
  ]);
  assert.deepEqual(
    at(7.5).travellers.map(({ carries }) => carries),
    ["unit:1,0", "error:2,0"],
  );
});

test("backward, δ goes against the edge, and from a unit to its bias", () => {
  assert.deepEqual(ways(8.5), [["unit:2,0", "unit:1,0", "weight:1,0,0", "backward"]]);
  assert.deepEqual(ways(10.5), [["unit:1,0", "bias:0,0", null, "backward"]]);
});

test("an update gives the new values in the order of weights, then biases", () => {
  assert.deepEqual(
    [...at(12).updated],
    [
      ["weight:0,0,0", 0.51],
      ["bias:0,0", 0.26],
    ],
  );
  assert.equal(at(11).updated.size, 0);
});

test("a traveller leaves slowly from the start, passes the middle and has arrived in time", () => {
  const progress = [0.001, 0.39, 0.9].map((passed) => at(passed).travellers[0].progress);
  assert.ok(progress[0] < 0.001);
  assert.equal(Math.round(progress[1] * 1000), 500);
  assert.equal(progress[2], 1);
});

test("what arrives appears after the travelling, up to all of it", () => {
  assert.equal(at(0.5).reveal, 0);
  const steps = [0.7, 0.8, 0.9, 0.999].map((passed) => at(passed).reveal);
  assert.deepEqual(steps, [...steps].sort());
  assert.ok(steps[3] > 0.99 && steps[3] <= 1);
});

test("a whole step shows arrows where values have passed", () => {
  assert.deepEqual(at(1).travellers, []);
  assert.deepEqual(
    at(1).arrows.map(({ from, to }) => [from, to]),
    [
      ["input:0", "unit:1,0"],
      ["bias:0,0", "unit:1,0"],
    ],
  );
  assert.deepEqual(at(1.5).arrows, []);
});

test("a frame depends on its position alone, in whatever order positions are visited", () => {
  const positions = Array.from({ length: 49 }, (_, index) => index / 4);
  const forwards = positions.map(at);
  const reversed = positions.toReversed().map(at).toReversed();
  const mixed = new Map();
  for (let index = 0; index < 49; index++) {
    const position = positions[(index * 20) % 49];
    mixed.set(position, at(position));
  }
  assert.deepEqual(reversed, forwards);
  assert.deepEqual(
    positions.map((position) => mixed.get(position)),
    forwards,
  );
});

test("positions beyond the ends count as the ends", () => {
  assert.deepEqual(at(-3), at(0));
  assert.deepEqual(at(99), at(12));
  assert.deepEqual(at(Number.NaN), at(0));
});

test("the overview knows the whole pass, lights nothing and updates nothing", () => {
  const frame = overviewFrame(STEPS);
  assert.deepEqual(frame.known, at(11).known);
  assert.equal(frame.lit.size, 0);
  assert.equal(frame.updated.size, 0);
  assert.deepEqual([frame.index, frame.phase, frame.arrows.length], [-1, null, 0]);
});
