import assert from "node:assert/strict";
import test from "node:test";
import { contourBands, surfaceFrame } from "../../../web/kit/charts/surface_plot.js";

const RESOLUTION = 9;
const ranges = /** @type {{x_range: [number, number], y_range: [number, number]}} */ ({
  x_range: [-1, 1],
  y_range: [-1, 1],
});
const frame = surfaceFrame(ranges, 400);
const LEVELS = [-0.8, -0.3, 0.05, 0.4, 1.1];

/**
 * Whether a point lies within a path of closed rings, by the even-odd rule.
 * @param {string} path
 * @param {[number, number]} point
 */
function isWithin(path, [x, y]) {
  let crossings = 0;
  for (const ring of path.split("M").slice(1)) {
    assert.ok(ring.endsWith("Z"));
    const corners = ring
      .slice(0, -1)
      .split("L")
      .map((corner) => corner.split(",").map(Number));
    corners.forEach(([x1, y1], index) => {
      const [x2, y2] = corners[(index + 1) % corners.length];
      if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) crossings += 1;
    });
  }
  return crossings % 2 === 1;
}

/** A valley that the picture cuts, a ridge, and a saddle between them. */
const shapes = {
  valley: (/** @type {number} */ x, /** @type {number} */ y) => (x + 2 * y) ** 2 - 0.9,
  ridge: (/** @type {number} */ x, /** @type {number} */ y) => 1 - (x - y) ** 2,
  saddle: (/** @type {number} */ x, /** @type {number} */ y) => 1.3 * x * y,
};

for (const [name, shape] of Object.entries(shapes)) {
  test(`every point of a ${name} lies in the bands of the levels below its value, at the border too`, () => {
    const steps = Array.from({ length: RESOLUTION }, (_, at) => -1 + (2 * at) / (RESOLUTION - 1));
    const values = steps.flatMap((y) => steps.map((x) => shape(x, y)));
    const bands = contourBands({ values, resolution: RESOLUTION, ...ranges }, frame, LEVELS);
    assert.deepEqual(
      bands.map(({ level }) => level),
      LEVELS,
    );
    for (const y of steps) {
      for (const x of steps) {
        const value = shape(x, y);
        if (LEVELS.some((level) => Math.abs(level - value) < 0.01)) continue;
        for (const { level, path } of bands) {
          const said = `(${x}, ${y}) is ${value}, level ${level}`;
          assert.equal(isWithin(path, [frame.x(x), frame.y(y)]), value > level, said);
        }
      }
    }
  });
}
