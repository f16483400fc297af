/** @import { TrainAnswer, TrainMessage } from "../xor_messages.js" */

/**
 * What the loop needs from the figure.
 * @typedef {object} LoopPort
 * @property {(message: TrainMessage) => Promise<TrainAnswer>} ask
 * @property {() => boolean} mayAsk the engine is there and somebody is looking
 * @property {() => TrainMessage} next the slice that follows what is known now
 * @property {(result: TrainAnswer) => void} take
 * @property {() => void} lost no answer will come; the same slice is asked again after `wake`
 * @property {() => boolean} isUnhurried the next slice waits for the next picture
 * @property {() => Promise<unknown>} picture resolves when the next picture is due
 */

/**
 * Training as a chain of slices: ask, take the answer, ask again. All that training knows is held
 * by the page, so a slice whose answer never comes is simply asked again, and a slice that the
 * reader has overtaken is dropped.
 */
export class TrainingLoop {
  /** @param {LoopPort} port */
  constructor(port) {
    this.port = port;
    this.isRunning = false;
    this.isAsking = false;
    /** Counts the reader's actions: an answer to a slice from before the last one is dropped. */
    this.turn = 0;
  }

  start() {
    this.isRunning = true;
    this.wake();
  }

  /** Answers that are still to come are dropped: training stands where the picture stands. */
  stop() {
    this.isRunning = false;
    this.turn += 1;
  }

  /** Go on, if something may have changed: the engine is back, or the figure in view again. */
  async wake() {
    if (this.isAsking) return;
    this.isAsking = true;
    try {
      while (this.isRunning && this.port.mayAsk()) {
        if (!(await this.#slice())) return;
        if (this.isRunning && this.port.isUnhurried()) await this.port.picture();
      }
    } finally {
      this.isAsking = false;
    }
  }

  /** @returns {Promise<boolean>} whether the engine answered */
  async #slice() {
    const { turn } = this;
    let result;
    try {
      result = await this.port.ask(this.port.next());
    } catch {
      if (this.isRunning) this.port.lost();
      return false;
    }
    if (turn === this.turn) this.port.take(result);
    return true;
  }
}
