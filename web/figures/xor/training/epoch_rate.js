/** How long a measurement runs before it counts, in milliseconds. */
const WINDOW = 250;

/** The epochs per second that this page trains, by the clock. */
export class EpochRate {
  constructor() {
    /** @type {number | null} null until a whole window has been measured */
    this.perSecond = null;
    /** @type {{time: number, epoch: number} | null} */
    this.since = null;
  }

  /** Is called when training begins or goes on after a pause, which does not count. */
  begin() {
    this.since = null;
  }

  /**
   * @param {number} time in milliseconds
   * @param {number} epoch
   */
  measure(time, epoch) {
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
