/**
 * Training goes on while the page draws. Where one slice ends the next begins, and the page asks
 * for just that as soon as it has seen the answer; so in the middle of a run the worker begins it
 * unasked. A message that is another after all is answered as ever: an answer never depends on
 * what was done ahead.
 */

/** @import { Message, Result } from "../../contract/messages.js" */

/** @typedef {{result: Result, transfer: Set<ArrayBuffer>}} Answered */

export class WorkAhead {
  /** @param {(message: Message) => Answered} work */
  constructor(work) {
    this.work = work;
    /** @type {Message | null} what comes next if the run goes on */
    this.expected = null;
    /** Whether a run is going on: the last message was the one expected. */
    this.isRun = false;
    /** @type {Answered | null} the answer to the expected message */
    this.done = null;
  }

  /**
   * @param {Message} message
   * @returns {Answered} what `work` says of it, now or ahead
   */
  answer(message) {
    this.isRun = this.expected !== null && isSame(this.expected, message);
    const answered = (this.isRun && this.done) || this.work(message);
    this.done = null;
    this.expected = nextSlice(message, answered.result);
    return answered;
  }

  /** Work out the answer that will be asked for next, in the middle of a run. */
  goOn() {
    if (this.isRun && this.expected) this.done = this.work(this.expected);
  }
}

/** @typedef {Message & {epochs?: number}} SliceAsked what matters here of a slice of training */
/** @typedef {Result & {ended?: unknown, state?: unknown}} SliceDone and of its answer */

/**
 * What will be asked after a slice of a run that has not come to its end.
 * @param {SliceAsked} message
 * @param {SliceDone} result
 * @returns {SliceAsked & {state?: unknown} | null}
 */
function nextSlice(message, result) {
  if (message.kind !== "train" || result.kind !== "train") return null;
  if (result.ended || !message.epochs) return null;
  return { ...message, state: result.state };
}

/**
 * Whether two pieces of plain data are the same to the last bit.
 * @param {any} one
 * @param {any} other
 * @returns {boolean}
 */
function isSame(one, other) {
  if (Object.is(one, other)) return true;
  if (typeof one !== "object" || typeof other !== "object" || !one || !other) return false;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length && keys.every((key) => isSame(one[key], other[key]))
  );
}
