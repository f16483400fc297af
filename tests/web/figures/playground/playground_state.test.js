import assert from "node:assert/strict";
import test from "node:test";
import { withChangesByHand } from "../../../../web/figures/playground/changes.js";
import { KnownRun, thinned } from "../../../../web/figures/playground/known_run.js";
import { dots, nearestPoint } from "../../../../web/figures/playground/plane_view.js";
import {
  playgroundMessage,
  withPlayground,
} from "../../../../web/figures/playground/playground_state.js";
import { describe, message, opening } from "./linked.js";

const at = (/** @type {number} */ epoch) =>
  /** @type {any} */ ({ epoch, step: 0, parameters: [epoch], frozen: [] });
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
    opening,
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

const change = { epoch: 3, step: 0, index: 4, value: 0.5 };

test("what is changed by hand comes where the run stands, and the last text of it counts", () => {
  const typed = (/** @type {Record<string, unknown>} */ fields, /** @type {any[]} */ before) =>
    withChangesByHand(fields, before, at(3), describe.limits);
  assert.deepEqual(typed({ "value[4]": "0.5", noise: 1 }, []), { noise: 1, changes: [change] });
  const again = typed({ "value[4]": 0.25, "frozen[4]": true }, [change]);
  assert.deepEqual(again.changes, [
    { ...change, value: 0.25 },
    { epoch: 3, step: 0, index: 4, frozen: true },
  ]);
  assert.deepEqual(typed({ noise: 1 }, [change]), { noise: 1 });
  assert.throws(() => typed({ "value[4]": "much" }, []), { field: "value[4]" });
});

test("a run goes on after a change where it stands, and begins anew after one that lies behind", () => {
  const known = new KnownRun(opening, first(3));
  const now = playgroundMessage({ ...opening, epochs: 3, changes: [change] }, known);
  assert.deepEqual([now.run, now.changes], [at(3), [change]]);
  known.goOn({ ...opening, changes: [change] }, /** @type {any} */ ({ ...first(5), run: at(5) }));
  const later = playgroundMessage({ ...opening, epochs: 9, changes: [change] }, known);
  assert.deepEqual([later.run, later.changes], [at(5), undefined]);
  const without = playgroundMessage({ ...opening, epochs: 9 }, known);
  assert.equal(without.run, null);
  const other = { ...opening, epochs: 9, changes: [{ ...change, value: 2 }] };
  assert.deepEqual(playgroundMessage(other, known).changes, other.changes);
  assert.equal(playgroundMessage(other, known).run, null);
});

test("single batches are asked beside epochs, and fewer of them begin anew", () => {
  const known = new KnownRun(
    opening,
    /** @type {any} */ ({ ...first(0), run: { ...at(0), step: 2 } }),
  );
  const asked = playgroundMessage({ ...opening, steps: 3 }, known);
  assert.deepEqual([asked.run?.step, asked.epochs, asked.steps], [2, 0, 3]);
  assert.equal(playgroundMessage({ ...opening, steps: 1 }, known).run, null);
});

for (const [name, changes, field] of /** @type {[string, unknown, string][]} */ ([
  ["a change before the one in front of it", [change, { ...change, epoch: 2 }], "changes"],
  ["a weight that is too large", [{ ...change, value: 1e7 }], "changes[0].value"],
  ["a change of nothing", [{ epoch: 0, step: 0, index: 0 }], "changes[0].frozen"],
  ["more than 500 changes", Array(501).fill(change), "changes"],
])) {
  test(`${name} is refused by name`, () => {
    const { state, refused } = withPlayground(opening, { changes }, describe);
    assert.deepEqual(state, opening);
    assert.equal(refused[0].field, field);
  });
}

test("another setting leaves changes by hand behind", () => {
  const state = { ...opening, epochs: 3, steps: 2, changes: [change], unit: [1, 0] };
  const { state: next } = withPlayground(state, { hidden_layers: [3] }, describe);
  assert.deepEqual([next.epochs, next.steps, next.changes, next.unit], [0, 0, [], null]);
});

test("of more than two classes each has a mark of its own, and the one in question the other colour", () => {
  const same = (/** @type {number} */ value) => value;
  const plot = /** @type {any} */ ({ x: same, y: same });
  const paths = dots([1, 2, 0, 3, 4, 1, 5, 6, 2], plot, "", 2).values.map(String);
  const [low, high] = paths.filter((text) => text.startsWith("M"));
  assert.match(low, /^M1\.0,2\.0m-3\.4,-3\.4h.*M3\.0,4\.0m-3\.4,0a/);
  assert.match(high, /^M5\.0,6\.0m0,-4\.4l/);
});
