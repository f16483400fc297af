import assert from "node:assert/strict";
import test from "node:test";
import { lossesAt, runsText } from "../../../../web/figures/playground/compare/compare_view.js";
import { labels } from "../../../../web/figures/playground/losses_view.js";
import {
  pinnedRun,
  playgroundLink,
  playgroundMessage,
  settingsOf,
  withPlayground,
} from "../../../../web/figures/playground/playground_state.js";
import { describe, message, opening } from "./linked.js";

const curve = { epochs: [0, 10, 20], training: [0.5, 0.3, 0.1], test: [0.6, 0.4, 0.2] };

test("a run is read at the epoch that is nearest, at its last one, and nowhere beyond it", () => {
  assert.deepEqual(lossesAt(curve, 12), { epoch: 10, training: 0.3, test: 0.4 });
  assert.deepEqual(lossesAt(curve, null), { epoch: 20, training: 0.1, test: 0.2 });
  assert.equal(lossesAt(curve, 21), null);
});

test("a file of runs has a line for each epoch, with all digits and with quotes that read back", () => {
  const short = { epochs: [0], training: [0.1 + 0.2], test: [1e-7] };
  const runs = [
    { name: "Run 1", differences: "", curve: short },
    { name: "Run 2", differences: "not yet", curve: null },
    { name: "Now", differences: 'Seed "a" in place of b.', curve: short },
  ];
  assert.equal(
    runsText(runs),
    [
      "run,differences,epoch,training loss,test loss",
      '"Run 1","",0,0.30000000000000004,1e-7',
      '"Now","Seed ""a"" in place of b.",0,0.30000000000000004,1e-7',
      "",
    ].join("\r\n"),
  );
});

test("numbers of curves that end in one place stand above each other", () => {
  const plot = /** @type {any} */ ({
    x: (/** @type {number} */ epoch) => epoch,
    y: (/** @type {number} */ loss) => 100 - 100 * loss,
    top: 10,
  });
  const found = labels([curve, null, { ...curve, test: [1, 1, 0.25] }], plot);
  assert.deepEqual(found, [
    { name: "1", x: 24, y: 80 },
    { name: "3", x: 24, y: 68 },
  ]);
});

test("kept runs change no number of the present one, and come back from a link as they were", () => {
  const run = { ...pinnedRun(opening), batch_size: 1, epochs: 5 };
  const { state } = withPlayground(opening, { pins: [run], read_epoch: 3 }, describe);
  assert.deepEqual(playgroundMessage(state), message);
  assert.equal(settingsOf(state), settingsOf(opening));
  const text = decodeURIComponent(/** @type {string} */ (playgroundLink.pins.write(state.pins)));
  const read = playgroundLink.pins.read("pins", text);
  assert.deepEqual(withPlayground(opening, { pins: read }, describe).state.pins, [run]);
  assert.equal(playgroundLink.pins.write([]), null);
});

for (const [pins, field] of /** @type {[unknown, string][]} */ ([
  [[{ noise: 81 }], "pins[0].noise"],
  [[{}, { seed: "other" }], "pins[1].seed"],
  [["run"], "pins[0]"],
  [Array(13).fill({}), "pins"],
  ["run", "pins"],
])) {
  test(`${JSON.stringify(pins).slice(0, 40)} is refused as ${field}`, () => {
    const { state, refused } = withPlayground(opening, { pins }, describe);
    assert.deepEqual(state, opening);
    assert.equal(refused[0].field, field);
  });
}

test("what is no JSON is no list of runs", () => {
  assert.throws(() => playgroundLink.pins.read("pins", "[{"), { field: "pins" });
});
