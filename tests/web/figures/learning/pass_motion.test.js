import assert from "node:assert/strict";
import test from "node:test";
import { networkLayout } from "../../../../web/drawing/layout/network_layout.js";
import {
  momentFrame,
  passStages,
  pulses,
  stageAt,
  stageFrame,
} from "../../../../web/figures/learning/pass_motion.js";
import { result } from "./run_of_three.js";

const layout = networkLayout({ layerSizes: [2, 2, 1], useBiases: true, width: 640, narrow: false });
const stages = passStages(2);
const [{ pass }] = result.moments;
const phases = stages.map(({ phase, layer }) => `${phase} ${layer}`);

test("values run forward to the loss, then errors run back, then weights move", () => {
  assert.deepEqual(phases, [
    ...["forward 0", "forward 1", "loss 2", "backward 2", "backward 1", "backward 0"],
    "update 0",
  ]);
  const inOrder = [0, 0.2, 0.4, 0.5, 0.7, 0.85, 0.95].map((at) => stageAt(stages, at).index);
  assert.deepEqual(inOrder, [0, 1, 2, 3, 4, 5, 6]);
  assert.deepEqual(stageAt(stages, 1), { index: 6, passed: 1 });
});

test("a value is known when what it is made of has arrived, and not before", () => {
  const known = stages.map((_, index) => stageFrame(layout, stages, index).known);
  const first = (/** @type {string} */ place) => known.findIndex((places) => places.has(place));
  assert.deepEqual(["unit:1,0", "unit:2,0", "loss"].map(first), [1, 2, 3]);
  assert.deepEqual(
    ["error:2,0", "weight:1,0,0", "error:1,1", "weight:0,1,1"].map(first),
    [4, 5, 5, 6],
  );
  assert.deepEqual(["bias:1,0", "bias:0,1"].map(first), [5, 6]);
});

test("the lines in use are lit, in the colour of their direction", () => {
  const forward = stageFrame(layout, stages, 0);
  assert.equal(forward.phase, "forward");
  assert.ok(forward.lit.has("weight:0,1,0") && !forward.lit.has("weight:1,0,0"));
  assert.equal(stageFrame(layout, stages, 4).phase, "backward");
  assert.equal(stageFrame(layout, stages, 6).lit.size, 9);
});

test("values move to the right along their lines, errors to the left", () => {
  const early = pulses(layout, pass, stages[0], 0.1);
  const late = pulses(layout, pass, stages[0], 0.6);
  assert.equal(early.length, 4);
  assert.ok(early.every(({ at }, index) => at < late[index].at));
  const back = [0.1, 0.6].map((passed) => pulses(layout, pass, stages[5], passed)[0]);
  assert.ok(back[0].isBackward && back[0].at > back[1].at);
  // the answer and the target run into the loss; out of it runs one error
  assert.deepEqual(
    [2, 3].map((stage) => pulses(layout, pass, stages[stage], 0.2).length),
    [2, 1],
  );
  assert.deepEqual(pulses(layout, pass, stages[0], 0.9), []);
  assert.deepEqual(pulses(layout, pass, stages[6], 0.1), []);
});

test("a pulse is as large as what it carries, beside the largest of its stage", () => {
  // activations of the inputs are 0 and 1; error signals of the hidden units 0.1 and −0.3
  assert.deepEqual(
    pulses(layout, pass, stages[0], 0.3).map(({ size }) => size),
    [0, 0, 1, 1],
  );
  const sizes = pulses(layout, pass, stages[5], 0.3).map(({ size }) => Math.round(size * 1000));
  assert.deepEqual(sizes, [333, 1000, 333, 1000]);
});

test("between passes one sees the answer alone, and at rest the whole pass", () => {
  const answered = momentFrame(layout, stages, false).known;
  assert.ok(answered.has("loss") && !answered.has("error:2,0"));
  const whole = momentFrame(layout, stages, true).known;
  assert.ok(whole.has("error:1,0") && whole.has("weight:0,0,0"));
});
