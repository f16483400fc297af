/** @import { ErrorResult } from "../../contract/messages.js" */
/** @import { FigureHost } from "../../kit/figure/figure_host.js" */
/** @import { StartsMessage, StartsResult } from "./symmetry_messages.js" */

/** How long Python trains before other figures may ask again (seconds). */
const SLICE = 0.15;

/**
 * Two hundred starts, trained slice by slice once the reader has asked for it. While the figure is out of view,
 * nothing is trained.
 */
export class StartsRun {
  /**
   * @param {FigureHost} host
   * @param {(sentence: string) => void} onEnd
   */
  constructor(host, onEnd) {
    this.host = host;
    this.onEnd = onEnd;
    /** @type {StartsResult | null} how far they are */
    this.result = null;
    /** The inputs that `result` belongs to. */
    this.signed = false;
    this.isRequested = false;
    this.isAsking = false;
  }

  /**
   * Begins, or goes on from where it paused.
   * @param {boolean} signed
   */
  run(signed) {
    if (this.result?.done || signed !== this.signed) this.result = null;
    this.signed = signed;
    this.isRequested = true;
    this.host.startPython();
    this.host.setBusy(true);
    this.resume();
    this.host.requestUpdate();
  }

  pause() {
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
        await this.#train();
      }
    } catch {
      // The engine is lost; the same slice is asked again when it is back.
    } finally {
      this.isAsking = false;
    }
  }

  async #train() {
    const { result: before, signed } = this;
    /** @type {StartsMessage} */
    const asked = {
      kind: "symmetry_starts",
      signed,
      time_limit: SLICE,
      state: before?.state ?? null,
    };
    /** @type {StartsResult | ErrorResult} */
    const result = await this.host.ask(asked);
    if (this.result !== before || this.signed !== signed) return;
    if (result.kind === "error") {
      this.pause();
      return;
    }
    this.result = result;
    if (result.done) {
      this.pause();
      this.onEnd(result.sentence);
    }
    this.host.requestUpdate();
  }
}
