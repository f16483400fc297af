import assert from "node:assert/strict";
import test from "node:test";
import { KnownRun, thinned } from "../../../../web/figures/playground/known_run.js";
import { nearestPoint } from "../../../../web/figures/playground/plane_view.js";
import {
  playgroundMessage,
  withPlayground,
} from "../../../../web/figures/playground/playground_state.js";
import { describe, message, opening } from "./linked.js";

const at = (/** @type {number} */ epoch) =>
  /** @type {any} */ ({ epoch, step: 0, parameters: [epoch] });
/** The first answer of a run of so many epochs. @param {number} epoch */
const first = (epoch) =>
  /** @type {any} */ ({
    run: at(epoch),
    start: {},
    curve: { epochs: [0], training: [0.5], test: [0.6] },
  });

test("the opening asks what the build has recorded", () => {
  assert.deepEqual(playgroundMessage(opening), message);
});

test("a run goes on from where it is known to stand", () => {
  const known = new KnownRun(opening, first(3));
  const asked = playgroundMessage({ ...opening, epochs: 10 }, known);
  assert.deepEqual([asked.run, asked.epochs], [at(3), 7]);
  assert.ok(/** @type {number} */ (asked.time_limit) > 0);
});

test("a run that has not begun begins at the start", () => {
  assert.equal(
    playgroundMessage({ ...opening, epochs: 1 }, new KnownRun(opening, first(0))).run,
    null,
  );
});

test("fewer epochs, or other settings, begin at the start", () => {
  const known = new KnownRun(opening, first(3));
  assert.equal(playgroundMessage({ ...opening, epochs: 2 }, known).run, null);
  assert.equal(playgroundMessage({ ...opening, epochs: 10, seed: "1" }, known).run, null);
});

test("what only the picture depends on goes on", () => {
  const known = new KnownRun(opening, first(3));
  const state = { ...opening, epochs: 3, discretised: true, shows_test_data: true };
  assert.deepEqual(playgroundMessage(state, known).run, at(3));
});

test("another setting has no epochs behind it, unless they are given with it", () => {
  const state = { ...opening, epochs: 7 };
  assert.equal(withPlayground(state, { noise: 10 }, describe).state.epochs, 0);
  assert.equal(withPlayground(state, { noise: 10, epochs: 5 }, describe).state.epochs, 5);
  assert.equal(withPlayground(state, { discretised: true }, describe).state.epochs, 7);
});

test("units of the hidden layers can be typed, and no layer too", () => {
  assert.deepEqual(
    withPlayground(opening, { hidden_layers: "8, 3" }, describe).state.hidden_layers,
    [8, 3],
  );
  assert.deepEqual(
    withPlayground(opening, { hidden_layers: "" }, describe).state.hidden_layers,
    [],
  );
});

for (const [field, value] of Object.entries({
  hidden_layers: "4, 17",
  features: [],
  seed: "",
  dataset: "moon",
  noise: 81,
  example: -1,
  epochs: 0.5,
})) {
  test(`${field} is refused by name and changes nothing`, () => {
    const { state, refused } = withPlayground(opening, { [field]: value }, describe);
    assert.deepEqual(state, opening);
    assert.match(refused[0].field, new RegExp(`^${field}`));
  });
}

test("slices of a run are one curve", () => {
  const known = new KnownRun(opening, first(0));
  known.goOn(
    /** @type {any} */ ({ run: at(1), curve: { epochs: [1], training: [0.4], test: [0.5] } }),
  );
  assert.deepEqual(known.curve, { epochs: [0, 1], training: [0.5, 0.4], test: [0.6, 0.5] });
  assert.equal(known.run.epoch, 1);
});

test("a long curve is thinned, and keeps its ends", () => {
  const epochs = Array.from({ length: 2502 }, (_, index) => index);
  const short = thinned({ epochs, training: epochs, test: epochs });
  assert.ok(short.epochs.length <= 1000);
  assert.deepEqual([short.epochs[0], short.epochs.at(-1)], [0, 2501]);
});

test("a press chooses the nearest point", () => {
  const frame = { x: (/** @type {number} */ x) => 10 * x, y: (/** @type {number} */ y) => -10 * y };
  const points = [0, 0, 1, 3, 4, -1];
  assert.deepEqual(nearestPoint(points, frame, 30, -37), { index: 1, distance: 3 });
  assert.equal(nearestPoint([], frame, 0, 0).index, -1);
});
