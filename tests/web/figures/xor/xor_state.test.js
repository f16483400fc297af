import assert from "node:assert/strict";
import test from "node:test";
import { xorLink } from "../../../../web/figures/xor/xor_link.js";
import {
  sharedExamples,
  trainMessage,
  xorFields,
  xorOpening,
} from "../../../../web/figures/xor/xor_state.js";
import { withTableValues } from "../../../../web/kit/fields/field_table.js";
import { describe, recorded } from "./xor_recording.js";

const fields = xorFields(describe, recorded.message.network);
const state = xorOpening(recorded.message);

test("the figure begins with the settings that were recorded, at a speed one can watch", () => {
  assert.deepEqual(state, {
    model: "network",
    hidden_units: 2,
    activation: "sigmoid",
    output_activation: "sigmoid",
    learning_rate: 0.5,
    momentum: 0.9,
    batch: "full",
    initial_range: 1,
    seed: 7,
    examples: null,
    standardise: false,
    held_out_percent: 0,
    speed: "3",
    log_scale: false,
    more_controls: false,
    selected: null,
  });
});

test("good values are taken and bad ones beside them are refused by name", () => {
  const next = withTableValues(
    state,
    { learning_rate: "0.25", momentum: 1, hidden_units: 2.5, colour: "red" },
    fields,
  );
  assert.equal(next.state.learning_rate, 0.25);
  assert.equal(next.state.momentum, 0.9);
  assert.equal(next.state.hidden_units, 2);
  assert.deepEqual(
    next.refused.map(({ field }) => field),
    ["momentum", "hidden_units", "colour"],
  );
  assert.match(next.refused[0].message, /0 to 0\.999/);
});

for (const text of ["NaN", "1e308", "--5", "", "Infinity", "0x10", "1,2,3"]) {
  test(`the learning rate does not take “${text}”`, () => {
    const next = withTableValues(state, { learning_rate: text }, fields);
    assert.deepEqual(next.state, state);
    assert.equal(next.refused[0].field, "learning_rate");
  });
}

test("another network starts afresh, another way of training it goes on", () => {
  assert.equal(withTableValues(state, { model: "line" }, fields).restarts, true);
  assert.equal(withTableValues(state, { hidden_units: 3 }, fields).restarts, true);
  assert.equal(withTableValues(state, { activation: "tanh" }, fields).restarts, true);
  assert.equal(withTableValues(state, { seed: 8 }, fields).restarts, true);
  assert.equal(withTableValues(state, { hidden_units: 2 }, fields).restarts, false);
  assert.equal(withTableValues(state, { learning_rate: 1, batch: "one" }, fields).restarts, false);
});

test("a reader's own examples take the place of XOR's, in a window of their own", () => {
  const points = [0.5, -3, 1, 4, 5, 0];
  const own = withTableValues(state, { examples: points }, fields);
  assert.equal(own.restarts, true);
  const { dataset, surface } = trainMessage(own.state, recorded);
  const asked = { name: "own", points: Float64Array.from(points), inputs: 2 };
  assert.deepEqual(dataset, { ...asked, standardise: false, held_out_percent: 0 });
  assert.deepEqual(surface, { resolution: 2 });
  const back = withTableValues(own.state, { examples: null }, fields);
  assert.deepEqual(
    [back.restarts, trainMessage(back.state, recorded).dataset],
    [true, { name: "xor" }],
  );
});

test("targets may be −1 and 1", () => {
  const points = [0.5, -3, 1, 4, 5, -1];
  const { state: own, refused } = withTableValues(state, { examples: points }, fields);
  assert.deepEqual([sharedExamples(own.examples), refused], [points, []]);
});

test("examples of three inputs are trained on by a network that has as many, without a surface", () => {
  const shared = { inputs: 3, values: [1, 2, 3, 1, 4, 5, 6, 0] };
  const { state: own, refused } = withTableValues(state, { examples: shared }, fields);
  assert.deepEqual([sharedExamples(own.examples), refused], [shared, []]);
  const { network, dataset, surface } = trainMessage(own, recorded);
  assert.deepEqual(network.layer_sizes, [3, 2, 1]);
  assert.deepEqual(dataset, {
    name: "own",
    points: Float64Array.from(shared.values),
    inputs: 3,
    standardise: false,
    held_out_percent: 0,
  });
  assert.equal(surface, null);
  const line = trainMessage({ ...own, model: "line" }, recorded);
  assert.deepEqual(line.network.layer_sizes, [3, 1]);
});

test("a reader's examples may be standardised, and a part of them held out", () => {
  const given = { examples: [0.5, -3, 1, 4, 5, 0], standardise: true, held_out_percent: 50 };
  const own = withTableValues(state, given, fields);
  assert.deepEqual([own.refused, own.restarts], [[], true]);
  const { dataset } = trainMessage(own.state, recorded);
  assert.deepEqual([dataset.standardise, dataset.held_out_percent], [true, 50]);
  assert.equal(withTableValues(own.state, { standardise: false }, fields).restarts, true);
  assert.equal(withTableValues(state, { held_out_percent: 51 }, fields).refused.length, 1);
});

test("a link holds examples of two inputs as ever, and of others with their number", () => {
  const { examples: form } = xorLink;
  assert.equal(form.write([0.5, 1, 0, 2, 3, 1]), "0.5,1,0,2,3,1");
  const shared = { inputs: 3, values: [1, 2, 3, 1, 4, 5, 6, 0] };
  assert.equal(form.write(shared), "3:1,2,3,1,4,5,6,0");
  assert.deepEqual(form.read("examples", "3:1,2,3,1,4,5,6,0"), shared);
  const long = { inputs: 1, values: Array.from({ length: 200 }, (_, index) => index / 7) };
  const { inputs, values } = /** @type {typeof long} */ (
    form.read("examples", /** @type {string} */ (form.write(long)))
  );
  assert.deepEqual([inputs, Array.from(values)], [1, long.values]);
});

/** @type {[unknown, string][]} */
const UNUSABLE = [
  [[0, 0, 1], "examples"],
  [[0, 0, 1, 0, 1, 0, 5], "examples"],
  [[0, 0, 1, 0, 1, 7], "examples[5]"],
  [[0, 0, 0.5, 0, 1, -1], "examples[2]"],
  [[0, 0, 1, 0, 1, -0.5], "examples[5]"],
  [[0, 0, 1, 0, Number.NaN, 0], "examples[4]"],
  [new Array(6003).fill(0), "examples"],
  ["0,0,1", "examples"],
  [{ inputs: 3, values: [1, 2, 3, 1, 4, 5, 6] }, "examples"],
  [{ inputs: 0, values: [1, 0] }, "examples.inputs"],
  [{ inputs: 9, values: new Array(20).fill(0) }, "examples.inputs"],
  [{ inputs: 3 }, "examples"],
  [{ inputs: 8, values: new Array(6003).fill(0) }, "examples"],
];
for (const [given, field] of UNUSABLE) {
  test(`${JSON.stringify(given).slice(0, 30)} are no examples, and those before stay`, () => {
    const { state: next, refused, restarts } = withTableValues(state, { examples: given }, fields);
    assert.deepEqual([next, refused.map((refusal) => refusal.field)], [state, [field]]);
    assert.equal(restarts, false);
  });
}

test("softmax is no activation of a hidden unit", () => {
  assert.equal(withTableValues(state, { activation: "softmax" }, fields).refused.length, 1);
});

test("one line is the output alone, whatever the hidden units were to be", () => {
  const line = withTableValues(state, { model: "line", hidden_units: 5 }, fields).state;
  const { network } = trainMessage(line, recorded);
  assert.deepEqual(network.layer_sizes, [2, 1]);
  assert.deepEqual(network.activations, ["sigmoid"]);
  assert.equal(network.seed, line.seed);
});

test("the message asks for the network and the training that the fields say", () => {
  const set = {
    hidden_units: 4,
    activation: "tanh",
    output_activation: "relu",
    seed: 11,
    batch: "one",
    momentum: 0,
  };
  const message = trainMessage(withTableValues(state, set, fields).state, recorded);
  assert.deepEqual(message.network.layer_sizes, [2, 4, 1]);
  assert.deepEqual(message.network.activations, ["tanh", "relu"]);
  assert.equal(message.network.seed, 11);
  assert.equal(message.batch_size, 1);
  assert.equal(message.momentum, 0);
  assert.deepEqual(message.surface, { x_range: [-0.5, 1.5], y_range: [-0.5, 1.5], resolution: 2 });
});
