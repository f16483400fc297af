import assert from "node:assert/strict";
import test from "node:test";
import { scaleLinear, scaleLog } from "d3-scale";
import { linearTicks, powerTicks } from "../../../web/kit/charts/axis_ticks.js";

const labels = (/** @type {{label: string}[]} */ ticks) => ticks.map(({ label }) => label);

test("an axis of small numbers has them as they are", () => {
  assert.deepEqual(labels(linearTicks(scaleLinear([-1, 1], [0, 100]), 4)), [
    "−1.0",
    "−0.5",
    "0.0",
    "0.5",
    "1.0",
  ]);
});

test("an axis of huge numbers has powers of ten, as everywhere else", () => {
  assert.deepEqual(labels(linearTicks(scaleLinear([0, 2e150], [0, 100]), 4)), [
    "0",
    "5×10¹⁴⁹",
    "1×10¹⁵⁰",
    "1.5×10¹⁵⁰",
    "2×10¹⁵⁰",
  ]);
});

test("a logarithmic axis leaves out powers where there are too many", () => {
  assert.deepEqual(labels(powerTicks(scaleLog([1e-8, 1], [0, 100]), 5)), [
    "10⁻⁸",
    "10⁻⁶",
    "0.0001",
    "0.01",
    "1",
  ]);
});
