import assert from "node:assert/strict";
import test from "node:test";
import {
  blameMessage,
  blameState,
  withBlameFields,
} from "../../../../web/figures/blame/blame_state.js";
import {
  neuronMessage,
  neuronState,
  withNeuronFields,
  withRun,
} from "../../../../web/figures/neuron/neuron_state.js";

const describe = /** @type {any} */ ({
  limits: {
    input: { minimum: -100, maximum: 100 },
    target: { minimum: -100, maximum: 100 },
    weight: { minimum: -100, maximum: 100 },
    learning_rate: { minimum: 0, maximum: 10 },
    neuron_steps: { minimum: 0, maximum: 200, whole: true },
    probability: { minimum: 0, maximum: 1 },
  },
});

const neuron = () =>
  neuronState({
    kind: "neuron",
    input: 2.1,
    target: 4,
    weight: 1,
    bias: 0,
    bias_is_free: true,
    learning_rate: 0.01,
    steps: 3,
  });

test("another start takes back the steps, another learning rate goes through them again", () => {
  const moved = withNeuronFields(neuron(), { weight: "1.5" }, describe, true);
  assert.deepEqual([moved.state.weight, moved.state.steps], [1.5, 0]);
  const faster = withNeuronFields(neuron(), { learning_rate: 0.2 }, describe, true);
  assert.deepEqual([faster.state.learning_rate, faster.state.steps], [0.2, 3]);
});

test("a state given back whole is the same state", () => {
  const { state, refused } = withNeuronFields(
    { ...neuron(), weight: 7, steps: 0 },
    { ...neuron() },
    describe,
    true,
  );
  assert.deepEqual(refused, []);
  assert.deepEqual(state, neuron());
  assert.deepEqual(neuronMessage(state), { kind: "neuron", ...neuron() });
});

test("bad values are refused by name and good ones beside them are taken", () => {
  const { state, refused } = withNeuronFields(
    neuron(),
    { weight: "--5", target: 2, bias_is_free: 1, learning_rate: Number.NaN, steps: 1.5 },
    describe,
    true,
  );
  assert.equal(state.target, 2);
  assert.equal(state.weight, 1);
  assert.deepEqual(
    refused.map(({ field }) => field),
    ["weight", "bias_is_free", "learning_rate", "steps"],
  );
});

const bare = () =>
  neuronState({
    kind: "neuron",
    input: 2.1,
    target: 4,
    weight: 1,
    learning_rate: 0.01,
    steps: 0,
  });

test("one weight takes no bias, and none that is free", () => {
  assert.equal(withNeuronFields(bare(), { bias: null }, describe, false).refused.length, 0);
  const { state, refused } = withNeuronFields(
    bare(),
    { bias: 1, bias_is_free: true },
    describe,
    false,
  );
  assert.deepEqual(state, bare());
  assert.equal(refused.length, 2);
});

test("a neuron that begins without a bias shows what a link from before says of one", () => {
  const { state, refused } = withNeuronFields(bare(), neuron(), describe, true);
  assert.deepEqual(refused, []);
  assert.deepEqual(state, neuron());
  const reordered = withNeuronFields(bare(), { bias_is_free: true, bias: 0.5 }, describe, true);
  assert.deepEqual([reordered.state.bias, reordered.refused], [0.5, []]);
});

test("a bias that is taken away moves no more", () => {
  const { state } = withNeuronFields(neuron(), { bias: null }, describe, true);
  assert.deepEqual([state.bias, state.bias_is_free, state.steps], [null, false, 0]);
  const alone = withNeuronFields(bare(), { bias_is_free: true }, describe, true);
  assert.deepEqual(
    alone.refused.map(({ field }) => field),
    ["bias_is_free"],
  );
});

test("a run that ended early has taken as many steps as it has rows after its start", () => {
  const rows = /** @type {any} */ ([{ step: 0 }, { step: 1 }]);
  assert.equal(withRun(neuron(), /** @type {any} */ ({ rows })).steps, 1);
});

test("a share is from nothing to all, and the second path is there or not", () => {
  const opening = blameState({ kind: "blame", shares: [1, 0.6, 0.5] });
  assert.equal(opening.branching, false);
  const { state, refused } = withBlameFields(
    opening,
    { shares: [1, 0.6, 0.1], branching: true },
    describe,
  );
  assert.deepEqual(refused, []);
  assert.deepEqual(blameMessage(state), { kind: "blame", shares: [1, 0.6, 0.1] });
  for (const shares of [[1, 2, 0], [1], "x"]) {
    assert.equal(withBlameFields(opening, { shares }, describe).refused.length, 1);
  }
  assert.equal(withBlameFields(opening, { branching: "yes" }, describe).refused.length, 1);
});
