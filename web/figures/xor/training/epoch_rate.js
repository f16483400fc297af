/** How long a measurement runs before it counts, in milliseconds. */
const WINDOW = 250;

/** Epochs per second of this page, by the clock on the wall. */
export class EpochRate {
  constructor() {
    /** @type {number | null} null until a whole window has been measured */
    this.perSecond = null;
    /** @type {{time: number, epoch: number} | null} */
    this.since = null;
  }

  /** Training begins, or goes on after a pause: what was before is no part of it. */
  begin() {
    this.since = null;
  }

  /**
   * @param {number} time in milliseconds
   * @param {number} epoch
   */
  see(time, epoch) {
    if (!this.since) {
      this.since = { time, epoch };
      return;
    }
    const elapsed = time - this.since.time;
    if (elapsed < WINDOW) return;
    this.perSecond = ((epoch - this.since.epoch) / elapsed) * 1000;
    this.since = { time, epoch };
  }
}
