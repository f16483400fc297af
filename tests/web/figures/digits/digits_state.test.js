import assert from "node:assert/strict";
import test from "node:test";
import { digitsMessage, withDigits } from "../../../../web/figures/digits/digits_state.js";
import { framesOf, tilesOf } from "../../../../web/figures/digits/tiles.js";
import { describe, opening } from "./linked.js";

const known = /** @type {any} */ ({ epoch: 4, parameters: [1, 2], records: {} });

test("a question trains one epoch more than is known, and hands the run back", () => {
  const wanted = { ...opening, epochs: 30 };
  assert.equal(digitsMessage(wanted).epochs, 1);
  const message = digitsMessage(wanted, known);
  assert.equal(message.epochs, 5);
  assert.deepEqual(message.run, known);
  const before = digitsMessage({ ...opening, epochs: 3 }, known);
  assert.deepEqual([before.epochs, before.run], [1, undefined]);
});

test("another setting begins anew, another image or digit without steps", () => {
  const run = { ...opening, epochs: 30, steps: 4 };
  assert.equal(withDigits(run, { seed: 2 }, describe).state.epochs, 1);
  const image = withDigits(run, { image: 9 }, describe).state;
  assert.deepEqual([image.steps, image.epochs], [0, 30]);
  assert.equal(withDigits(run, { digit: 5, steps: 2 }, describe).state.steps, 2);
  assert.equal(withDigits(run, { digit: 3 }, describe).state.steps, 4);
});

test("each picture has its own column of the weights, and a shade by size and sign", () => {
  const values = new Float64Array(128); // two pictures
  values[0] = 6; // the first dot of the first
  values[1] = -3; // the first dot of the second
  values[2 * 9] = 0.4; // the first, second row, second dot: too small for a shade
  values[2 * 63 + 1] = 2; // the last dot of the second
  const tiles = tilesOf(values, 2, 4);
  assert.deepEqual([tiles.width, tiles.height], [17, 8]);
  assert.deepEqual(Object.fromEntries(tiles.shades.map(({ name, path }) => [name, path])), {
    "above-6": "M0,0h1v1h-1z",
    "below-3": "M9,0h1v1h-1z",
    "above-2": "M16,7h1v1h-1z",
  });
  assert.equal(framesOf(2, 1), "M0,0h8v8h-8zM0,9h8v8h-8z");
});
