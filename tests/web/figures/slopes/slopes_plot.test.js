import assert from "node:assert/strict";
import test from "node:test";
import { slopesPlot } from "../../../../web/figures/slopes/slopes_plot.js";

/** x² at 3, nudged by 1. */
const result = /** @type {any} */ ({
  value: 9,
  slope: 6,
  nudged: { x: 4, value: 16 },
  view: {
    x: [-5, 5],
    y: [-5, 25],
    curve: { x: [-5, 0, 5], y: [25, 0, 25] },
    tangent: { x: [-5, 5], y: [-39, 21] },
  },
});
/** 50 px a unit of x and 10 px a unit of y, inside the margins. */
const SIZE = { width: 570, height: 354 };

test("point and nudge stand at their places, and the slope leads to a third", () => {
  const { point, nudged, promised } = slopesPlot(result, 3, SIZE);
  const moved = [nudged.x - point.x, point.y - nudged.y];
  const led = [promised.x - point.x, point.y - promised.y];
  assert.deepEqual([moved, led].flat().map(Math.round), [50, 70, 50, 60]);
});

test("the tangent goes through the point", () => {
  const { point, tangent } = slopesPlot(result, 3, SIZE);
  const slope = (tangent.to.y - tangent.from.y) / (tangent.to.x - tangent.from.x);
  assert.ok(Math.abs(tangent.from.y + slope * (point.x - tangent.from.x) - point.y) < 1e-9);
});

test("a place in the picture is a number of two decimals, in steps of 0.05", () => {
  const { point, valueAt } = slopesPlot(result, 3, SIZE);
  assert.equal(valueAt(point.x + 3), 3.05);
});

test("an axis that is out of sight is not drawn", () => {
  const above = { ...result, view: { ...result.view, y: [5, 25] } };
  assert.equal(slopesPlot(above, 3, SIZE).axisY, null);
  assert.notEqual(slopesPlot(result, 3, SIZE).axisY, null);
});
