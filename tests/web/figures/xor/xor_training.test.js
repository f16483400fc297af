import assert from "node:assert/strict";
import test from "node:test";
import { EpochRate } from "../../../../web/figures/xor/training/epoch_rate.js";
import { XorTraining } from "../../../../web/figures/xor/training/xor_training.js";
import { xorOpening } from "../../../../web/figures/xor/xor_state.js";
import { describe, recorded, result } from "./xor_recording.js";

/** @import { TrainAnswer, TrainMessage } from "../../../../web/figures/xor/xor_messages.js" */

/** @type {FrameRequestCallback[]} what waits for the screen's next picture */
let waiting = [];
globalThis.requestAnimationFrame = (draw) => waiting.push(draw);

/** The screen shows its next picture. */
function showPicture() {
  const due = waiting;
  waiting = [];
  for (const draw of due) draw(0);
}

/** Everything that was promised so far has been heard. */
const heard = () => new Promise((resolve) => setImmediate(resolve));

/** A figure in training, and an engine whose every answer the test gives by hand. */
class Page {
  constructor({ speed = "fastest", status = "ready" } = {}) {
    /** @type {{message: TrainMessage, resolve: (result: TrainAnswer) => void, reject: (error: Error) => void}[]} */
    this.asked = [];
    /** @type {string[]} */
    this.told = [];
    const tell = (/** @type {string} */ what) => () => this.told.push(what);
    this.host = /** @type {any} */ ({
      describe,
      status: { kind: status },
      visible: true,
      ask: (/** @type {TrainMessage} */ message) =>
        new Promise((resolve, reject) => this.asked.push({ message, resolve, reject })),
      refuse: (/** @type {{field: string}} */ { field }) => this.told.push(`refuse ${field}`),
      announce: (/** @type {string} */ sentence) => this.told.push(sentence),
      changed: tell("changed"),
      startPython: tell("start"),
      setBusy: (/** @type {boolean} */ busy) => this.told.push(busy ? "busy" : "free"),
      requestUpdate() {},
    });
    this.settings = { ...xorOpening(recorded.message), speed };
    this.training = new XorTraining(this.host, recorded, this.settings);
  }

  /** A page on which Python has confirmed the recorded start. @param {{speed?: string}} [options] */
  static async confirmed(options) {
    const page = new Page(options);
    page.training.statusChanged();
    await page.answer(0);
    return page;
  }

  get run() {
    return this.training.run;
  }

  get epoch() {
    return this.run.record.frame.state.epoch;
  }

  /** From which epoch the newest question goes on. */
  get lastEpoch() {
    return this.asked.at(-1)?.message.state?.epoch;
  }

  /**
   * Answer the newest question, and let the figure hear it.
   * @param {number} epoch
   * @param {Parameters<typeof result>[1]} [given]
   */
  async answer(epoch, given) {
    this.asked.at(-1)?.resolve(result(epoch, given));
    await heard();
  }

  async refuse() {
    this.asked.at(-1)?.resolve({
      kind: "error",
      code: "bad_value",
      field: "learning_rate",
      message: "No.",
    });
    await heard();
  }

  /** The engine is lost with the newest question. */
  async lose() {
    this.host.status = { kind: "loading" };
    this.asked.at(-1)?.reject(new Error("crashed"));
    await heard();
  }

  async bringBack() {
    this.host.status = { kind: "ready" };
    this.training.statusChanged();
    await heard();
  }
}

test("each answer is followed by the next slice, from where the last one ended", async () => {
  const page = await Page.confirmed();
  page.training.train();
  assert.equal(page.lastEpoch, 0);
  await page.answer(10);
  assert.equal(page.lastEpoch, 10);
  await page.answer(20);
  assert.equal(page.asked.length, 4);
  assert.equal(page.epoch, 20);
});

test("an answer that comes after Pause is dropped", async () => {
  const page = await Page.confirmed();
  page.training.train();
  page.training.pause();
  await page.answer(10);
  assert.equal(page.epoch, 0);
  assert.equal(page.asked.length, 2);
});

test("after Pause and Train at once, only what was asked since then counts", async () => {
  const page = await Page.confirmed();
  page.training.train();
  page.training.pause();
  page.training.train();
  await page.answer(10);
  assert.equal(page.epoch, 0);
  assert.equal(page.lastEpoch, 0);
  await page.answer(12);
  assert.equal(page.epoch, 12);
});

test("a slice that was lost with the engine is asked again when it is back", async () => {
  const page = await Page.confirmed();
  page.training.train();
  await page.answer(10);
  assert.equal(page.training.isLost, false);
  await page.lose();
  assert.equal(page.training.isLost, true);
  assert.equal(page.asked.length, 3);
  await page.bringBack();
  assert.equal(page.training.isLost, false);
  assert.equal(page.lastEpoch, 10);
  await page.answer(20);
  assert.equal(page.epoch, 20);
});

test("nothing is asked while nobody looks, and training goes on when somebody does", async () => {
  const page = await Page.confirmed();
  page.host.visible = false;
  page.training.train();
  assert.equal(page.asked.length, 1);
  page.host.visible = true;
  page.training.visibilityChanged();
  assert.equal(page.asked.length, 2);
});

test("a figure that waits for an answer does not ask twice", async () => {
  const page = await Page.confirmed();
  page.training.train();
  page.training.statusChanged();
  page.training.visibilityChanged();
  assert.equal(page.asked.length, 2);
});

test("slow training shows each slice before it asks for the next", async () => {
  const page = await Page.confirmed({ speed: "3" });
  page.training.train();
  assert.equal(page.asked.at(-1)?.message.epochs, 3);
  await page.answer(3);
  assert.equal(page.asked.length, 2);
  showPicture();
  assert.deepEqual([page.asked.length, page.lastEpoch], [3, 3]);
});

test("another start that is asked for comes before training, which then goes on from it", async () => {
  const page = await Page.confirmed();
  page.training.train();
  await page.answer(10);
  page.training.applySettings({ ...page.settings, seed: 8 });
  page.training.requestStart();
  page.training.train();
  assert.deepEqual([page.run.state, page.run.isCurrent], ["requested", false]);
  await page.answer(20); // of the run before, which nobody wants any more
  assert.deepEqual([page.lastEpoch, page.epoch], [undefined, 10]);
  assert.equal(page.asked.at(-1)?.message.network.seed, 8);
  await page.answer(0);
  assert.deepEqual([page.run.state, page.epoch, page.lastEpoch], ["current", 0, 0]);
  await page.answer(5);
  assert.equal(page.epoch, 5);
});

test("a start that the engine refuses leaves the earlier run in sight and is not trained on", async () => {
  const page = await Page.confirmed();
  page.training.applySettings({ ...page.settings, seed: 8 });
  page.training.requestStart();
  await page.refuse();
  assert.deepEqual([page.run.state, page.training.problem], ["refused", "No."]);
  assert.ok(page.told.includes("refuse learning_rate"));
  page.training.train();
  page.training.step(5);
  assert.equal(page.asked.length, 2);
  page.training.applySettings(page.settings);
  page.training.reset();
  assert.equal(page.run.isCurrent, true);
  assert.equal(page.training.problem, null);
});

test("a slice that the engine refuses ends training, and says why", async () => {
  const page = await Page.confirmed();
  page.training.train();
  await page.refuse();
  assert.deepEqual([page.training.activity, page.training.problem], ["resting", "No."]);
  assert.equal(page.asked.length, 2);
});

test("epochs that are asked for one by one are trained to the last, in messages of what one may hold", async () => {
  const page = await Page.confirmed();
  page.training.step(2.5e6);
  for (const [epochs, reached] of [
    [1e6, 1e6],
    [1e6, 2e6],
    [5e5, 2.5e6],
  ]) {
    assert.equal(page.asked.at(-1)?.message.epochs, epochs);
    assert.equal(page.asked.at(-1)?.message.stopping?.loss_below, null);
    await page.answer(reached);
  }
  assert.deepEqual([page.epoch, page.training.activity, page.asked.length], [2.5e6, "resting", 4]);
});

test("Train in the middle of single epochs trains on from what is shown", async () => {
  const page = await Page.confirmed();
  page.training.step(1000);
  page.training.train();
  await page.answer(1000);
  assert.deepEqual([page.epoch, page.lastEpoch], [0, 0]);
  await page.answer(7);
  assert.deepEqual([page.epoch, page.lastEpoch], [7, 7]);
});

test("a rule that ends training is told once, and Train goes on past it", async () => {
  const page = await Page.confirmed();
  page.training.train();
  page.told = [];
  const ended = { rule: /** @type {const} */ ("loss_below"), sentence: "Solved.", epoch: 10 };
  await page.answer(10, { ended: /** @type {any} */ (ended) });
  assert.deepEqual(page.told, ["free", "changed", "Solved."]);
  page.training.train();
  assert.equal(page.asked.at(-1)?.message.stopping?.loss_below, null);
});

test("before Python is there the recorded run is played to its end, and then trained on", async () => {
  const page = new Page({ status: "recorded" });
  page.training.train();
  assert.deepEqual([page.epoch, page.asked.length], [0, 0]);
  for (let picture = 0; picture < 200; picture += 1) {
    showPicture();
    await heard();
  }
  assert.deepEqual([page.epoch, page.training.activity], [40, "training"]);
  await page.bringBack();
  assert.equal(page.asked.at(-1)?.message.epochs, 0); // Python confirms the recorded start first
  await page.answer(0);
  assert.deepEqual([page.run.state, page.lastEpoch], ["current", 40]);
  assert.equal(page.run.record.isRecorded, false);
});

test("Reset before Python has answered shows the recorded run again, later a run of the page's own", async () => {
  const page = new Page({ status: "recorded" });
  page.training.show(3);
  page.training.reset();
  assert.deepEqual([page.epoch, page.run.state, page.run.record.frames.length], [0, "recorded", 5]);
  await page.bringBack();
  await page.answer(0);
  page.training.reset();
  assert.deepEqual([page.epoch, page.run.state, page.run.record.frames.length], [0, "current", 1]);
});

test("the message of the settings is made once, however many slices are asked", async () => {
  const page = await Page.confirmed();
  const { message } = page.training;
  page.training.train();
  await page.answer(10);
  assert.equal(page.training.message, message);
  assert.equal(page.asked.at(-1)?.message.network, message.network);
  page.training.applySettings({ ...page.settings, learning_rate: 2 });
  await page.answer(20);
  assert.equal(page.asked.at(-1)?.message.learning_rate, 2);
});

test("the rate is what the clock saw: 300 epochs in 250 ms are 1,200 a second", () => {
  const rate = new EpochRate();
  rate.measure(1000, 0);
  rate.measure(1100, 90);
  assert.equal(rate.perSecond, null);
  rate.measure(1250, 300);
  assert.equal(rate.perSecond, 1200);
});

test("a pause is not measured", () => {
  const rate = new EpochRate();
  rate.measure(0, 0);
  rate.begin();
  rate.measure(60_000, 100);
  rate.measure(60_500, 200);
  assert.equal(rate.perSecond, 200);
});
