import assert from "node:assert/strict";
import test from "node:test";
import { neighbour } from "../../../../web/figures/graph/graph_drawing.js";
import { graphLayout } from "../../../../web/figures/graph/graph_layout.js";
import { graphScene } from "../../../../web/figures/graph/graph_scene.js";

/** a + a, as the engine would lay it out: two wires from a to the sum. */
const graph = /** @type {any} */ ({
  nodes: [
    {
      name: "a",
      drawn: "a",
      unit: null,
      operation: null,
      is_constant: false,
      column: 0,
      row: 0,
      value: 3,
      uses: 2,
    },
    {
      name: "f",
      drawn: "f",
      unit: null,
      operation: "+",
      is_constant: false,
      column: 1,
      row: 0,
      value: 6,
      uses: 0,
    },
  ],
  wires: [0, 1].map((index) => ({
    from: 0,
    to: 1,
    index,
    points: [
      [0, 0],
      [1, 0],
    ],
  })),
  steps: [
    { phase: "forward", node: null, gradients: [], handed: [] },
    { phase: "forward", node: 1, gradients: [], handed: [] },
    { phase: "backward", node: 1, gradients: [[1, 1]], handed: [] },
    {
      phase: "backward",
      node: 1,
      gradients: [
        [0, 1],
        [0, 2],
      ],
      handed: [
        [1, 0, 1],
        [1, 1, 1],
      ],
    },
  ],
  mistake: { step: 3, node: 1, sentence: "" },
});

test("a number is known from its step on, and a gradient is the last that it became", () => {
  assert.deepEqual(graphScene(graph, 0).known, [true, false]);
  assert.deepEqual(graphScene(graph, 1).known, [true, true]);
  assert.deepEqual(graphScene(graph, 2).gradients, [null, 1]);
  const last = graphScene(graph, 3);
  assert.deepEqual([last.gradients, last.handed, last.wrong], [[2, 1], [[1], [1]], 1]);
  assert.equal(graphScene(graph, 2).wrong, null);
});

test("the drawing is as wide as its room where that is enough, and never narrower than its numbers", () => {
  const [narrow, wide] = [200, 2000].map((room) => graphLayout(graph, room));
  assert.ok(narrow.width > 200);
  assert.ok(wide.width > narrow.width && wide.width < 2000);
  for (const { nodes, width } of [narrow, wide]) {
    assert.ok(nodes[0].numberX > nodes[0].x + nodes[0].width, "numbers stand behind their mark");
    assert.ok(nodes[1].x - nodes[0].numberX > 74, "and end before the next one");
    assert.ok(nodes[1].numberX + 68 < width, "within the drawing");
  }
});

test("short numbers let a drawing fit the room of a phone, and long ones are not squeezed", () => {
  const [from, to] = graph.nodes;
  const chain = (/** @type {number} */ value) => ({
    nodes: [
      { ...from, uses: 1, value },
      { ...to, uses: 1 },
      { ...to, column: 2 },
    ],
    wires: [],
    steps: graph.steps,
  });
  const width = (/** @type {number} */ value, /** @type {number} */ room) =>
    graphLayout(/** @type {any} */ (chain(value)), room).width;
  assert.ok(width(-12, 364) <= 364);
  assert.ok(width(-0.1966, 364) > 364);
  assert.equal(width(-12, 720), width(-0.1966, 720), "where there is room, numbers change nothing");
});

test("two wires between the same numbers end apart, and so do what is written on them", () => {
  const [first, second] = graphLayout(graph, 600).wires;
  assert.notEqual(first.path, second.path);
  assert.ok(second.share[1] - first.share[1] >= 16);
});

test("an arrow key leads to the nearest number on its side", () => {
  const at = (/** @type {number} */ column, /** @type {number} */ row) =>
    /** @type {any} */ ({ column, row });
  const nodes = [at(0, -0.5), at(0, 0.5), at(1, 0), at(2, 0)];
  assert.equal(neighbour(nodes, 0, "ArrowRight"), 2);
  assert.equal(neighbour(nodes, 0, "ArrowDown"), 1);
  assert.equal(neighbour(nodes, 1, "ArrowUp"), 0);
  assert.equal(neighbour(nodes, 3, "ArrowLeft"), 2);
  assert.equal(neighbour(nodes, 3, "ArrowRight"), null);
  assert.equal(neighbour(nodes, 0, "Enter"), null);
});
