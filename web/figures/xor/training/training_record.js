import { LossHistory } from "./loss_history.js";
import { goingOn, legsUntil } from "./training_legs.js";

/** @import { TrainResult } from "../xor_messages.js" */
/** @import { Leg, Way } from "./training_legs.js" */

/** The most pictures of a run that are kept; beyond, every second one is dropped. */
const FRAME_LIMIT = 240;

/**
 * A training run as far as it is known: its pictures in order, which of them is shown, and the loss of every
 * epoch. Recorded runs and those trained here are alike: a reader can go through both, and training
 * continues from the picture that is shown.
 */
export class TrainingRecord {
  /**
   * @param {TrainResult} start
   * @param {TrainResult[]} [later] pictures that are known already
   * @param {Leg[]} [legs] how they were trained
   */
  constructor(start, later = [], legs = []) {
    this.frames = [start];
    this.shown = 0;
    /** The least number of epochs between two pictures. */
    this.stride = 0;
    this.history = new LossHistory(start.state.epoch);
    this.legs = legs;
    /** Whether all of it was trained by the build. */
    this.isRecorded = false;
    for (const frame of later) this.append(frame);
    this.shown = 0;
  }

  get frame() {
    return this.frames[this.shown];
  }

  get last() {
    return this.frames[this.frames.length - 1];
  }

  get isAtEnd() {
    return this.shown === this.frames.length - 1;
  }

  /** The losses of all epochs before the shown picture, as a view. */
  get lossesShown() {
    const count = this.frame.state.epoch - this.history.firstEpoch;
    return this.history.losses.subarray(0, Math.max(0, count));
  }

  /** How the run up to the shown picture was trained. */
  get legsShown() {
    return legsUntil(this.legs, this.frame.state.epoch);
  }

  /**
   * Adds the answer of a slice that began where the record ends, and shows it.
   * @param {TrainResult} result
   */
  append(result) {
    this.history.append(result.losses);
    if (result.state.epoch === this.last.state.epoch) this.frames.pop();
    this.frames.push(withoutLosses(result));
    this.#thin();
  }

  /** Keeps the pictures about evenly spaced in epochs. The newest always stays, and is shown. */
  #thin() {
    const before = this.frames.length - 2;
    if (before >= 1 && this.#gapBefore(before) < this.stride) this.frames.splice(before, 1);
    this.shown = this.frames.length - 1;
    if (this.frames.length > FRAME_LIMIT) this.#halve();
  }

  /** Drops every second picture, but not the one that is shown. */
  #halve() {
    const { frame } = this;
    const end = this.frames.length - 1;
    const isKept = (/** @type {number} */ index) =>
      index % 2 === 0 || index === end || index === this.shown;
    this.frames = this.frames.filter((_, index) => isKept(index));
    this.shown = this.frames.indexOf(frame);
    this.stride = (this.last.state.epoch - this.frames[0].state.epoch) / (FRAME_LIMIT / 2);
  }

  /** @param {number} index */
  #gapBefore(index) {
    return this.frames[index].state.epoch - this.frames[index - 1].state.epoch;
  }

  /**
   * Drops everything after the shown picture, so that training continues there.
   * @param {Way} way how it is trained
   */
  continueFromShown(way) {
    const { epoch } = this.frame.state;
    this.isRecorded = false;
    this.legs = goingOn(this.legs, epoch, way);
    if (this.isAtEnd) return;
    this.frames.length = this.shown + 1;
    this.history.cutAt(epoch);
  }

  /**
   * Puts the run that led to the start of this record before it. The same picture stays shown.
   * @param {TrainingRecord} earlier
   */
  precede(earlier) {
    const { shown } = this;
    const end = earlier.frames.length - 1;
    earlier.history.append(this.history.losses);
    this.history = earlier.history;
    this.frames = [...earlier.frames, ...this.frames.slice(1)];
    this.shown = end + shown;
    while (this.frames.length > FRAME_LIMIT) this.#halve();
  }

  /** @param {number} index the nearest existing picture is shown */
  show(index) {
    this.shown = Math.min(Math.max(0, Math.round(index)), this.frames.length - 1);
  }

  showNext() {
    this.show(this.shown + 1);
  }
}

/**
 * A picture without its losses, which the history has.
 * @param {TrainResult} result
 * @returns {TrainResult}
 */
function withoutLosses(result) {
  return { ...result, losses: [] };
}
