/**
 * How long the page waits for its engine before it gives up, in milliseconds.
 *
 * `check` runs from the worker's creation to its first word; `download` is the longest silence
 * between two bytes, not the length of the download, of every file that the page fetches; `answer`
 * runs from the moment a message is sent. The stages after the download do no network work, and a
 * slow phone takes some ten times as long as a laptop's half second. `grace` is how long an engine
 * lives on that no figure holds: a page that shows another view, or mounts its only figure anew, wants
 * it back in a moment.
 */
export const deadlines = {
  check: 10_000,
  download: 20_000,
  interpreter: 45_000,
  numpy: 30_000,
  core: 30_000,
  answer: 15_000,
  grace: 10_000,
};

/** @typedef {typeof deadlines} Deadlines */

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
