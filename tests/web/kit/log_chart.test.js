import assert from "node:assert/strict";
import { test } from "node:test";
import { logChart } from "../../../web/kit/charts/log_chart.js";

const size = { width: 400, height: 200 };

test("equal ratios are equal distances, and the marked value is found on every curve", () => {
  const { curves, mark, bottom, top } = logChart(
    {
      x: [1, 2, 3],
      curves: [
        [1, 10, 100],
        [10, 10, 10],
      ],
      marked: 1,
    },
    size,
  );
  const [{ dots, marked }, flat] = curves;
  assert.equal(dots[0].y, bottom);
  assert.equal(dots[2].y, top);
  assert.ok(Math.abs(dots[0].y - dots[1].y - (dots[1].y - dots[2].y)) < 1e-9);
  assert.deepEqual(marked, dots[1]);
  assert.equal(flat.marked?.y, dots[1].y);
  assert.equal(mark, dots[1].x);
});

test("a zero has no place on a logarithmic scale, and its neighbours keep theirs", () => {
  const { curves } = logChart({ x: [1, 2, 3], curves: [[1, 0, 100]], marked: 1 }, size);
  assert.equal(curves[0].dots.length, 2);
  assert.equal(curves[0].marked, null);
});

test("a logarithmic axis runs from small to large, whatever order the values come in", () => {
  const { curves, xTicks } = logChart(
    { x: [1, 1e-2, 1e-4], curves: [[1, 2, 3]], isLog: true },
    size,
  );
  const [first, , last] = curves[0].dots;
  assert.ok(first.x > last.x);
  assert.ok(xTicks.length >= 3);
});

test("a chart with nothing to show and a curve of one height are still charts", () => {
  assert.equal(logChart({ x: [1, 2], curves: [[0, Number.NaN]] }, size).curves[0].path, "");
  const { curves } = logChart({ x: [1, 2], curves: [[5, 5]] }, size);
  assert.ok(curves[0].dots.every(({ y }) => Number.isFinite(y)));
});
