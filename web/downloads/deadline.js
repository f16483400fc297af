/** How long waiting lasts. */

/**
 * The longest silence between two bytes (ms), not the length of the download, of every file that the
 * page fetches.
 */
export const SILENCE = 20_000;

/**
 * The part of the platform that measures waiting; a test brings its own.
 * @typedef {object} Clock
 * @property {(callback: () => void, milliseconds: number) => any} setTimeout
 * @property {(timer: any) => void} clearTimeout
 */

/** @type {Clock} */
export const pageClock = {
  setTimeout: (callback, milliseconds) => setTimeout(callback, milliseconds),
  clearTimeout: (timer) => clearTimeout(timer),
};

/**
 * One deadline at a time: setting it again forgets the one before.
 *
 * It runs in two halves. A laptop that wakes from sleep, or a page that was paused, finds its
 * timer overdue before it has read the worker's messages; after a late first half the worker still
 * has the second half to be heard.
 */
export class Deadline {
  /** @param {Clock} clock */
  constructor(clock) {
    this.clock = clock;
    /** @type {unknown} */
    this.timer = undefined;
  }

  /**
   * @param {number} milliseconds
   * @param {() => void} onPassed
   */
  set(milliseconds, onPassed) {
    this.clear();
    const half = milliseconds / 2;
    this.timer = this.clock.setTimeout(() => {
      this.timer = this.clock.setTimeout(() => {
        this.timer = undefined;
        onPassed();
      }, half);
    }, half);
  }

  clear() {
    if (this.timer !== undefined) this.clock.clearTimeout(this.timer);
    this.timer = undefined;
  }
}
