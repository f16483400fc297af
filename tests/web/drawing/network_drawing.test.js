import assert from "node:assert/strict";
import { test } from "node:test";
import { render } from "@lit-labs/ssr";
import { collectResultSync } from "@lit-labs/ssr/lib/render-result.js";
import { networkDrawing, valuesTable } from "../../../web/drawing/drawing.js";
import { networkLayout } from "../../../web/drawing/layout/network_layout.js";
import { networkMotion, overviewFrame } from "../../../web/drawing/motion/network_motion.js";

/** @typedef {import("../../../web/drawing/pass_messages.js").Pass} Pass */

/** The preset 2-2-1 A; the sign of its last weight is turned, so that both kinds of line are drawn. */
/** @type {Pass} */
const RESULT = {
  parameters: [0.2, 0.4, 0.3, 0.1, 0.6, -0.5],
  weights: [
    [
      [0.2, 0.4],
      [0.3, 0.1],
    ],
    [[0.6], [-0.5]],
  ],
  biases: [[], []],
  skip_weights: null,
  activations: [[0.5, 0.8], [0.5841905229354073, 0.569546223939229], [0.6536874012629181]],
  pre_activations: [[0.34, 0.28], [0.635287425730859]],
  error_signals: [[-0.0015280504689, -0.0012851773425], [-0.010484254563090536]],
  // δ of each hidden unit times its weight: −0.001528·0.2 − 0.001285·0.4, and so on.
  input_gradients: [-0.0008196810308, -0.0005869328749],
  outputs: [0.6536874012629181],
  targets: [0.7],
  loss: 0.0010724284008909765,
  gradient: [-0.000764025, -0.000642589, -0.00122244, -0.001028142, -0.006124802, -0.005971268],
  weight_gradients: [
    [
      [-0.000764025, -0.000642589],
      [-0.00122244, -0.001028142],
    ],
    [[-0.006124802], [-0.005971268]],
  ],
  bias_gradients: [[], []],
};

const layout = networkLayout({ layerSizes: [2, 2, 1], useBiases: false, width: 760 });
const nothingYet = networkMotion([], 0);

/** Every value of the pass known. */
const allKnown = {
  ...overviewFrame([]),
  known: new Set([
    ...["unit:1,0", "unit:1,1", "unit:2,0", "pre:1,0", "pre:1,1", "pre:2,0", "loss"],
    ...["error:1,0", "error:1,1", "error:2,0", "weight:0,0,0"],
  ]),
};

/** @param {unknown} template */
const html = (template) =>
  collectResultSync(render(template))
    .replaceAll(/<!--.*?-->/g, "")
    .replaceAll(/\s+/g, " ");

/**
 * The attributes of the element that has this one.
 * @param {string} markup
 * @param {string} attribute such as `data-unit="1,0"`
 */
function elementWith(markup, attribute) {
  const element = markup.match(/<[^>]*>/g)?.find((tag) => tag.includes(attribute));
  assert.ok(element, `an element has ${attribute}`);
  return element;
}

test("a drawing comes out where there is no browser, with its numbers at full precision", () => {
  const markup = html(networkDrawing({ layout, result: RESULT, frame: allKnown }));
  const unit = elementWith(markup, 'data-unit="1,0"');
  assert.match(unit, /data-activation="0\.5841905229354073"/);
  assert.match(unit, /data-pre-activation="0\.34"/);
  assert.match(
    elementWith(markup, 'data-unit="2,0"'),
    /data-error-signal="-0\.010484254563090536"/,
  );
  const weight = elementWith(markup, 'data-weight="0,0,1"');
  assert.match(weight, /data-value="0\.4"/);
  assert.match(weight, /data-gradient="-0\.000642589"/);
});

test("on screen numbers are rounded, and a weight has its sign", () => {
  const markup = html(networkDrawing({ layout, result: RESULT, frame: allKnown }));
  for (const text of [">0.5842<", ">+0.4<", ">−0.5<", ">0.001072<", ">−0.000764<"]) {
    assert.ok(markup.includes(text), text);
  }
});

test("before the first step only inputs, weights and the target have numbers", () => {
  const markup = html(networkDrawing({ layout, result: RESULT, frame: nothingYet }));
  for (const text of [">0.5<", ">0.8<", ">+0.2<", ">0.7<"]) assert.ok(markup.includes(text), text);
  for (const text of [">0.5842<", ">0.34<", ">0.001072<"]) assert.ok(!markup.includes(text), text);
});

test("a negative weight's line is another than a positive one's", () => {
  const markup = html(networkDrawing({ layout, result: RESULT, frame: nothingYet }));
  assert.match(elementWith(markup, 'data-place="weight:1,1,0"'), /is-negative/);
  assert.doesNotMatch(elementWith(markup, 'data-place="weight:1,0,0"'), /is-negative/);
});

test("every place has a spoken name, which tells what is known", () => {
  const before = html(networkDrawing({ layout, result: RESULT, frame: nothingYet }));
  assert.match(before, /aria-label="weight from input 1 to hidden unit 2, 0\.4"/);
  assert.match(before, /aria-label="hidden unit 1"/);
  const after = html(networkDrawing({ layout, result: RESULT, frame: allKnown, frozen: [0] }));
  assert.match(
    after,
    /aria-label="weight from input 1 to hidden unit 1, 0\.2, frozen, gradient −0\.000764"/,
  );
  assert.match(
    after,
    /aria-label="hidden unit 1, pre-activation 0\.34, activation 0\.5842, error signal −0\.001528"/,
  );
});

test("a drawing is one tab stop: the place last stood on, else the selected weight", () => {
  const selected = { layer: 1, source: 0, target: 0 };
  const stops = (/** @type {object} */ more) => {
    const markup = html(networkDrawing({ layout, result: RESULT, frame: nothingYet, ...more }));
    const found = markup.match(/<[^>]*tabindex="0"[^>]*>/g) ?? [];
    return found.map((tag) => /data-place="([^"]*)"/.exec(tag)?.[1]);
  };
  assert.deepEqual(stops({}), ["input:0"]);
  assert.deepEqual(stops({ selected }), ["weight:1,0,0"]);
  assert.deepEqual(stops({ selected, current: "unit:1,1" }), ["unit:1,1"]);
  assert.deepEqual(stops({ selected, current: "bias:9,9" }), ["weight:1,0,0"]);
});

test("nothing in a drawing needs an inline style", () => {
  const markup = html(networkDrawing({ layout, result: RESULT, frame: allKnown }));
  assert.doesNotMatch(markup, /\sstyle=/);
});

test("an update strikes the old value out and writes the new one, but not for a frozen weight", () => {
  const frame = {
    ...allKnown,
    updated: new Map([
      ["weight:0,0,0", 0.25],
      ["weight:0,0,1", 0.45],
    ]),
  };
  const markup = html(networkDrawing({ layout, result: RESULT, frame, frozen: [1] }));
  assert.ok(markup.includes(">+0.25<"));
  assert.ok(!markup.includes(">+0.45<"));
  assert.equal(markup.match(/is-old/g)?.length, 1);
});

test("the table of values has every unit and every weight", () => {
  const markup = html(valuesTable({ result: RESULT }));
  const rows = markup.match(/<tr>.*?<\/tr>/g) ?? [];
  const cells = rows.map((row) =>
    row
      .replaceAll(/<\/t[hd]>/g, "|")
      .replaceAll(/<[^>]*>/g, "")
      .split("|")
      .map((cell) => cell.trim())
      .filter(Boolean),
  );
  assert.deepEqual(cells[3], ["Hidden unit 1", "0.34", "0.5841905229354073", "−0.0015280504689"]);
  assert.deepEqual(cells.at(-1), [
    "Weight from hidden unit 2 to the output",
    "−0.5",
    "−0.005971268",
  ]);
  assert.deepEqual(cells[7], ["Input 1", "0.5", "−0.0008196810308"]);
  assert.equal(cells.length, 1 + 5 + 1 + 2 + 1 + 6);
});
