import assert from "node:assert/strict";
import { test } from "node:test";
import { pathFrame, termAt } from "../../../../web/figures/paths/path_frame.js";
import {
  openingState,
  pathsMessage,
  withAnswer,
  withPaths,
} from "../../../../web/figures/paths/paths_state.js";

const message = {
  kind: /** @type {const} */ ("paths"),
  network: "small",
  weight: { layer: 0, source: 0, target: 0 },
  hidden_layers: 3,
  width: 8,
};
const networks = [
  { name: "small", title: "", layer_sizes: [2, 2, 2, 1], use_biases: true },
  { name: "bare", title: "", layer_sizes: [2, 2, 1], use_biases: false },
];
const describe = /** @type {any} */ ({
  limits: {
    hidden_layers: { minimum: 1, maximum: 8, whole: true },
    width: { minimum: 1, maximum: 16, whole: true },
  },
});

/** @param {Record<string, unknown>} partial */
const set = (partial) => withPaths(openingState(message), partial, describe, networks);

test("a state goes out and comes back the same", () => {
  const { state } = set({
    network: "bare",
    weight: { layer: 1, source: 1, target: 0 },
    stage: 1,
    path: 0,
    hidden_layers: 8,
    width: 16,
  });
  assert.deepEqual(set(JSON.parse(JSON.stringify(state))).state, state);
});

test("a weight is judged by the network named beside it, in whatever order they come", () => {
  const weight = { layer: 1, source: 1, target: 0 };
  assert.deepEqual(set({ weight, network: "bare" }).refused, []);
  const { state, refused } = set({
    weight: { layer: 1, source: null, target: 0 },
    network: "bare",
  });
  assert.equal(refused[0].field, "weight");
  assert.equal(state.network, "bare");
});

test("another network is looked at from its first weight", () => {
  const far = set({ weight: { layer: 1, source: 1, target: 1 }, path: 1 }).state;
  const { state } = withPaths(far, { network: "bare" }, describe, networks);
  assert.deepEqual(state.weight, { layer: 0, source: 0, target: 0 });
  assert.equal(state.path, 0);
});

test("a bad value is refused by name and the good ones beside it are taken", () => {
  const { state, refused } = set({ width: 17, hidden_layers: "5", nothing: 1 });
  assert.deepEqual(
    refused.map(({ field }) => field),
    ["width", "nothing"],
  );
  assert.equal(state.hidden_layers, 5);
  assert.equal(state.width, 8);
});

test("stage and path are no part of the question", () => {
  assert.deepEqual(pathsMessage(set({ stage: 2, path: 1 }).state), message);
});

const term = {
  name: "",
  units: /** @type {[number, number][]} */ ([
    [1, 0],
    [2, 1],
    [3, 0],
  ]),
  weights: /** @type {[number, number, number][]} */ ([
    [0, 0, 0],
    [1, 0, 1],
    [2, 1, 0],
  ]),
  factors: [
    { symbol: "", value: 0.25, meaning: "", place: "", role: /** @type {const} */ ("backward") },
  ],
  product: 1,
  path_count: 1,
};
const short = { ...term, units: term.units.slice(0, 2), weights: term.weights.slice(0, 2) };
const other = {
  ...short,
  units: [
    [1, 0],
    [2, 0],
  ],
  weights: [
    [0, 0, 0],
    [1, 0, 0],
  ],
};
const tail = (/** @type {string} */ place) => /** @type {any} */ ({ place });
const result = /** @type {any} */ ({
  weight: message.weight,
  drawn: { activations: [[1, 2], [3, 4], [5, 6], [7]] },
  stages: [
    { tails: [], terms: [term, term] },
    { tails: [tail("error:3,0")], terms: [term, term] },
    { tails: [tail("error:2,0"), tail("error:2,1")], terms: [short, other] },
  ],
});

test("an answer brings stage and path within what there is", () => {
  const { stage, path } = withAnswer(openingState(message), result, {
    ...openingState(message),
    stage: 9,
    path: 9,
  });
  assert.deepEqual([stage, path], [2, 1]);
  assert.equal(termAt(result.stages[0], 9), 1);
});

test("a whole path is lit from the weight to the loss, with an arrow against each weight", () => {
  const { lit, arrows, known } = pathFrame(result, 0, 0);
  for (const place of [
    "weight:0,0,0",
    "unit:1,0",
    "weight:1,0,1",
    "unit:2,1",
    "unit:3,0",
    "loss",
  ]) {
    assert.ok(lit.has(place), place);
  }
  assert.deepEqual(
    arrows.map(({ from, to }) => [from, to]),
    [
      ["unit:1,0", "input:0"],
      ["unit:2,1", "unit:1,0"],
      ["unit:3,0", "unit:2,1"],
      ["loss", "unit:3,0"],
    ],
  );
  assert.ok(![...known].some((place) => place.startsWith("error:")));
});

test("with tails merged, the path ends at a δ and those worked out so far are known", () => {
  const { lit, known, arrows } = pathFrame(result, 2, 0);
  const made = arrows.filter(({ to }) => !["input:0", "unit:1,0"].includes(to));
  assert.deepEqual(
    made.map(({ from, to, along }) => [from, to, along]),
    [
      ["loss", "unit:3,0", null],
      ["unit:3,0", "unit:2,0", "weight:2,0,0"],
      ["unit:3,0", "unit:2,1", "weight:2,1,0"],
    ],
  );
  assert.ok(lit.has("error:2,1"));
  assert.ok(!lit.has("loss"));
  for (const place of ["error:3,0", "error:2,0", "error:2,1"]) assert.ok(known.has(place), place);
});

test("all paths that are left are lit, and one of them is traced", () => {
  const { lit, traced } = pathFrame(result, 2, 1);
  for (const place of ["weight:1,0,1", "weight:1,0,0", "unit:2,0", "unit:2,1"]) {
    assert.ok(lit.has(place), place);
  }
  assert.ok(traced?.has("weight:1,0,0"));
  assert.ok(!traced?.has("weight:1,0,1"));
});

test("on the way to the next stage, what is ahead moves to each δ that it makes", () => {
  const { travellers, arrows, known, arriving, reveal } = pathFrame(result, 1.4, 0);
  assert.deepEqual(
    travellers.map(({ from, to, carries }) => [from, to, carries]),
    [
      ["unit:3,0", "unit:2,0", "error:3,0"],
      ["unit:3,0", "unit:2,1", "error:3,0"],
    ],
  );
  assert.ok(travellers.every(({ progress }) => progress > 0 && progress < 1));
  assert.deepEqual([...arriving], ["error:2,0", "error:2,1"]);
  assert.equal(reveal, 0);
  assert.ok(known.has("error:3,0") && !known.has("error:2,0"));
  assert.deepEqual(arrows, []);
});

test("what moves from the loss to an output is the first factor of the paths through it", () => {
  const [move] = pathFrame(result, 0.5, 0).travellers;
  assert.deepEqual([move.from, move.to, move.value], ["loss", "unit:3,0", 0.25]);
});
