import assert from "node:assert/strict";
import test from "node:test";
import { XorTraining } from "../../../../web/figures/xor/training/xor_training.js";
import { describe, recorded, result } from "./xor_recording.js";

/** @import { TrainAnswer, TrainMessage } from "../../../../web/figures/xor/xor_messages.js" */

globalThis.requestAnimationFrame ??= (/** @type {FrameRequestCallback} */ draw) => {
  setImmediate(() => draw(0));
  return 0;
};

const SLOW = { learning_rate: 0.5, momentum: 0.9, batch_size: null };
/** Longer than what is gone through before it is shown. */
const LONG = 100_000;

/**
 * A page with an engine whose weights tell the epoch, and which does so many epochs in a slice; a
 * second takes it `pace` of them.
 */
class Page {
  /** @param {{slice?: number, pace?: number}} [engine] */
  constructor({ slice = 10_000, pace = 60_000 } = {}) {
    this.slice = slice;
    this.pace = pace;
    /** @type {TrainMessage[]} */
    this.asked = [];
    this.visible = true;
    this.isLost = false;
    this.changes = 0;
    this.settings = {
      model: "network",
      hidden_units: 2,
      activation: "sigmoid",
      output_activation: "sigmoid",
      batch: "full",
      initial_range: 1,
      seed: 7,
      examples: null,
      standardise: false,
      held_out_percent: 0,
      speed: "3",
      log_scale: false,
      more_controls: false,
      selected: null,
      ...{ learning_rate: SLOW.learning_rate, momentum: SLOW.momentum },
    };
    const nothing = () => {};
    this.training = new XorTraining(
      /** @type {any} */ ({
        describe,
        status: { kind: "ready" },
        ask: (/** @type {TrainMessage} */ message) => this.#answer(message),
        refuse: assert.fail,
        changed: nothing,
        requestUpdate: nothing,
        startPython: nothing,
        setBusy: nothing,
        announce: nothing,
        page: this,
        get visible() {
          return this.page.visible;
        },
      }),
      recorded,
      this.settings,
    );
  }

  get record() {
    return this.training.run.record;
  }

  get earlier() {
    return this.training.run.earlier;
  }

  /** @param {object} settings some other ones */
  set(settings) {
    this.settings = { ...this.settings, ...settings };
    this.training.applySettings(this.settings);
  }

  /** @param {number} epoch @param {object} [fields] */
  place(epoch, fields = {}) {
    const parameters = weightsAt(epoch);
    this.training.placeRun({ epoch, parameters, ...fields });
  }

  /** Go on until a condition holds. @param {() => boolean} condition */
  async until(condition) {
    for (let turns = 0; !condition(); turns += 1) {
      assert.ok(turns < 10_000, "it never comes");
      await soon();
    }
  }

  /** Nothing is asked any more. */
  async quiet() {
    let before = -1;
    while (before < this.asked.length) {
      before = this.asked.length;
      await soon();
      await soon();
    }
  }

  /** @param {TrainMessage} message @returns {Promise<TrainAnswer>} */
  async #answer(message) {
    this.asked.push(message);
    await soon();
    if (this.isLost) throw new Error("crashed");
    const from = message.state?.epoch ?? 0;
    const epochs = Math.min(message.epochs ?? 0, message.time_limit ? this.slice : message.epochs);
    const losses = Array.from({ length: epochs }, (_, index) => 1 / (1 + from + index));
    const answer = result(from + epochs, { losses });
    const state = { ...answer.state, parameters: weightsAt(from + epochs) };
    return { ...answer, state, seconds: epochs / this.pace };
  }
}

/** @param {number} epoch */
const weightsAt = (epoch) => new Array(9).fill(epoch / 1e9);

/** All that was promised so far has been heard. */
const soon = () => new Promise((resolve) => setImmediate(resolve));

test("a short run is shown with its curve, at once", async () => {
  const page = new Page();
  page.place(500);
  await page.until(() => page.record.frame.state.epoch === 500);
  assert.equal(page.record.lossesShown.length, 500);
  assert.equal(page.earlier.notice, null);
});

test("a long run is shown at once, and its curve and pictures come after", async () => {
  const page = new Page();
  page.place(LONG);
  await page.until(() => page.record.frame.state.epoch === LONG);
  assert.equal(page.asked[0].state?.epoch, LONG);
  assert.equal(page.record.history.length, 0);
  assert.deepEqual(page.earlier.notice, { kind: "going", epoch: 0, of: LONG });
  await page.until(() => page.earlier.notice === null);
  assert.equal(page.record.frame.state.epoch, LONG);
  assert.equal(page.record.history.firstEpoch, 0);
  assert.equal(page.record.lossesShown.length, LONG);
  assert.equal(page.record.lossesShown[LONG - 1], 1 / LONG);
  assert.equal(page.record.frames[0].state.epoch, 0);
  assert.ok(page.record.frames.length > 50);
});

test("it waits while the reader trains, and comes before what was trained meanwhile", async () => {
  const page = new Page();
  page.place(LONG);
  await page.until(() => page.earlier.notice !== null);
  page.training.train();
  await page.until(() => page.record.frame.state.epoch > LONG + 20);
  const { epoch } = /** @type {{epoch: number}} */ (page.earlier.notice);
  await page.until(() => page.record.frame.state.epoch > LONG + 40);
  assert.equal(/** @type {{epoch: number}} */ (page.earlier.notice).epoch, epoch);
  page.training.pause();
  page.training.show(2);
  const shown = page.record.frame;
  await page.until(() => page.earlier.notice === null);
  assert.equal(page.record.frame, shown);
  assert.equal(page.record.lossesShown.length, shown.state.epoch);
  assert.equal(page.record.history.length, page.record.last.state.epoch);
});

test("epochs that are asked for one by one go first", async () => {
  const page = new Page();
  page.place(LONG);
  await page.until(() => page.earlier.notice !== null);
  page.training.step(3);
  await page.until(() => page.record.frame.state.epoch === LONG + 3);
  assert.equal(page.earlier.notice?.kind, "going");
  await page.until(() => page.earlier.notice === null);
  assert.equal(page.record.lossesShown.length, LONG + 3);
});

test("out of sight it rests, and when the engine is lost it asks for the same again", async () => {
  const page = new Page();
  page.place(LONG);
  await page.until(() => page.asked.length === 4);
  page.visible = false;
  await page.quiet();
  const asked = page.asked.length;
  page.visible = true;
  page.isLost = true;
  page.training.visibilityChanged();
  await page.quiet();
  assert.equal(page.asked.length, asked + 1);
  page.isLost = false;
  page.training.statusChanged();
  await soon();
  assert.deepEqual(page.asked[asked + 1], page.asked[asked]);
  await page.until(() => page.earlier.notice === null);
  assert.equal(page.record.lossesShown.length, LONG);
});

/** @type {Record<string, (page: Page) => void>} */
const LEAVING = {
  "is reset": (page) => page.training.reset(),
  "is for another network": (page) => {
    page.set({ seed: 8 });
    page.training.requestStart();
  },
  "gives way to another link": (page) => page.place(12),
  "ends with its figure": (page) => page.training.end(),
};
for (const [name, leave] of Object.entries(LEAVING)) {
  test(`a run that ${name} is gone through no more`, async () => {
    const page = new Page();
    page.place(LONG);
    await page.until(() => page.asked.length === 4);
    leave(page);
    await page.quiet();
    assert.equal(page.earlier.notice, null);
    assert.ok(page.asked.slice(4).every(({ state }) => (state?.epoch ?? 0) <= 12));
    assert.ok(page.record.history.length <= 12);
  });
}

test("a run that leads elsewhere is left out, and no link says how it was trained", async () => {
  const page = new Page();
  page.place(LONG, { parameters: new Array(9).fill(0.25) });
  await page.until(() => page.earlier.notice?.kind === "unknown");
  assert.equal(page.record.history.length, 0);
  assert.deepEqual(page.training.run.standing.legs, []);
  page.training.step(3);
  await page.quiet();
  assert.deepEqual(page.training.run.standing.legs, []);
  const asked = page.asked.length;
  page.place(LONG, { legs: [] });
  await page.quiet();
  assert.equal(page.asked.length, asked + 1);
  assert.equal(page.earlier.notice?.kind, "unknown");
});

test("settings that are changed meanwhile do not change how the run was trained", async () => {
  const page = new Page();
  page.place(LONG);
  await page.until(() => page.asked.length === 4);
  page.set({ learning_rate: 2 });
  assert.deepEqual(page.training.run.standing.legs, [{ from: 0, ...SLOW }]);
  await page.until(() => page.earlier.notice === null);
  assert.ok(page.asked.slice(1).every(({ learning_rate }) => learning_rate === 0.5));
  assert.deepEqual(page.training.run.standing.legs, [{ from: 0, ...SLOW }]);
});

test("each leg is gone through as it was trained", async () => {
  const page = new Page();
  const fast = { ...SLOW, learning_rate: 2 };
  const legs = [
    { from: 0, ...SLOW },
    { from: 33_333, ...fast },
  ];
  page.place(LONG, { legs });
  await page.until(() => page.asked.length > 1 && page.earlier.notice === null);
  const trained = page.asked.slice(1).filter(({ epochs, state }) => epochs && state);
  for (const { state, epochs, learning_rate } of trained) {
    const from = state?.epoch ?? 0;
    assert.equal(learning_rate, from < 33_333 ? 0.5 : 2);
    assert.ok(from >= 33_333 || from + epochs <= 33_333);
  }
  assert.deepEqual(page.training.run.standing.legs, legs);
});

test("a run of many minutes is gone through if the reader wants it", async () => {
  const page = new Page({ slice: 1000, pace: 600 });
  page.place(LONG);
  await page.until(() => page.earlier.notice?.kind === "long");
  await page.quiet();
  assert.equal(page.record.history.length, 0);
  page.training.replayEarlier();
  assert.equal(page.earlier.notice?.kind, "going");
  await page.until(() => page.earlier.notice === null);
  assert.equal(page.record.lossesShown.length, LONG);
});

test("a run of more epochs than a page can hold is left out", async () => {
  const page = new Page();
  page.place(1e9);
  await page.until(() => page.earlier.notice?.kind === "too_much");
  await page.quiet();
  assert.equal(page.asked.length, 1);
});

test("why a run ended is said at once, and a run that is said to have diverged is not trained on", async () => {
  const page = new Page();
  page.place(LONG, { ended: "loss_below" });
  await page.until(() => page.asked.length > 0);
  assert.equal(page.asked[0].stopping?.loss_below, 0.01);
  assert.equal(page.asked[0].epochs, 0);
  await page.quiet();
  page.place(LONG, { ended: "diverged", legs: [] });
  await page.until(() => page.earlier.notice?.kind === "unknown");
  assert.equal(page.record.frame.state.epoch, LONG);
});
