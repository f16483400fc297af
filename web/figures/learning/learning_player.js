/** @import { FigureHost } from "../../kit/figure/figure_host.js" */

/** A picture may come late; what is shown never jumps by more than this (ms). */
const LONGEST_STEP = 100;

/**
 * Moves the time of a run while its figure can be seen. Out of sight, or in a tab that does not show, time
 * stands, and goes on when the reader is back.
 */
export class LearningPlayer {
  /**
   * @param {FigureHost} host
   * @param {(time: number) => boolean} show shows what belongs to a time (ms), and says whether the run is over
   * @param {() => void} onRest the run has come to its end
   */
  constructor(host, show, onRest) {
    this.host = host;
    this.show = show;
    this.onRest = onRest;
    this.isPlaying = false;
    this.time = 0;
    /** @type {number | null} */
    this.frame = null;
  }

  /** @param {number} time from which the run goes on (ms) */
  play(time) {
    this.stop();
    this.isPlaying = true;
    this.time = time;
    this.visibilityChanged();
  }

  stop() {
    this.isPlaying = false;
    if (this.frame !== null) cancelAnimationFrame(this.frame);
    this.frame = null;
  }

  visibilityChanged() {
    if (!this.isPlaying || !this.host.visible || this.frame !== null) return;
    let before = performance.now();
    const next = (/** @type {number} */ now) => {
      this.frame = null;
      if (!this.isPlaying || !this.host.visible) return;
      this.time += Math.min(LONGEST_STEP, Math.max(0, now - before));
      before = now;
      if (this.show(this.time)) {
        this.isPlaying = false;
        this.onRest();
      } else this.frame = requestAnimationFrame(next);
    };
    this.frame = requestAnimationFrame(next);
  }
}
