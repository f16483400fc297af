import assert from "node:assert/strict";
import { test } from "node:test";
import { pointOnLine } from "../../../web/drawing/layout/edge_geometry.js";
import { sharedArea } from "../../../web/drawing/layout/label_placement.js";
import { networkLayout } from "../../../web/drawing/layout/network_layout.js";

/** @typedef {import("../../../web/drawing/layout/network_layout.js").NetworkLayout} NetworkLayout */

const PRESETS = [
  { layerSizes: [2, 2, 1], useBiases: false },
  { layerSizes: [2, 2, 1], useBiases: true },
  { layerSizes: [2, 1, 1], useBiases: false },
  { layerSizes: [2, 3, 3, 1], useBiases: true },
  { layerSizes: [1, 2, 1], useBiases: false },
  { layerSizes: [1, 1], useBiases: true },
];

const ROOMS = [
  { width: 320 },
  { width: 390 },
  { width: 760 },
  { width: 360, narrow: true },
  { width: 720, narrow: false },
  { width: 1100 },
];

/** Every preset in every room. */
const drawings = PRESETS.flatMap((shape) => ROOMS.map((room) => ({ ...shape, ...room })));

/**
 * What each thing of a drawing covers, by its place.
 * @param {NetworkLayout} layout
 */
function covered({ units, edges, biases, targets, loss }) {
  return [
    ...edges.map(({ place, labelBox }) => ({ place, box: labelBox })),
    ...biases.map(({ place, box }) => ({ place, box })),
    ...units.map(({ place, x, y, radius: r }) => ({
      place,
      box: { left: x - r, top: y - r, right: x + r, bottom: y + r },
    })),
    ...[...targets, loss].map(({ place, x, y, halfWidth: w, halfHeight: h }) => ({
      place,
      box: { left: x - w, top: y - h, right: x + w, bottom: y + h },
    })),
  ];
}

/**
 * Whether a box reaches into a circle.
 * @param {import("../../../web/drawing/layout/label_placement.js").Box} box
 * @param {{x: number, y: number, radius: number}} circle
 */
function reachesInto({ left, top, right, bottom }, { x, y, radius }) {
  const nearestX = Math.max(left, Math.min(right, x));
  const nearestY = Math.max(top, Math.min(bottom, y));
  return Math.hypot(nearestX - x, nearestY - y) < radius;
}

test("no label of a preset lies on another label, a target or the loss", () => {
  for (const drawing of drawings) {
    const things = covered(networkLayout(drawing)).filter(
      ({ place }) => !/^(unit|input)/.test(place),
    );
    for (const [index, { place, box }] of things.entries()) {
      for (const other of things.slice(index + 1)) {
        const both = `${place} and ${other.place} in ${JSON.stringify(drawing)}`;
        assert.equal(sharedArea(box, other.box), 0, both);
      }
    }
  }
});

test("no label of a preset reaches into a unit", () => {
  for (const drawing of drawings) {
    const layout = networkLayout(drawing);
    for (const { place, box } of covered(layout).filter(({ place }) =>
      /^(weight|bias)/.test(place),
    )) {
      for (const unit of layout.units) {
        const both = `${place} and ${unit.place} in ${JSON.stringify(drawing)}`;
        assert.equal(reachesInto(box, unit), false, both);
      }
    }
  }
});

test("everything stands inside the drawing, whatever the network", () => {
  const shapes = [
    [1, 1],
    [8, 8],
    [8, 8, 8, 8, 8, 8],
    [1, 8, 1],
    [2, 2, 2, 2, 2, 2],
    [3, 1, 8, 2, 5],
  ];
  for (const layerSizes of shapes) {
    for (const useBiases of [true, false]) {
      for (const room of ROOMS) {
        const layout = networkLayout({ layerSizes, useBiases, ...room });
        for (const { place, box } of covered(layout)) {
          if (place.startsWith("weight:") || place.startsWith("bias:")) continue;
          const where = `${place} of ${layerSizes} in ${JSON.stringify(room)}`;
          assert.ok(box.left >= 0 && box.right <= layout.width, where);
          assert.ok(box.top >= 0 && box.bottom <= layout.height, where);
        }
      }
    }
  }
});

test("a wide drawing runs to the right and a narrow one downwards", () => {
  const shape = { layerSizes: [2, 2, 1], useBiases: false };
  const wide = networkLayout({ ...shape, width: 760 });
  const narrow = networkLayout({ ...shape, width: 390 });
  assert.equal(wide.vertical, false);
  assert.equal(narrow.vertical, true);
  const along = (/** @type {NetworkLayout} */ { units, loss }, /** @type {"x" | "y"} */ axis) => [
    units[0][axis],
    units[2][axis],
    units[4][axis],
    loss[axis],
  ];
  for (const places of [along(wide, "x"), along(narrow, "y")]) {
    assert.deepEqual(
      places,
      [...places].sort((a, b) => a - b),
    );
    assert.equal(new Set(places).size, 4);
  }
});

test("edges have the addresses of the weights and join their two units", () => {
  const { edges } = networkLayout({ layerSizes: [2, 2, 1], useBiases: false, width: 760 });
  assert.deepEqual(
    edges.map(({ place, from, to }) => [place, from, to]),
    [
      ["weight:0,0,0", "input:0", "unit:1,0"],
      ["weight:0,0,1", "input:0", "unit:1,1"],
      ["weight:0,1,0", "input:1", "unit:1,0"],
      ["weight:0,1,1", "input:1", "unit:1,1"],
      ["weight:1,0,0", "unit:1,0", "unit:2,0"],
      ["weight:1,1,0", "unit:1,1", "unit:2,0"],
    ],
  );
});

test("an edge begins and ends on the outlines of its units", () => {
  for (const drawing of drawings) {
    const { units, edges } = networkLayout(drawing);
    for (const { from, to, x1, y1, x2, y2 } of edges) {
      const [source, target] = [from, to].map((end) => units.find(({ place }) => place === end));
      assert.ok(source && target);
      assert.ok(Math.abs(Math.hypot(x1 - source.x, y1 - source.y) - source.radius) < 1e-9);
      assert.ok(Math.abs(Math.hypot(x2 - target.x, y2 - target.y) - target.radius) < 1e-9);
    }
  }
});

test("a label stands on its own edge", () => {
  for (const drawing of drawings) {
    for (const edge of networkLayout(drawing).edges) {
      const { x, y } = pointOnLine(edge, edge.labelFraction);
      assert.deepEqual([edge.labelX, edge.labelY], [x, y]);
      assert.ok(edge.labelFraction > 0 && edge.labelFraction < 1);
    }
  }
});

test("direct links have the layer after the last and pass hidden units by", () => {
  const shape = { layerSizes: [2, 1, 1], useBiases: true, skipToOutput: true };
  for (const room of ROOMS) {
    const { units, edges } = networkLayout({ ...shape, ...room });
    const hidden = units[2];
    const direct = edges.filter(({ layer }) => layer === 2);
    assert.deepEqual(
      direct.map(({ place, from, to }) => [place, from, to]),
      [
        ["weight:2,0,0", "input:0", "unit:2,0"],
        ["weight:2,1,0", "input:1", "unit:2,0"],
      ],
    );
    for (const link of direct) {
      for (let step = 0; step <= 50; step++) {
        const { x, y } = pointOnLine(link, step / 50);
        assert.ok(Math.hypot(x - hidden.x, y - hidden.y) > hidden.radius + 10);
      }
    }
  }
});

test("more than 24 edges are drawn without labels, until one matters", () => {
  const few = networkLayout({ layerSizes: [3, 4, 3], useBiases: false, width: 760 });
  const many = networkLayout({ layerSizes: [5, 5], useBiases: false, width: 760 });
  assert.equal(few.edges.length, 24);
  assert.equal(few.labelled, true);
  assert.equal(many.edges.length, 25);
  assert.equal(many.labelled, false);
});

test("there is a target for each output, and a thin line from both to the loss", () => {
  const { targets, links } = networkLayout({ layerSizes: [2, 3], useBiases: false, width: 760 });
  assert.deepEqual(
    targets.map(({ place }) => place),
    ["target:0", "target:1", "target:2"],
  );
  assert.deepEqual(
    links.map(({ from }) => from),
    ["unit:1,0", "unit:1,1", "unit:1,2", "target:0", "target:1", "target:2"],
  );
});

test("the same network gets the same picture", () => {
  for (const drawing of drawings) {
    assert.deepEqual(networkLayout(drawing), networkLayout(structuredClone(drawing)));
  }
});
