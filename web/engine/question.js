/** @import { Message, Result } from "../contract/messages.js" */

/** What a question is answered with when a newer one with its `latest` key has taken its place. */
export const superseded = Object.freeze({ kind: /** @type {const} */ ("superseded") });

/**
 * @typedef {object} AskOptions
 * @property {AbortSignal} [signal] when aborted, a waiting question is taken back, and the answer to
 *   one that was sent is dropped; the promise rejects with the signal's reason
 * @property {number} [deadline] milliseconds for the answer, from sending
 * @property {unknown} [from] who asks (the figure's element, say): askers take turns
 * @property {string} [latest] of the waiting questions of one asker with the same key only the
 *   newest is sent; the others are answered with `superseded`
 * @property {() => boolean} [isSeen] whether the reader can see who asks, who then is answered before
 *   those out of sight; without it nobody knows, and it counts as seen
 * @property {boolean} [again] send it once more if the worker is lost before it answers
 */

/** One message on its way to an answer. It is settled once; what comes later is not heard. */
export class Question {
  /**
   * @param {Message} message
   * @param {AskOptions} options
   */
  constructor(message, { from, latest, deadline, isSeen = () => true, again = false, signal }) {
    this.message = message;
    this.from = from;
    this.latest = latest;
    this.deadline = deadline;
    this.isSeen = isSeen;
    this.again = again;
    this.signal = signal;
    /** @type {(() => void) | undefined} */
    this.onAbort = undefined;
    /** @type {Promise<Result | typeof superseded>} */
    this.answer = new Promise((resolve, reject) => {
      this.settle = { resolve, reject };
    });
  }

  /** @param {Result | typeof superseded} result */
  resolve(result) {
    this.#forgetSignal();
    this.settle?.resolve(result);
  }

  /** @param {unknown} reason */
  reject(reason) {
    this.#forgetSignal();
    this.settle?.reject(reason);
  }

  /** @param {() => void} takeBack called when the signal aborts before there is an answer */
  heedSignal(takeBack) {
    this.onAbort = () => {
      takeBack();
      this.reject(this.signal?.reason);
    };
    this.signal?.addEventListener("abort", this.onAbort);
  }

  #forgetSignal() {
    if (this.onAbort) this.signal?.removeEventListener("abort", this.onAbort);
  }
}
