import assert from "node:assert/strict";
import test from "node:test";
import { EpochRate } from "../../../../web/figures/xor/training/epoch_rate.js";
import { TrainingLoop } from "../../../../web/figures/xor/training/training_loop.js";
import { recorded, result } from "./xor_recording.js";

/** @import { TrainAnswer, TrainMessage } from "../../../../web/figures/xor/xor_messages.js" */

/** A figure that counts epochs, and an engine whose every answer the test gives by hand. */
class Counter {
  constructor() {
    this.epoch = 0;
    this.mayAsk = true;
    this.losses = 0;
    /** @type {{message: TrainMessage, resolve: (result: TrainAnswer) => void, reject: (error: Error) => void}[]} */
    this.asked = [];
    this.loop = new TrainingLoop({
      ask: (message) =>
        new Promise((resolve, reject) => this.asked.push({ message, resolve, reject })),
      mayAsk: () => this.mayAsk,
      next: () => ({ ...recorded.message, state: result(this.epoch).state }),
      take: (answer) => {
        this.epoch =
          /** @type {import("../../../../web/figures/xor/xor_messages.js").TrainResult} */ (
            answer
          ).state.epoch;
      },
      lost: () => {
        this.losses += 1;
      },
      isUnhurried: () => false,
      picture: () => Promise.resolve(),
    });
  }

  get lastEpoch() {
    return this.asked.at(-1)?.message.state?.epoch;
  }

  /** Answer the newest question, and let the loop hear it. @param {number} epoch */
  async answer(epoch) {
    this.asked.at(-1)?.resolve(result(epoch));
    await settled();
  }

  async fail() {
    this.asked.at(-1)?.reject(new Error("crashed"));
    await settled();
  }
}

/** Everything that was promised so far has been heard. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

test("each answer is followed by the next slice, from where the last one ended", async () => {
  const figure = new Counter();
  figure.loop.start();
  assert.equal(figure.lastEpoch, 0);
  await figure.answer(10);
  assert.equal(figure.lastEpoch, 10);
  await figure.answer(20);
  assert.equal(figure.asked.length, 3);
  assert.equal(figure.epoch, 20);
});

test("an answer that comes after Pause is dropped", async () => {
  const figure = new Counter();
  figure.loop.start();
  figure.loop.stop();
  await figure.answer(10);
  assert.equal(figure.epoch, 0);
  assert.equal(figure.asked.length, 1);
});

test("after Pause and Train at once, only what was asked since then counts", async () => {
  const figure = new Counter();
  figure.loop.start();
  figure.loop.stop();
  figure.loop.start();
  await figure.answer(10);
  assert.equal(figure.epoch, 0);
  assert.equal(figure.lastEpoch, 0);
  await figure.answer(12);
  assert.equal(figure.epoch, 12);
});

test("a slice that was lost with the engine is asked again when it is back", async () => {
  const figure = new Counter();
  figure.loop.start();
  await figure.answer(10);
  figure.mayAsk = false;
  await figure.fail();
  assert.equal(figure.losses, 1);
  assert.equal(figure.asked.length, 2);
  figure.mayAsk = true;
  figure.loop.wake();
  assert.equal(figure.lastEpoch, 10);
  await figure.answer(20);
  assert.equal(figure.epoch, 20);
});

test("nothing is asked while nobody looks, and training goes on when somebody does", async () => {
  const figure = new Counter();
  figure.mayAsk = false;
  figure.loop.start();
  assert.equal(figure.asked.length, 0);
  figure.mayAsk = true;
  figure.loop.wake();
  assert.equal(figure.asked.length, 1);
});

test("waking a loop that is at work does not ask twice", () => {
  const figure = new Counter();
  figure.loop.start();
  figure.loop.wake();
  assert.equal(figure.asked.length, 1);
});

test("the rate is what the clock saw: 300 epochs in 250 ms are 1,200 a second", () => {
  const rate = new EpochRate();
  rate.see(1000, 0);
  rate.see(1100, 90);
  assert.equal(rate.perSecond, null);
  rate.see(1250, 300);
  assert.equal(rate.perSecond, 1200);
});

test("a pause is not measured", () => {
  const rate = new EpochRate();
  rate.see(0, 0);
  rate.begin();
  rate.see(60_000, 100);
  rate.see(60_500, 200);
  assert.equal(rate.perSecond, 200);
});
