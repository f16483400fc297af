import assert from "node:assert/strict";
import test from "node:test";
import { blameGraph } from "../../../../web/figures/blame/blame_graph.js";
import { errorCurve, promiseBars, rateZones } from "../../../../web/figures/neuron/error_curve.js";

/** The worked example ŷ = w x with x = 1, t = 2 at w = 0.5, a rate of 0.1. */
const result = /** @type {any} */ ({
  rows: [{ step: 0, weight: 0.5, loss: 2.25, weight_gradient: -3 }],
  next: { step: 1, weight: 0.8, loss: 1.44 },
  first_order_loss: 1.35,
  best_weight: 2,
  view: { weights: [0, 4], loss_top: 4 },
  curve: { weights: [0, 2, 4], losses: [4, 0, 4] },
  tangent: { weights: [0, 1.25], losses: [3.75, 0] },
});
/** 100 px a unit of w and 50 px a unit of E, inside the margins. */
const SIZE = { width: 464, height: 270 };

test("the ball stands at its weight and its loss", () => {
  const { left, bottom, ball, best } = errorCurve(result, SIZE);
  assert.equal(ball.x - left, 50);
  assert.equal(bottom - ball.y, 112.5);
  assert.equal(/** @type {number} */ (best) - left, 200);
});

test("between the points of the curve, it is where the line between them is", () => {
  const { left, right, bottom, curveAt } = errorCurve(result, SIZE);
  assert.equal(bottom - curveAt(left + 100), 100);
  assert.equal(bottom - curveAt(right + 50), 200, "beyond its end it goes on as high as there");
});

test("the tangent goes through the ball, and the promise lies on it", () => {
  const { tangent, ball, promised } = errorCurve(result, SIZE);
  const slope = (tangent.to.y - tangent.from.y) / (tangent.to.x - tangent.from.x);
  assert.ok(Math.abs(tangent.from.y + slope * (ball.x - tangent.from.x) - ball.y) < 1e-9);
  assert.ok(promised);
  assert.ok(Math.abs(ball.y + slope * (promised.x - ball.x) - promised.y) < 1e-9);
});

test("downhill is to the right of a falling slope, to the left of a rising one, nowhere at rest", () => {
  const at = (/** @type {number} */ slope) =>
    errorCurve({ ...result, rows: [{ ...result.rows[0], weight_gradient: slope }] }, SIZE).downhill;
  assert.deepEqual([at(-3), at(2), at(0)], ["right", "left", null]);
});

test("a place in the plot is a weight with as many digits as a pixel can tell apart", () => {
  const { left, right, weightAt } = errorCurve(result, SIZE);
  assert.equal(weightAt(left + 123.4), 1.23);
  assert.ok(weightAt(left - 50) > 0, "a drag stays within the view");
  assert.ok(weightAt(right + 50) < 4, "a drag stays within the view");
});

test("the bars of a step share one zero, also where what comes has the other sign", () => {
  const same = promiseBars(-0.9, -0.81, { left: 0, right: 90 });
  assert.deepEqual([same.zero, same.promised.width], [90, 90]);
  assert.ok(Math.abs(same.came.width - 81) < 1e-9);
  const against = promiseBars(-1, 2, { left: 0, right: 90 });
  assert.deepEqual([against.zero, against.promised.x, against.came.x], [30, 0, 30]);
  assert.equal(promiseBars(0, 0, { left: 0, right: 90 }).promised.width, 0);
});

test("the strip of learning rates is cut where a step lands and where it diverges", () => {
  const rate = /** @type {any} */ ({ lands_at: 0.5, diverges_from: 1, top: 1.25 });
  assert.deepEqual(rateZones(rate, 100), [
    { regime: "creeps", x: 0, width: 40 },
    { regime: "overshoots", x: 40, width: 40 },
    { regime: "diverges", x: 80, width: 20 },
  ]);
  const none = /** @type {any} */ ({ lands_at: null, diverges_from: null, top: 1 });
  assert.equal(rateZones(none, 100).length, 1);
});

test("a box of the chain is filled by as much of its width as it bears", () => {
  const links = /** @type {any} */ ([
    { name: "vp-ceo", source: "vp", target: "ceo", share: 0.6 },
    { name: "analyst-vp", source: "analyst", target: "vp", share: 0.4 },
  ]);
  const blame = /** @type {any} */ ({ nodes: { ceo: 1, vp: 0.6 } });
  for (const isNarrow of [false, true]) {
    const { nodes, edges, width, height } = blameGraph(links, blame, isNarrow);
    const [ceo, vp] = nodes;
    assert.equal(ceo.filled, ceo.width);
    assert.ok(Math.abs(vp.filled - 0.6 * vp.width) < 1e-9);
    assert.deepEqual(
      edges.map(({ name }) => name),
      ["vp-ceo"],
      "a link to nobody is not drawn",
    );
    for (const { x, y } of nodes) assert.ok(x > 0 && x < width && y > 0 && y < height);
  }
});
