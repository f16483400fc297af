import { SlicedRun } from "../../kit/playback/sliced_run.js";
import { noTimings, withSlice } from "./cost_state.js";

/** @import { ErrorResult } from "../../contract/messages.js" */
/** @import { FigureHost } from "../../kit/figure/figure_host.js" */
/** @import { Timing, TimingMessage, TimingResult } from "./cost_messages.js" */

/**
 * Measurements in the reader's own worker, slice by slice. Between two slices other figures may ask the
 * engine, and the reader may stop. While the figure is out of view, nothing is measured.
 */
export class TimingRun extends SlicedRun {
  /**
   * @param {FigureHost} host
   * @param {object} options
   * @param {number} options.slice seconds
   * @param {(sentence: string) => void} options.onEnd
   */
  constructor(host, { slice, onEnd }) {
    super(host);
    this.slice = slice;
    this.onEnd = onEnd;
    this.progress = noTimings;
  }

  /** @returns {Timing[]} measured here, by now */
  get rows() {
    return this.progress.rows;
  }

  run() {
    this.progress = noTimings;
    this.start();
  }

  /** Goes back to the recorded measurements. */
  discard() {
    this.stop();
    this.progress = noTimings;
    this.host.requestUpdate();
  }

  async doSlice() {
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
