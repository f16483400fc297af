/** @import { TrainAnswer, TrainMessage } from "../xor_messages.js" */
/** @import { TrainingRecord } from "./training_record.js" */
/** @import { Replay } from "./replay.js" */

/** Seconds of the replay between two drawings of how far it has come. */
const NEWS = 0.2;

/**
 * What there is to say of the epochs that led to where the record begins: they are gone through
 * again, or are left out, and why. `long`: the reader may want it all the same.
 * @typedef {{kind: "going", epoch: number, of: number} | {kind: "long" | "too_much" | "unknown"}} EarlierNews
 */

/**
 * @typedef {object} EarlierPort
 * @property {() => boolean} mayAsk somebody is looking, and the engine has nothing better to do for them
 * @property {(message: TrainMessage) => Promise<TrainAnswer>} ask
 * @property {(run: TrainingRecord | null) => void} ended null: it was another run
 * @property {() => void} draw
 */

/**
 * The run before the record, gone through again in the background, a slice whenever nothing else
 * is wanted, until it is there or nobody wants it any more.
 */
export class EarlierRun {
  /** @param {EarlierPort} port */
  constructor(port) {
    this.port = port;
    /** @type {Replay | null} */
    this.replay = null;
    /** Whether epochs are missing that nobody can go through again. */
    this.isUnknown = false;
    /** Whether the reader wants even a long one. */
    this.isInsisted = false;
    this.isAsking = false;
  }

  /** Whether it comes in time, if the reader lets it. */
  get isGoing() {
    const { replay } = this;
    if (!replay || replay.isTooMuch) return false;
    return this.isInsisted || !replay.isLong;
  }

  /** @returns {EarlierNews | null} null: nothing is missing */
  get news() {
    const { replay } = this;
    if (!replay) return this.isUnknown ? { kind: "unknown" } : null;
    if (this.isGoing) return { kind: "going", epoch: replay.epoch, of: replay.come.state.epoch };
    return { kind: replay.isTooMuch ? "too_much" : "long" };
  }

  /** Nothing is missing. */
  drop() {
    this.replay = null;
    this.isUnknown = false;
    this.isInsisted = false;
  }

  /**
   * Go on with this one, in place of what was under way.
   * @param {Replay | null} replay as far as it has come; null: nobody knows the run
   */
  goOn(replay) {
    this.drop();
    this.replay = replay;
    this.isUnknown = replay === null;
    this.wake();
  }

  /** The reader wants it, however long it takes. */
  insist() {
    this.isInsisted = true;
    this.port.draw();
    this.wake();
  }

  /** Go on, if something may have changed. */
  async wake() {
    if (this.isAsking) return;
    this.isAsking = true;
    try {
      while (this.replay && this.isGoing && this.port.mayAsk()) {
        if (!(await this.#slice(this.replay))) return;
      }
    } finally {
      this.isAsking = false;
    }
  }

  /**
   * @param {Replay} replay
   * @returns {Promise<boolean>} false: the engine was lost; the same slice is asked when it comes back
   */
  async #slice(replay) {
    let result;
    try {
      result = await this.port.ask(replay.next());
    } catch {
      return false;
    }
    if (replay !== this.replay) return true;
    const told = Math.floor(replay.seconds / NEWS);
    replay.take(result);
    if (replay.isSame !== null) {
      this.drop();
      this.isUnknown = !replay.isSame;
      this.port.ended(replay.run);
    }
    if (!this.isGoing || Math.floor(replay.seconds / NEWS) > told) this.port.draw();
    return true;
  }
}
