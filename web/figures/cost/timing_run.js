import { noTimings, withSlice } from "./cost_state.js";

/** @import { ErrorResult } from "../../contract/messages.js" */
/** @import { FigureHost } from "../../kit/figure/figure_host.js" */
/** @import { Timing, TimingMessage, TimingResult } from "./cost_messages.js" */

/**
 * Measurements in the reader's own worker, a slice at a time. Between two slices other figures get
 * their turn, and the reader may stop. While nobody looks nothing is measured.
 */
export class TimingRun {
  /**
   * @param {FigureHost} host
   * @param {object} options
   * @param {number} options.slice seconds
   * @param {(sentence: string) => void} options.ended
   */
  constructor(host, { slice, ended }) {
    this.host = host;
    this.slice = slice;
    this.ended = ended;
    this.progress = noTimings;
    /** Whether the reader has asked for measurements; they may have to wait for Python. */
    this.isWanted = false;
    this.isAsking = false;
  }

  /** @returns {Timing[]} measured here, by now */
  get rows() {
    return this.progress.rows;
  }

  run() {
    this.progress = noTimings;
    this.isWanted = true;
    this.host.start();
    this.host.setBusy(true);
    this.wake();
    this.host.requestUpdate();
  }

  stop() {
    if (!this.isWanted) return;
    this.isWanted = false;
    this.host.setBusy(false);
    this.host.requestUpdate();
  }

  /** Back to what was recorded. */
  forget() {
    this.stop();
    this.progress = noTimings;
    this.host.requestUpdate();
  }

  /** Goes on, if something may have changed: Python is there, or the figure in view again. */
  async wake() {
    if (this.isAsking) return;
    this.isAsking = true;
    try {
      while (this.isWanted && this.host.visible && this.host.status.kind === "ready") {
        await this.#measure();
      }
    } catch {
      // The engine is lost; when it is ready again the same slice is asked once more.
    } finally {
      this.isAsking = false;
    }
  }

  async #measure() {
    const { progress } = this;
    /** @type {TimingMessage} */
    const asked = { kind: "timing", ...progress.next, time_limit: this.slice };
    /** @type {TimingResult | ErrorResult} */
    const result = await this.host.ask(asked);
    if (this.progress !== progress || !this.isWanted) return;
    if (result.kind === "error") {
      this.stop();
      return;
    }
    this.progress = withSlice(progress, result);
    if (this.progress.isDone) {
      this.stop();
      this.ended(this.progress.sentence);
    }
    this.host.requestUpdate();
  }
}
