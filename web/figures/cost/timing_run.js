import { noTimings, withSlice } from "./cost_state.js";

/** @import { ErrorResult } from "../../contract/messages.js" */
/** @import { FigureHost } from "../../kit/figure/figure_host.js" */
/** @import { Timing, TimingMessage, TimingResult } from "./cost_messages.js" */

/**
 * Measurements in the reader's own worker, slice by slice. Between two slices other figures may ask the
 * engine, and the reader may stop. While the figure is out of view, nothing is measured.
 */
export class TimingRun {
  /**
   * @param {FigureHost} host
   * @param {object} options
   * @param {number} options.slice seconds
   * @param {(sentence: string) => void} options.onEnd
   */
  constructor(host, { slice, onEnd }) {
    this.host = host;
    this.slice = slice;
    this.onEnd = onEnd;
    this.progress = noTimings;
    /** Whether the reader has asked for measurements; they may have to wait for Python. */
    this.isRequested = false;
    this.isAsking = false;
  }

  /** @returns {Timing[]} measured here, by now */
  get rows() {
    return this.progress.rows;
  }

  run() {
    this.progress = noTimings;
    this.isRequested = true;
    this.host.startPython();
    this.host.setBusy(true);
    this.resume();
    this.host.requestUpdate();
  }

  stop() {
    if (!this.isRequested) return;
    this.isRequested = false;
    this.host.setBusy(false);
    this.host.requestUpdate();
  }

  /** Goes back to the recorded measurements. */
  discard() {
    this.stop();
    this.progress = noTimings;
    this.host.requestUpdate();
  }

  /** Continues if it can, after Python has started or the figure has come into view. */
  async resume() {
    if (this.isAsking) return;
    this.isAsking = true;
    try {
      while (this.isRequested && this.host.visible && this.host.status.kind === "ready") {
        await this.#measure();
      }
    } catch {
      // The engine is lost; the same slice is asked again when it is back.
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
    if (this.progress !== progress || !this.isRequested) return;
    if (result.kind === "error") {
      this.stop();
      return;
    }
    this.progress = withSlice(progress, result);
    if (this.progress.isDone) {
      this.stop();
      this.onEnd(this.progress.sentence);
    }
    this.host.requestUpdate();
  }
}
