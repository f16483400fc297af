import assert from "node:assert/strict";
import test from "node:test";
import { outputWays, parallelPlot } from "../../../../web/figures/xor/parallel/parallel_plot.js";

const SIZE = { width: 256, height: 192 }; // the axes are from 28 to 228 and from 140 up to 40
const examples = {
  inputs: 3,
  values: Float64Array.from([0, 5, -10, 1, 2, 5, 30, 0, 1, 5, 10, 1]),
};

test("every input has an axis from its smallest to its largest value", () => {
  const { axes } = parallelPlot(examples, 0, SIZE);
  assert.deepEqual(
    axes.map(({ x }) => Math.round(x)),
    [28, 95, 161],
  );
  assert.deepEqual(
    axes.map(({ bottom, top }) => [bottom, top]),
    [
      ["0", "2"],
      ["4.5", "5.5"], // a column of one value lies in the middle
      ["−10", "30"],
    ],
  );
});

test("an example's line goes through its inputs, and one of target 1 is told from the others", () => {
  const { lines } = parallelPlot(examples, 0, SIZE);
  assert.deepEqual(
    lines.map(({ isHigh, last }) => [isHigh, last[1]]),
    [
      [true, 140],
      [false, 40],
      [true, 90],
    ],
  );
  assert.match(lines[1].way, /^M28,40L94\.\d+,90L161\.\d+,40$/);
});

test("it ends at the output, which is cut at the ends of its axis", () => {
  const ends = (/** @type {string[]} */ ways) => ways.map((way) => way.split("L")[1]);
  const plot = parallelPlot(examples, 0, SIZE);
  assert.deepEqual(ends(outputWays(plot, [0, 0.5, 7])), ["228,140", "228,90", "228,40"]);
  const twoSided = parallelPlot(examples, -1, SIZE);
  assert.deepEqual(ends(outputWays(twoSided, [0, 1, -1])), ["228,90", "228,40", "228,140"]);
  assert.deepEqual(outputWays(plot, [0, 1]), []);
  assert.deepEqual(outputWays(plot, null), []);
});
