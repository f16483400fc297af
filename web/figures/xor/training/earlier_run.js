/** @import { TrainAnswer } from "../xor_messages.js" */
/** @import { Replay } from "./replay.js" */

/** Seconds of training between two drawings of how far the replay has come. */
const NOTICE_INTERVAL = 0.2;

/**
 * What the figure says of the epochs before the record: they are being trained again (`going`), or why they
 * are left out. Of a `long` run the reader may ask for them all the same.
 * @typedef {{kind: "going", epoch: number, of: number} | {kind: "long" | "too_much" | "unknown"}} EarlierNotice
 */

/**
 * The epochs before the record. They are trained again in the background, one slice whenever the engine
 * has no other question to answer.
 */
export class EarlierRun {
  constructor() {
    /** @type {Replay | null} */
    this.replay = null;
    /** Whether epochs are missing whose training is not known, so that they cannot be trained again. */
    this.isUnknown = false;
    /** Whether the reader has asked for a long replay. */
    this.isForced = false;
  }

  /** Whether the replay is to go on whenever there is time. */
  get isGoing() {
    const { replay } = this;
    if (!replay || replay.isTooMuch) return false;
    return this.isForced || !replay.isLong;
  }

  /** @returns {EarlierNotice | null} null: nothing is missing */
  get notice() {
    const { replay } = this;
    if (!replay) return this.isUnknown ? { kind: "unknown" } : null;
    if (this.isGoing) return { kind: "going", epoch: replay.epoch, of: replay.goal.state.epoch };
    return { kind: replay.isTooMuch ? "too_much" : "long" };
  }

  /** From now on nothing is missing. */
  drop() {
    this.replay = null;
    this.isUnknown = false;
    this.isForced = false;
  }

  /** @param {Replay | null} replay as far as it has come; null: how the run was trained is not known */
  begin(replay) {
    this.drop();
    this.replay = replay;
    this.isUnknown = replay === null;
  }

  /**
   * @param {TrainAnswer} result the answer to the replay's next slice
   * @returns {boolean} whether the notice has changed
   */
  takeAnswer(result) {
    const { replay } = this;
    if (!replay) return false;
    const before = Math.floor(replay.seconds / NOTICE_INTERVAL);
    replay.takeAnswer(result);
    return (
      !this.isGoing ||
      replay.isSame !== null ||
      Math.floor(replay.seconds / NOTICE_INTERVAL) > before
    );
  }
}
