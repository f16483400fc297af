import assert from "node:assert/strict";
import test from "node:test";
import {
  graphLink,
  graphMessage,
  withAnswer,
  withGraphFields,
} from "../../../../web/figures/graph/graph_state.js";
import { describe, opening, result } from "./linked.js";

/** @param {Record<string, unknown>} partial */
const set = (partial) => withGraphFields(opening, partial, describe, result);

test("a state asks for its formula, its numbers and its order, not for where the reader is", () => {
  const asked = graphMessage({ ...opening, step: 3, code_open: true });
  assert.deepEqual(Object.keys(asked), [
    "kind",
    "formula",
    "values",
    "network",
    "opened",
    "order",
    "picks",
  ]);
});

test("one number is set by its name, typed or not, and no other changes", () => {
  assert.deepEqual(set({ "values.y": "1/2" }).state.values, { x: -2, y: 0.5, z: -4 });
  assert.equal(set({ "values.u": 1 }).refused[0].field, "values.u");
});

test("what a reader chose belongs to its formula, and ends with it", () => {
  const { state } = set({ order: "own", picks: [4, 2] });
  assert.deepEqual(state.picks, [4, 2]);
  assert.deepEqual(withGraphFields(state, { formula: "x" }, describe, result).state.picks, []);
  for (const wrong of [[-1], [1.5], "4", [5000]]) {
    assert.match(set({ picks: wrong }).refused[0].field, /^picks/);
  }
});

test("what is no formula, no number and no order is refused by its name", () => {
  const { state, refused } = set({
    formula: "x".repeat(401),
    values: { x: 1001 },
    order: "sideways",
    step: 1.5,
    code_open: "yes",
    other: 1,
  });
  assert.deepEqual(state, opening);
  assert.deepEqual(
    refused.map(({ field }) => field),
    ["formula", "values.x", "order", "step", "code_open", "other"],
  );
  for (const wrong of [null, [1], "x", 3]) assert.equal(set({ values: wrong }).refused.length, 1);
});

const network = {
  spec: {
    layer_sizes: [2, 1],
    activations: ["sigmoid"],
    loss: "half_squared_error",
    use_biases: false,
    skip_to_output: false,
    parameters: [0.1, -1 / 3],
  },
  inputs: [0.5, 0.8],
  targets: [1],
};

test("a network takes the formula's place, until another formula is typed", () => {
  const { state } = set({ network, opened: "1.0" });
  assert.deepEqual([state.network, state.opened], [network, "1.0"]);
  const written = /** @type {string} */ (graphLink.network.write(network));
  assert.deepEqual(graphLink.network.read("network", decodeURIComponent(written)), network);
  const typed = withGraphFields(state, { formula: "x" }, describe, result).state;
  assert.deepEqual([typed.network, typed.opened], [null, null]);
  const answer = /** @type {any} */ ({ leaves: [], steps: [0], opened: "all" });
  assert.equal(withAnswer(state, answer, state).opened, "all");
});

test("what is no network is refused by the name of the part that is none", () => {
  const { spec } = network;
  for (const [wrong, field] of /** @type {[unknown, string][]} */ ([
    [7, "network"],
    [{ ...network, spec: null }, "network.spec"],
    [{ ...network, inputs: ["a"] }, "network.inputs[0]"],
    [{ ...network, spec: { ...spec, layer_sizes: [2, 99] } }, "network.layer_sizes[1]"],
    [{ ...network, spec: { ...spec, activations: [3] } }, "network.activations[0]"],
    [{ ...network, spec: { ...spec, loss: "x".repeat(99) } }, "network.loss"],
    [{ ...network, spec: { ...spec, parameters: [Number.NaN] } }, "network.parameters[0]"],
  ])) {
    const { state, refused } = set({ network: wrong });
    assert.deepEqual([state.network, refused.map((each) => each.field)], [null, [field]]);
  }
  assert.throws(() => graphLink.network.read("network", "{"));
  assert.equal(set({ opened: "sideways" }).refused[0].field, "opened");
});

test("a link keeps every sign of a formula, and numbers by names in any script", () => {
  const formula = "δ = a & b = c#d; π**2 + 50%";
  const written = /** @type {string} */ (graphLink.formula.write(formula));
  assert.match(written, /^[\w.~%!*'()-]+$/);
  assert.equal(graphLink.formula.read("formula", decodeURIComponent(written)), formula);
  const values = { δ: -0.25, x_1: 1e-7 };
  const pairs = /** @type {string} */ (graphLink.values.write(values));
  assert.deepEqual(graphLink.values.read("values", decodeURIComponent(pairs)), values);
  assert.deepEqual(graphLink.values.read("values", ""), {});
  for (const wrong of ["x", "x:1:2", "x:one", "x:1,".repeat(300)]) {
    assert.throws(() => graphLink.values.read("values", wrong));
  }
});

test("an answer brings a number for every name, and no step beyond the last", () => {
  const answer = /** @type {any} */ ({ leaves: [{ name: "u", value: 1 }], steps: [0, 1, 2] });
  const asked = { ...opening, formula: "u * u", step: 9 };
  const after = withAnswer(asked, answer, { ...asked, code_open: true });
  assert.deepEqual(after, { ...asked, values: { u: 1 }, step: 2, code_open: true });
});
