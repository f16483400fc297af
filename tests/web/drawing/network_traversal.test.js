import assert from "node:assert/strict";
import { test } from "node:test";
import { networkLayout } from "../../../web/drawing/layout/network_layout.js";
import { neighbour, tabStop } from "../../../web/drawing/motion/network_traversal.js";

const wide = networkLayout({ layerSizes: [2, 2, 1], useBiases: true, width: 760 });
const narrow = networkLayout({ layerSizes: [2, 2, 1], useBiases: true, width: 360 });

/**
 * Where a row of keys leads.
 * @param {import("../../../web/drawing/layout/network_layout.js").NetworkLayout} layout
 * @param {string} start
 * @param {string[]} keys
 */
function walk(layout, start, keys) {
  let place = start;
  return keys.map((key) => {
    place = neighbour(layout, place, key);
    return place;
  });
}

test("right goes from a unit to an edge, to the next unit, and on to the loss and its target", () => {
  const keys = ["ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight"];
  assert.deepEqual(walk(wide, "input:0", keys), [
    "weight:0,0,0",
    "unit:1,0",
    "weight:1,0,0",
    "unit:2,0",
    "loss",
    "target:0",
  ]);
});

test("left goes the same way back", () => {
  const line = networkLayout({ layerSizes: [1, 1, 1], useBiases: true, width: 760 });
  const keys = ["ArrowLeft", "ArrowLeft", "ArrowLeft", "ArrowLeft", "ArrowLeft", "ArrowLeft"];
  assert.deepEqual(walk(line, "target:0", keys), [
    "loss",
    "unit:2,0",
    "weight:1,0,0",
    "unit:1,0",
    "weight:0,0,0",
    "input:0",
  ]);
});

test("up and down go through the units of a layer and their biases, as they stand", () => {
  const down = ["ArrowDown", "ArrowDown", "ArrowDown", "ArrowDown"];
  assert.deepEqual(walk(wide, "bias:0,0", down), ["unit:1,0", "bias:0,1", "unit:1,1", "unit:1,1"]);
  assert.deepEqual(walk(wide, "unit:1,1", ["ArrowUp", "ArrowUp"]), ["bias:0,1", "unit:1,0"]);
});

test("up and down go through all edges between two layers", () => {
  const seen = new Set(["weight:0,0,0"]);
  let place = "weight:0,0,0";
  for (let key = 0; key < 3; key++) {
    place = neighbour(wide, place, "ArrowDown");
    seen.add(place);
  }
  assert.deepEqual([...seen].sort(), [
    "weight:0,0,0",
    "weight:0,0,1",
    "weight:0,1,0",
    "weight:0,1,1",
  ]);
});

test("in a drawing that runs down, down goes on and right stays in the layer", () => {
  assert.deepEqual(walk(narrow, "input:0", ["ArrowDown", "ArrowDown"]), [
    "weight:0,0,0",
    "unit:1,0",
  ]);
  assert.equal(neighbour(narrow, "input:0", "ArrowRight"), "input:1");
});

test("at the edge of the drawing, and for other keys, nothing moves", () => {
  assert.equal(neighbour(wide, "input:0", "ArrowLeft"), "input:0");
  assert.equal(neighbour(wide, "input:0", "ArrowUp"), "input:0");
  assert.equal(neighbour(wide, "input:0", "a"), "input:0");
  assert.equal(neighbour(wide, "nowhere", "ArrowRight"), "nowhere");
});

test("Home is the first input and End the loss", () => {
  assert.equal(neighbour(wide, "weight:1,0,0", "Home"), "input:0");
  assert.equal(neighbour(wide, "weight:1,0,0", "End"), "loss");
});

test("every place can be reached from the first by keys alone", () => {
  const keys = ["ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown"];
  for (const layout of [
    wide,
    narrow,
    networkLayout({ layerSizes: [2, 1, 2], useBiases: true, skipToOutput: true, width: 760 }),
    networkLayout({ layerSizes: [3, 8, 8, 2], useBiases: false, width: 360 }),
  ]) {
    const reached = new Set(["input:0"]);
    for (const place of reached) {
      for (const key of keys) reached.add(neighbour(layout, place, key));
    }
    const { units, edges, biases, targets } = layout;
    const all = [...units, ...edges, ...biases, ...targets].map(({ place }) => place);
    assert.deepEqual([...reached].sort(), [...all, "loss"].sort());
  }
});

test("the tab stop is the first wish that the drawing has, else the first input", () => {
  assert.equal(tabStop(wide, ["weight:1,0,0", "input:1"]), "weight:1,0,0");
  assert.equal(tabStop(wide, ["weight:7,0,0", null, "input:1"]), "input:1");
  assert.equal(tabStop(wide, [undefined]), "input:0");
});
