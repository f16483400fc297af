import assert from "node:assert/strict";
import test from "node:test";
import { withShape } from "../../../../web/figures/network/editing/shape_change.js";
import { traceMessage } from "../../../../web/figures/network/network_questions.js";
import {
  presetState,
  withFields,
  withUpdate,
} from "../../../../web/figures/network/network_state.js";

const describe = /** @type {any} */ ({
  activations: ["sigmoid", "tanh"],
  output_activations: ["sigmoid", "linear"],
  losses: ["half_squared_error", "binary_cross_entropy"],
  losses_for_output: {
    sigmoid: ["half_squared_error", "binary_cross_entropy"],
    linear: ["half_squared_error"],
  },
  limits: {
    layers: { minimum: 2, maximum: 6, whole: true },
    units: { minimum: 1, maximum: 8, whole: true },
    weight: { minimum: -100, maximum: 100 },
    input: { minimum: -100, maximum: 100 },
    target: { minimum: -100, maximum: 100 },
    learning_rate: { minimum: 0, maximum: 10 },
    seed: { minimum: 0, maximum: 99, whole: true },
  },
  presets: {
    small: {
      title: "Small",
      network: {
        layer_sizes: [2, 2, 1],
        activations: ["sigmoid", "sigmoid"],
        loss: "binary_cross_entropy",
        use_biases: false,
        parameters: [0.2, 0.4, 0.3, 0.1, 0.6, 0.5],
      },
      inputs: [0.5, 0.8],
      targets: [0.7],
      learning_rate: 0.5,
    },
    printed: {
      title: "Printed",
      network: {
        layer_sizes: [1, 1],
        activations: ["sigmoid"],
        loss: "half_squared_error",
        use_biases: true,
        parameters: [0.6, 0.9],
      },
      inputs: [1],
      targets: [0],
      learning_rate: 0.15,
      frozen: [1],
    },
  },
  textbook: ["printed"],
});

const start = () => presetState("small", describe);

test("a preset opens untouched, before its first step and with no weight chosen", () => {
  const state = start();
  assert.equal(state.preset, "small");
  assert.equal(state.step, 0);
  assert.equal(state.overview, false);
  assert.equal(state.more_controls, false);
  assert.equal(state.selected, null);
  assert.deepEqual(traceMessage(state).network.parameters, [0.2, 0.4, 0.3, 0.1, 0.6, 0.5]);
});

test("good fields are taken while bad ones beside them are refused by name", () => {
  const { state, refused } = withFields(
    start(),
    { inputs: [1, 0], learning_rate: "--5", targets: [Number.NaN] },
    describe,
  );
  assert.deepEqual(state.inputs, [1, 0]);
  assert.equal(state.learning_rate, 0.5);
  assert.deepEqual(state.targets, [0.7]);
  assert.deepEqual(refused.map(({ field }) => field).sort(), ["learning_rate", "targets[0]"]);
  assert.match(refused.find(({ field }) => field === "learning_rate")?.message ?? "", /0 to 10/);
});

test("an edit leaves the preset behind, a look does not", () => {
  const edited = withFields(start(), { inputs: [1, 1] }, describe).state;
  assert.equal(edited.preset, null);
  const looked = withFields(start(), { step: 3 }, describe).state;
  assert.equal(looked.preset, "small");
  assert.equal(looked.step, 3);
  assert.equal(looked.overview, false);
});

test("another shape asks for new weights and fits the lists to it", () => {
  const { state, refused } = withFields(
    { ...start(), selected: { layer: 1, source: 1, target: 0 }, frozen: [2] },
    { layer_sizes: [3, 1, 2, 2] },
    describe,
  );
  assert.deepEqual(refused, []);
  assert.equal(state.parameters, null);
  assert.deepEqual(state.frozen, []);
  assert.deepEqual(state.inputs, [0.5, 0.8, 0]);
  assert.deepEqual(state.targets, [0.7, 0]);
  assert.deepEqual(state.activations, ["sigmoid", "sigmoid", "sigmoid"]);
  assert.equal(state.selected, null);
  assert.equal("parameters" in traceMessage(state).network, false);
});

test("a reader's change of shape keeps every weight that still has a place, and tells the new ones", () => {
  const { state } = withShape({ ...start(), frozen: [1, 4] }, { layer_sizes: [2, 3, 1] }, describe);
  assert.equal(state.parameters, null);
  assert.deepEqual(state.kept, [0.2, 0.4, null, 0.3, 0.1, null, 0.6, 0.5, null]);
  assert.deepEqual(traceMessage(state).network.parameters, state.kept);
  assert.deepEqual(state.new_parameters, [2, 5, 8]);
  assert.deepEqual(state.frozen, [1, 6]);
  const again = withShape(state, { layer_sizes: [2, 3, 2] }, describe).state;
  assert.deepEqual(again.kept?.slice(6), [0.6, null, 0.5, null, null, null]);
  const biased = withShape(state, { use_biases: true }, describe).state;
  assert.deepEqual(biased.kept?.slice(5), [null, 0, 0, 0, 0.6, 0.5, null, 0]);
  assert.deepEqual(biased.new_parameters, [2, 5, 6, 7, 8, 11, 12]);
});

test("a new bias is 0 and told as new, and a shape that is refused changes nothing", () => {
  const { state } = withShape(start(), { use_biases: true }, describe);
  assert.deepEqual(state.parameters, [0.2, 0.4, 0.3, 0.1, 0, 0, 0.6, 0.5, 0]);
  assert.deepEqual(state.new_parameters, [4, 5, 8]);
  assert.equal(state.kept, null);
  const refused = withShape(state, { layer_sizes: [2, 9, 1] }, describe);
  assert.equal(refused.refused.length, 1);
  assert.equal(refused.state, state);
});

test("a weight is new until a reader sets it, and none is after an update or another draw", () => {
  const { state } = withShape(start(), { use_biases: true }, describe);
  const typed = [0.2, 0.4, 0.3, 0.1, 0.7, 0, 0.6, 0.5, 0];
  const edited = withFields(state, { parameters: typed, inputs: [1, 1] }, describe).state;
  assert.deepEqual(edited.new_parameters, [5, 8]);
  assert.deepEqual(withFields(state, { parameters: null }, describe).state.new_parameters, []);
  assert.deepEqual(withFields(state, { seed: 2 }, describe).state.new_parameters, []);
  const update = /** @type {any} */ ({ parameters: typed });
  assert.deepEqual(withUpdate(state, update).new_parameters, []);
});

test("a loss that the new output cannot have gives way to one that it can", () => {
  const { state } = withFields(start(), { activations: ["tanh", "linear"] }, describe);
  assert.equal(state.loss, "half_squared_error");
});

test("weights that come as matrices are refused with the order of the list and of PyTorch's", () => {
  const matrices = [
    [0.2, 0.4],
    [0.3, 0.1],
  ];
  const { refused, state } = withFields(start(), { parameters: matrices }, describe);
  assert.match(
    refused[0].message,
    /^Parameters is one list of 6 values: .* the other way round\.$/,
  );
  assert.deepEqual(state.parameters, start().parameters);
});

test("parameters of the wrong number, or one out of range, are refused", () => {
  const short = withFields(start(), { parameters: [1, 2] }, describe);
  assert.equal(short.refused[0].field, "parameters");
  const large = withFields(start(), { parameters: [0, 0, 0, 0, 0, 1e308] }, describe);
  assert.equal(large.refused[0].field, "parameters[5]");
  assert.deepEqual(large.state.parameters, start().parameters);
});

test("too many layers or units are refused before anything is made of them", () => {
  for (const layer_sizes of [
    [1, 1, 1, 1, 1, 1, 1],
    [2, 9, 1],
    [2],
    "x",
    [2, 2.5, 1],
    { length: 3 },
  ]) {
    const { state, refused } = withFields(start(), { layer_sizes }, describe);
    assert.equal(refused.length, 1, JSON.stringify(layer_sizes));
    assert.deepEqual(state.layer_sizes, [2, 2, 1]);
  }
});

test("a chosen weight must be one that the network has", () => {
  const selected = { layer: 0, source: null, target: 0 };
  assert.equal(withFields(start(), { selected }, describe).refused.length, 1, "it has no biases");
  const with_biases = withFields(start(), { use_biases: true, selected }, describe);
  assert.deepEqual(with_biases.state.selected, selected);
});

test("keys of the prototype are no fields", () => {
  const partial = JSON.parse('{"__proto__": {"polluted": 1}, "constructor": 2, "inputs": [0, 0]}');
  const { state, refused } = withFields(start(), partial, describe);
  assert.deepEqual(refused, []);
  assert.deepEqual(state.inputs, [0, 0]);
  assert.equal(/** @type {any} */ ({}).polluted, undefined);
});

test("an applied update brings the engine's weights and keeps what it promised", () => {
  const update = {
    parameters: [1, 2, 3, 4, 5, 6],
    loss_before: 0.4,
    loss_after: 0.3,
    first_order_change: -0.11,
    actual_change: -0.1,
    sentence: "",
  };
  const state = withUpdate(start(), update);
  assert.deepEqual(state.parameters, [1, 2, 3, 4, 5, 6]);
  assert.equal(state.last_update, update);
  assert.equal(state.preset, null);
});

test("an example of a book opens with its frozen parameters, and with what the book prints", () => {
  const state = presetState("printed", describe);
  assert.deepEqual(state.frozen, [1]);
  assert.deepEqual(traceMessage(state).frozen, [1]);
  assert.equal(state.textbook, "printed");
  assert.equal(start().textbook, null);
});

test("what a book prints stays beside its example after updates, and goes with another edit", () => {
  const update = /** @type {any} */ ({ kind: "updates", parameters: [0.5, 0.9], count: 300 });
  const updated = withUpdate(presetState("printed", describe), update);
  assert.equal(updated.preset, null);
  assert.equal(updated.textbook, "printed");
  assert.equal(withFields(updated, { step: 2 }, describe).state.textbook, "printed");
  assert.equal(withFields(updated, { inputs: [2] }, describe).state.textbook, null);
  const { refused } = withFields(updated, { textbook: "small" }, describe);
  assert.deepEqual(
    refused.map(({ field }) => field),
    ["textbook"],
  );
});
