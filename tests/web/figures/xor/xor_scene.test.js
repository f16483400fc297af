import assert from "node:assert/strict";
import test from "node:test";
import { hiddenSpace } from "../../../../web/figures/xor/plots/hidden_space.js";
import { lossPlot } from "../../../../web/figures/xor/plots/loss_plot.js";
import { contourLines, surfaceFrame, unitLines } from "../../../../web/kit/charts/surface_plot.js";
import { result } from "./xor_recording.js";

const ranges = {
  x_range: /** @type {[number, number]} */ ([0, 1]),
  y_range: /** @type {[number, number]} */ ([0, 1]),
};

/** The numbers of a path, two by two. @param {string} path */
function pointsOf(path) {
  const numbers = (path.match(/-?[\d.]+/g) ?? []).map(Number);
  return numbers.flatMap((x, index) => (index % 2 === 0 ? [[x, numbers[index + 1]]] : []));
}

test("the surface's frame turns inputs into places, with y upwards", () => {
  const frame = surfaceFrame(ranges, 274);
  assert.equal(frame.side, 200);
  assert.equal(frame.x(0), frame.left);
  assert.equal(frame.x(1), frame.left + 200);
  assert.equal(frame.y(1), frame.top);
  assert.equal(frame.y(0), frame.top + 200);
});

test("the 0.5 line of a surface that rises with x stands upright in the middle", () => {
  const frame = surfaceFrame(ranges, 274);
  const values = [0, 0.25, 0.5, 0.75, 1].flatMap(() => [0, 0.25, 0.5, 0.75, 1]);
  const [line] = contourLines({ values, resolution: 5, ...ranges }, frame, [0.4999]);
  const { left, top, side } = frame;
  const inside = pointsOf(line.path).filter(
    ([x, y]) => x > left && x < left + side && y > top && y < top + side,
  );
  assert.ok(inside.length > 0);
  for (const [x] of inside) assert.ok(Math.abs(x - (left + 100)) < 0.5, `${x}`);
});

test("a surface that rises with y has its higher values at the top", () => {
  const frame = surfaceFrame(ranges, 274);
  const values = [0, 0, 0, 0.5, 0.5, 0.5, 1, 1, 1];
  const [area] = contourLines({ values, resolution: 3, ...ranges }, frame, [0.75]);
  const highest = Math.max(...pointsOf(area.path).map(([, y]) => y));
  assert.ok(Math.abs(highest - (frame.top + 50)) < 0.5, `${highest}`);
});

test("hidden units' names do not stand on one another, and a line outside has none", () => {
  const frame = surfaceFrame(ranges, 274);
  const lines = unitLines(
    [
      { unit: 0, from: [0, 0.5], to: [1, 0.5] },
      { unit: 1, from: [0, 0.5], to: [1, 0.51] },
      { unit: 2, from: [0, 0.5], to: [1, 0.52] },
      null,
    ],
    frame,
  );
  assert.equal(lines.length, 3);
  const heights = lines.map(({ label }) => label[1]).sort((one, other) => one - other);
  assert.ok(heights[1] - heights[0] >= 15 && heights[2] - heights[1] >= 15, heights.join());
});

/** @param {number[]} losses of the epochs from 0 on */
const pointsAt = (losses) => losses.map((loss, epoch) => ({ epoch, loss }));

const size = { width: 500, height: 250 };

test("on a logarithmic axis each power of ten is as far from the next", () => {
  const points = pointsAt([1, 0.1, 0.01]);
  const last = { epoch: 3, loss: 0.001 };
  const run = { points, firstEpoch: 0, shown: last, last };
  const plot = lossPlot(run, null, { ...size, isLog: true });
  const heights = pointsOf(plot.path).map(([, y]) => y);
  const steps = heights.slice(1).map((y, index) => y - heights[index]);
  for (const step of steps) assert.ok(Math.abs(step - steps[0]) < 0.2, steps.join());
  assert.deepEqual(
    plot.yTicks.map(({ label }) => label),
    ["0.001", "0.01", "0.1", "1"],
  );
});

test("what is not a number is left out of the curve", () => {
  const last = { epoch: 3, loss: Number.NaN };
  const run = {
    points: pointsAt([0.5, 0.25, Number.POSITIVE_INFINITY]),
    firstEpoch: 0,
    shown: last,
    last,
  };
  for (const isLog of [true, false]) {
    const plot = lossPlot(run, 0.01, { ...size, isLog });
    assert.equal(pointsOf(plot.path).length, 2);
    assert.doesNotMatch(plot.path, /NaN|Infinity/);
    assert.equal(plot.now, null);
  }
});

test("when the reader has gone back, the curve is cut at the shown epoch", () => {
  const run = {
    points: pointsAt([4, 3, 2, 1]),
    firstEpoch: 0,
    shown: { epoch: 2, loss: 2 },
    last: { epoch: 4, loss: 0.5 },
  };
  const plot = lossPlot(run, null, { ...size, isLog: false });
  assert.equal(pointsOf(plot.path).length, 3);
  assert.equal(pointsOf(plot.later).length, 3);
  assert.deepEqual(pointsOf(plot.path).at(-1), pointsOf(plot.later)[0]);
});

test("two hidden units make a plane, three make parallel axes", () => {
  const plane = hiddenSpace(result(0), [], { width: 240, height: 240 });
  assert.equal(plane.kind, "plane");
  const three = result(0).predictions.map((each) => ({ ...each, hidden: [0, 0.5, 1] }));
  const strip = hiddenSpace({ predictions: three, output_line: null }, [], {
    width: 240,
    height: 240,
  });
  assert.ok(strip.kind === "strip");
  assert.equal(strip.axes.length, 3);
  const [{ marks }] = strip.lines;
  assert.equal(marks[0].y, strip.frame.bottom);
  assert.equal(marks[2].y, strip.frame.top);
});

test("the output's line has the scale of the activations, and goes on beyond the frame", () => {
  const plane = hiddenSpace(result(0), [], { width: 240, height: 240 });
  assert.ok(plane.kind === "plane" && plane.outputLine);
  const { left, right, top, bottom } = plane.frame;
  const [x1, y1, x2, y2] = plane.outputLine;
  // Activations go from 0 to 1 over the frame; the line is a₁ + a₂ = 0 from −10 to 10.
  assert.deepEqual([x1, x2], [left - 10 * (right - left), left + 10 * (right - left)]);
  assert.deepEqual([y1, y2], [bottom - 10 * (bottom - top), bottom + 10 * (bottom - top)]);
});

test("points that land together keep their names apart", () => {
  const plane = hiddenSpace(result(0), [], { width: 240, height: 240 });
  assert.ok(plane.kind === "plane");
  const heights = plane.points.map(({ labelY }) => labelY).sort((one, other) => one - other);
  heights.slice(1).forEach((height, index) => {
    assert.ok(height - heights[index] >= 14, heights.join());
  });
  const edge = Math.max(...plane.points.map(({ x }) => x));
  assert.ok(plane.points.every(({ labelX, leader }) => labelX > edge + 6 && leader));
});

test("names in two columns at the same height keep apart", () => {
  const pairs = [
    [0.16, 0.2],
    [0.34, 0.2],
    [0.16, 0.28],
    [0.34, 0.28],
  ];
  const predictions = result(0).predictions.map((prediction, index) => ({
    ...prediction,
    hidden: pairs[index],
  }));
  const plane = hiddenSpace({ predictions, output_line: null }, [], { width: 265, height: 265 });
  assert.ok(plane.kind === "plane");
  for (const one of plane.points) {
    for (const other of plane.points) {
      if (one === other || Math.abs(one.labelX - other.labelX) > 45) continue;
      assert.ok(Math.abs(one.labelY - other.labelY) >= 14, JSON.stringify(plane.points));
    }
  }
});

test("a point that lands alone has its name beside it, towards the middle", () => {
  const corners = [
    [0.1, 0.1],
    [0.1, 0.9],
    [0.9, 0.1],
    [0.9, 0.9],
  ];
  const predictions = result(0).predictions.map((prediction, index) => ({
    ...prediction,
    hidden: corners[index],
  }));
  const plane = hiddenSpace({ predictions, output_line: null }, [], { width: 240, height: 240 });
  assert.ok(plane.kind === "plane");
  for (const { x, y, labelX, labelY, anchor, leader } of plane.points) {
    const side = x < 120 ? 1 : -1;
    assert.deepEqual([labelX, labelY, leader], [x + 11 * side, y + 4, null]);
    assert.equal(anchor, side === 1 ? "start" : "end");
  }
});

test("a unit that has overflowed is left out of the plane", () => {
  const predictions = result(0).predictions.map((prediction) => ({
    ...prediction,
    hidden: [Number.NaN, Number.POSITIVE_INFINITY],
  }));
  const plane = hiddenSpace({ predictions, output_line: null }, [], { width: 240, height: 240 });
  assert.ok(plane.kind === "plane");
  assert.equal(plane.points.length, 0);
});
