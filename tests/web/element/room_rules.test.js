import assert from "node:assert/strict";
import test from "node:test";
import { HEIGHTS } from "../../../web/element/room/figure_heights.js";
import { elementRoom, pageRoom, roomHeight } from "../../../web/element/room/room_rules.js";
import { figureNames } from "../../../web/figures/figure_kinds.js";

test("the heights of every figure have been measured", () => {
  assert.deepEqual(Object.keys(HEIGHTS).sort(), [...figureNames].sort());
});

test("between two widths the room goes evenly from one height to the other", () => {
  const [[from, to, first, second]] = HEIGHTS.slope.full;
  assert.equal(roomHeight("slope", "full", from), first);
  assert.equal(roomHeight("slope", "full", (from + to) / 2), Math.ceil((first + second) / 2));
  assert.equal(roomHeight("slope", "full", 1), first, "narrower than was measured");
});

test("a figure without a compact layout is as high in it", () => {
  assert.equal(roomHeight("blame", "compact", 700), roomHeight("blame", "full", 700));
  assert.ok(roomHeight("xor", "compact", 700) < roomHeight("xor", "full", 700));
});

test("a page and an element keep room for each figure, and where none is named for the network", () => {
  for (const figure of figureNames) {
    assert.match(pageRoom(), new RegExp(`:not\\(:defined\\).*\\[figure="${figure}"\\]`));
    assert.match(elementRoom(), new RegExp(`:host\\(.*\\[figure="${figure}"\\]`));
  }
  assert.match(pageRoom(), /:is\(\[figure="network"\], :not\(\[figure\]\)\)/);
});
