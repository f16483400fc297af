import assert from "node:assert/strict";
import { test } from "node:test";
import { gradientPlot, movedPlot } from "../../../../web/figures/depth/depth_plot.js";
import {
  depthFields,
  depthMessage,
  depthOpening,
  withDepthFields,
} from "../../../../web/figures/depth/depth_state.js";
import { message } from "./linked.js";

/** @type {any} */
const describe = {
  limits: {
    stack_depth: { minimum: 2, maximum: 50, whole: true },
    stack_width: { minimum: 1, maximum: 32, whole: true },
    stack_range: { minimum: 0, maximum: 5 },
    stack_steps: { minimum: 0, maximum: 200, whole: true },
    seed: { minimum: 0, maximum: 99, whole: true },
    learning_rate: { minimum: 0, maximum: 100 },
  },
};
const fields = depthFields(describe);
const opening = depthOpening(message);

/** @param {Partial<import("../../../../web/figures/depth/depth_messages.js").DepthLayer>[]} given */
const layersOf = (given) =>
  given.map((some, index) => ({
    layer: index + 1,
    signal: 1,
    weight_gradient: 1,
    start_signal: 1,
    start_weight_gradient: 1,
    signal_bound: 1,
    weight_bound: 1,
    factor: null,
    moved: 0,
    sentence: "",
    ...some,
  }));

test("a state asks what its opening asked", () => {
  assert.deepEqual(depthMessage(opening), message);
});

test("another stack is not trained yet, another rate is", () => {
  const trained = { ...opening, steps: 50 };
  assert.equal(withDepthFields(trained, { residual: true }, fields).state.steps, 0);
  assert.equal(withDepthFields(trained, { residual: false }, fields).state.steps, 50);
  assert.equal(withDepthFields(trained, { learning_rate: 1 }, fields).state.steps, 50);
  assert.equal(withDepthFields(trained, { width: 2, steps: 7 }, fields).state.steps, 7);
});

test("a layer that the stack does not have gives way to its last", () => {
  assert.equal(withDepthFields(opening, { depth: 4 }, fields).state.layer, 4);
});

test("bad values are refused by name and the good ones beside them taken", () => {
  const { state, refused } = withDepthFields(
    opening,
    { depth: 51, width: 3, residual: 1, activation: "softmax", colour: "red" },
    fields,
  );
  assert.deepEqual(
    refused.map(({ field }) => field),
    ["depth", "residual", "activation", "colour"],
  );
  assert.deepEqual(state, { ...opening, width: 3 });
});

test("equal ratios are equal heights, and zero has none", () => {
  const layers = layersOf([{ signal: 0.001 }, { signal: 0.01 }, { signal: 0.1 }, { signal: 0 }]);
  const { dots, bottom } = gradientPlot(layers, {
    measure: "signal",
    width: 500,
    isTrained: false,
  });
  const steps = [dots[0].y - dots[1].y, dots[1].y - dots[2].y];
  assert.ok(Math.abs(steps[0] - steps[1]) < 1e-9 && steps[0] > 0);
  assert.ok(dots[0].y < bottom, "the least gradient stands above the axis");
  assert.deepEqual([dots[3].isZero, dots[3].y], [true, bottom]);
});

test("fifty layers fit into a phone, each with a column of its own", () => {
  const layers = layersOf(Array.from({ length: 50 }, (_, index) => ({ moved: index })));
  const plot = movedPlot(layers, 270);
  assert.equal(plot.columns.length, 50);
  for (const dot of plot.dots) {
    assert.ok(dot.x >= plot.left - 1e-9 && dot.x + dot.width <= plot.right + 1e-9);
  }
  const labels = plot.xTicks.map(({ at }) => at);
  assert.ok(labels.every((at, index) => index === 0 || at - labels[index - 1] > 20));
});

test("where everything has vanished there is still an axis", () => {
  const plot = gradientPlot(
    layersOf([
      { signal: 0, signal_bound: 0 },
      { signal: 0, signal_bound: 0 },
    ]),
    {
      measure: "signal",
      width: 300,
      isTrained: false,
    },
  );
  assert.ok(plot.yTicks.length > 0 && plot.yTicks.every(({ at }) => Number.isFinite(at)));
});
