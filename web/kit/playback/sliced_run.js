/** @import { FigureHost } from "../figure/figure_host.js" */

/**
 * Work that takes long and that a reader has asked for, slice by slice: between two slices other figures may ask
 * the engine, and the reader may stop. While the figure is out of view, nothing is done.
 */
export class SlicedRun {
  /**
   * @param {FigureHost} host
   */
  constructor(host) {
    this.host = host;
    /** Whether the reader has asked for it; it may have to wait for Python. */
    this.isRequested = false;
    this.isAsking = false;
  }

  /** Asks the engine for one slice; a run overrides it. */
  async doSlice() {}

  start() {
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

  /** Continues if it can, after Python has started or the figure has come into view. */
  async resume() {
    if (this.isAsking) return;
    this.isAsking = true;
    try {
      while (this.isRequested && this.host.visible && this.host.status.kind === "ready") {
        await this.doSlice();
      }
    } catch {
      // The engine is lost; the same slice is asked again when it is back.
    } finally {
      this.isAsking = false;
    }
  }
}
