import assert from "node:assert/strict";
import test from "node:test";
import { LossHistory } from "../../../../web/figures/xor/training/loss_history.js";
import { legsOf, legsToShare } from "../../../../web/figures/xor/training/training_legs.js";
import { TrainingRecord } from "../../../../web/figures/xor/training/training_record.js";
import { describe, recorded, result } from "./xor_recording.js";

const SLOW = { learning_rate: 0.1, momentum: 0, batch_size: null };
const FAST = { ...SLOW, learning_rate: 2 };

test("a loss history keeps every loss however long it grows", () => {
  const history = new LossHistory();
  for (let slice = 0; slice < 30; slice += 1) {
    history.append(Array.from({ length: 100 }, (_, index) => slice * 100 + index));
  }
  assert.equal(history.length, 3000);
  assert.equal(history.losses[0], 0);
  assert.equal(history.losses[1234], 1234);
  assert.equal(history.losses[2999], 2999);
});

test("a history that is cut forgets the epochs after the cut, counted from where it began", () => {
  const history = new LossHistory(100);
  history.append([5, 4, 3, 2]);
  history.cutAt(102);
  assert.deepEqual([...history.losses], [5, 4]);
});

test("a thinned curve keeps its first loss and its spikes, and stays in order", () => {
  const losses = new Float64Array(100_000).fill(0.5);
  losses[33_333] = 9;
  losses[66_666] = 0.001;
  const history = new LossHistory();
  for (let begin = 0; begin < losses.length; begin += 700) {
    history.append(losses.subarray(begin, begin + 700));
  }
  const points = history.extremes();
  assert.ok(points.length <= 601, `${points.length} points`);
  assert.deepEqual(points[0], { epoch: 0, loss: 0.5 });
  assert.ok(points.some(({ epoch, loss }) => epoch === 33_333 && loss === 9));
  assert.ok(points.some(({ epoch, loss }) => epoch === 66_666 && loss === 0.001));
  assert.ok(points.every(({ epoch }, index) => index === 0 || epoch > points[index - 1].epoch));
});

test("a short curve is drawn whole, but for what is not a number", () => {
  const history = new LossHistory(7);
  history.append([0.3, Number.NaN, 0.2]);
  assert.deepEqual(history.extremes(), [
    { epoch: 7, loss: 0.3 },
    { epoch: 9, loss: 0.2 },
  ]);
});

test("a thinned curve that is cut ends at the cut", () => {
  const history = new LossHistory();
  history.append(Array.from({ length: 5000 }, (_, epoch) => 5000 - epoch));
  history.cutAt(1000);
  assert.deepEqual(history.extremes().at(-1), { epoch: 999, loss: 4001 });
});

test("a recording is shown from its start and knows every loss", () => {
  const record = new TrainingRecord(recorded.start, recorded.frames);
  assert.equal(record.frame.state.epoch, 0);
  assert.equal(record.lossesShown.length, 0);
  record.show(2);
  assert.equal(record.frame.state.epoch, 20);
  assert.equal(record.lossesShown.length, 20);
  assert.equal(record.history.length, 40);
});

test("going on from an earlier picture drops what came after it", () => {
  const record = new TrainingRecord(recorded.start, recorded.frames);
  record.show(1);
  record.continueFromShown(SLOW);
  assert.equal(record.isAtEnd, true);
  assert.equal(record.history.length, 10);
  record.append(result(15, { losses: [9, 9, 9, 9, 9] }));
  assert.equal(record.frame.state.epoch, 15);
  assert.deepEqual([...record.lossesShown].slice(-5), [9, 9, 9, 9, 9]);
});

test("a record knows how its epochs were trained, whatever was set in between", () => {
  const record = new TrainingRecord(recorded.start);
  const train = (/** @type {any} */ way, /** @type {number} */ epoch) => {
    record.continueFromShown(way);
    record.append(result(epoch, { losses: new Array(10).fill(1) }));
  };
  train(SLOW, 10);
  train(SLOW, 20);
  record.continueFromShown(SLOW);
  train(FAST, 30);
  const legs = [
    { from: 0, ...SLOW },
    { from: 20, ...FAST },
  ];
  assert.deepEqual(record.legsShown, legs);
  record.show(1);
  assert.deepEqual(record.legsShown, legs.slice(0, 1));
  train(SLOW, 20);
  assert.deepEqual(record.legsShown, legs.slice(0, 1));
  assert.equal(legsToShare(legs, 30, SLOW), legs);
  assert.equal(legsToShare(legs.slice(0, 1), 20, SLOW), null);
  assert.equal(legsToShare([], 0, SLOW), null);
  assert.deepEqual(legsToShare(legs.slice(1), 30, SLOW), []);
  assert.deepEqual(legsToShare([], 30, SLOW), []);
  const many = Array.from({ length: 401 }, (_, from) => ({ ...SLOW, from, learning_rate: from }));
  assert.equal(legsToShare(many.slice(0, 400), 401, SLOW)?.length, 400);
  assert.deepEqual(legsToShare(many, 401, SLOW), []);
});

/** @type {[unknown, RegExp][]} */
const NO_LEGS = [
  ["fast", /list of 0 to 400/],
  [[{ from: 5, ...SLOW }], /from epoch 0 on/],
  [
    [
      { from: 0, ...SLOW },
      { from: 0, ...FAST },
    ],
    /in order/,
  ],
  [[{ from: 0, ...SLOW, momentum: 1 }], /momentum/],
  [[{ from: 0, ...SLOW, batch_size: 0.5 }], /batch size/],
  [[null], /from/],
];
for (const [given, said] of NO_LEGS) {
  test(`${JSON.stringify(given)} are no legs of a run`, () => {
    assert.throws(() => legsOf("legs", given, describe.limits), said);
  });
}

test("no legs are those of a run that nobody knows", () => {
  assert.deepEqual(legsOf("legs", [], describe.limits), []);
});

test("the run before a record comes in front of it, and the same picture stays shown", () => {
  const earlier = new TrainingRecord(result(0));
  for (let epoch = 1; epoch <= 200; epoch += 1) earlier.append(result(epoch, { losses: [1] }));
  const record = new TrainingRecord(result(200));
  for (let epoch = 201; epoch <= 400; epoch += 1) record.append(result(epoch, { losses: [2] }));
  record.show(50);
  const { frame } = record;
  assert.equal(frame.state.epoch, 250);
  record.precede(earlier);
  assert.equal(record.frame, frame);
  assert.deepEqual([...record.lossesShown], [...Array(200).fill(1), ...Array(50).fill(2)]);
  assert.equal(record.history.length, 400);
  const epochs = record.frames.map(({ state }) => state.epoch);
  assert.ok(epochs.length <= 240, `${epochs.length} pictures`);
  assert.deepEqual([epochs[0], epochs.at(-1)], [0, 400]);
  assert.ok(epochs.every((epoch, index) => index === 0 || epoch > epochs[index - 1]));
});

test("no picture can be shown that is not there", () => {
  const record = new TrainingRecord(recorded.start, recorded.frames);
  record.show(99);
  assert.equal(record.frame.state.epoch, 40);
  record.show(-3);
  assert.equal(record.frame.state.epoch, 0);
});

test("a long run keeps few pictures, evenly spaced, with its first and its last", () => {
  const record = new TrainingRecord(recorded.start);
  for (let epoch = 1; epoch <= 5000; epoch += 1) record.append(result(epoch, { losses: [0.1] }));
  const epochs = record.frames.map(({ state }) => state.epoch);
  assert.ok(epochs.length > 100 && epochs.length <= 240, `${epochs.length} pictures`);
  assert.equal(epochs[0], 0);
  assert.equal(epochs.at(-1), 5000);
  const gaps = epochs.slice(1).map((epoch, index) => epoch - epochs[index]);
  assert.ok(Math.max(...gaps) <= 100, `a gap of ${Math.max(...gaps)} epochs`);
  assert.equal(record.history.length, 5000);
});
