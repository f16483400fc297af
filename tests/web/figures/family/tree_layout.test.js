import assert from "node:assert/strict";
import test from "node:test";
import { neighbour, placesOf, treeLines } from "../../../../web/figures/family/tree_layout.js";
import { weightSquare } from "../../../../web/figures/family/units_view.js";

/** The generations of Christopher, Penelope, Arthur, Victoria, Andrew, Christine, James, Jennifer, Margaret, … */
const GENERATIONS = [1, 1, 2, 2, 1, 1, 2, 2, 2, 3, 3, 2];
const people = [...GENERATIONS, ...GENERATIONS].map((generation, index) => ({
  name: String(index),
  generation,
}));
const places = placesOf(people);
const COLIN = 9;

test("no two people stand in one place, and no two overlap", () => {
  for (const [index, { tree, column, row }] of places.entries()) {
    for (const other of places.slice(index + 1)) {
      if (other.tree === tree && other.column === column) {
        assert.ok(Math.abs(other.row - row) >= 2);
      }
    }
  }
});

test("children hang on the middle between their parents", () => {
  // Victoria and James stand in the second column, in the half rows 4 and 6: the middle between is 6.
  const lines = treeLines(places, [[6, 3, 9, 10]], 0);
  assert.equal(lines, "M186,7H190V5H186M190,6H195V5H200M190,6H195V7H200");
  assert.equal(treeLines(places, [[6, 3, 9, 10]], 1), "");
});

test("arrow keys lead to who stands next, into the other tree, and not over the edge", () => {
  assert.equal(neighbour(places, COLIN, "ArrowDown"), 10);
  assert.equal(neighbour(places, COLIN, "ArrowLeft"), 3);
  assert.equal(neighbour(places, COLIN, "ArrowUp"), COLIN);
  assert.equal(places[neighbour(places, COLIN, "ArrowRight")].tree, 1);
  assert.equal(neighbour(places, 0, "ArrowLeft"), 0);
});

test("a square has the area and the sign of its weight, in its person's place", () => {
  const square = weightSquare(-1, 4, { tree: 1, column: 2, row: 6 });
  assert.equal(square.sign, "below");
  assert.ok(Math.abs(square.side - 0.46) < 1e-12); // half as long as the largest
  assert.ok(Math.abs(square.x + square.side / 2 - 6) < 1e-12);
  assert.ok(Math.abs(square.y + square.side / 2 - 3.5) < 1e-12);
});
