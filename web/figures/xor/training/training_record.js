import { LossHistory } from "./loss_history.js";
import { goingOn, legsUntil } from "./training_legs.js";

/** @import { TrainResult } from "../xor_messages.js" */
/** @import { Leg, Way } from "./training_legs.js" */

/** So many pictures of one run are kept; when there are more, every second one is let go. */
const FRAME_LIMIT = 240;

/**
 * One training run as far as it has been seen: its pictures in order, which of them is shown, and
 * the loss of every epoch. Recorded and living runs are the same thing, so both can be scrubbed,
 * and training goes on from whatever picture is shown.
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
    /** Epochs between two pictures that are kept, at least. */
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
   * Add the answer of a slice that began where the record ends, and show it.
   * @param {TrainResult} result
   */
  append(result) {
    this.history.append(result.losses);
    if (result.state.epoch === this.last.state.epoch) this.frames.pop();
    this.frames.push(withoutLosses(result));
    this.#thin();
  }

  /** Keep the pictures about evenly spaced in epochs; the newest always stays, and is shown. */
  #thin() {
    const before = this.frames.length - 2;
    if (before >= 1 && this.#gapBefore(before) < this.stride) this.frames.splice(before, 1);
    this.shown = this.frames.length - 1;
    if (this.frames.length > FRAME_LIMIT) this.#halve();
  }

  /** Let every second picture go, but for the one that is shown. */
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
   * Drop everything after the shown picture: what comes next begins there.
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
   * Put the run before it that led to where this record begins. The same picture stays shown.
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
 * A picture does not need its losses again: the history has them.
 * @param {TrainResult} result
 * @returns {TrainResult}
 */
function withoutLosses(result) {
  return { ...result, losses: [] };
}
