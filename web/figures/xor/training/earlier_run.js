/** @import { TrainAnswer } from "../xor_messages.js" */
/** @import { Replay } from "./replay.js" */

/** Seconds of training between two drawings of how far the replay has come. */
const NEWS = 0.2;

/**
 * What a reader is told of the epochs that led to where the record begins: they are gone through
 * again, or left out and why. `long`: the reader may ask for them all the same.
 * @typedef {{kind: "going", epoch: number, of: number} | {kind: "long" | "too_much" | "unknown"}} EarlierNews
 */

/**
 * The epochs before the record, which are trained again in the background, a slice whenever nothing
 * else is to be asked.
 */
export class EarlierRun {
  constructor() {
    /** @type {Replay | null} */
    this.replay = null;
    /** Whether epochs are missing that nobody can go through again. */
    this.isUnknown = false;
    /** Whether the reader wants even a long one. */
    this.isInsisted = false;
  }

  /** Whether the replay is to go on whenever there is time. */
  get isGoing() {
    const { replay } = this;
    if (!replay || replay.isTooMuch) return false;
    return this.isInsisted || !replay.isLong;
  }

  /** @returns {EarlierNews | null} null: nothing is missing */
  get news() {
    const { replay } = this;
    if (!replay) return this.isUnknown ? { kind: "unknown" } : null;
    if (this.isGoing) return { kind: "going", epoch: replay.epoch, of: replay.goal.state.epoch };
    return { kind: replay.isTooMuch ? "too_much" : "long" };
  }

  /** Nothing is missing. */
  drop() {
    this.replay = null;
    this.isUnknown = false;
    this.isInsisted = false;
  }

  /** @param {Replay | null} replay as far as it has come; null: nobody knows how the run was trained */
  goThrough(replay) {
    this.drop();
    this.replay = replay;
    this.isUnknown = replay === null;
  }

  /**
   * @param {TrainAnswer} result the answer to the replay's next slice
   * @returns {boolean} whether there is something new to tell the reader
   */
  take(result) {
    const { replay } = this;
    if (!replay) return false;
    const told = Math.floor(replay.seconds / NEWS);
    replay.take(result);
    return !this.isGoing || replay.isSame !== null || Math.floor(replay.seconds / NEWS) > told;
  }
}
