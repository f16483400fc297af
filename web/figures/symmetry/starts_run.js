import { SlicedRun } from "../../kit/playback/sliced_run.js";

/** @import { ErrorResult } from "../../contract/messages.js" */
/** @import { FigureHost } from "../../kit/figure/figure_host.js" */
/** @import { StartsMessage, StartsResult } from "./symmetry_messages.js" */

/** How long Python trains before other figures may ask again (seconds). */
const SLICE = 0.15;

/**
 * Two hundred starts, trained slice by slice once the reader has asked for it. While the figure is out of view,
 * nothing is trained.
 */
export class StartsRun extends SlicedRun {
  /**
   * @param {FigureHost} host
   * @param {(sentence: string) => void} onEnd
   */
  constructor(host, onEnd) {
    super(host);
    this.onEnd = onEnd;
    /** @type {StartsResult | null} how far they are */
    this.result = null;
    /** The inputs that `result` belongs to. */
    this.signed = false;
  }

  /**
   * Begins, or goes on from where it paused.
   * @param {boolean} signed
   */
  run(signed) {
    if (this.result?.done || signed !== this.signed) this.result = null;
    this.signed = signed;
    this.start();
  }

  async doSlice() {
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
      this.stop();
      return;
    }
    this.result = result;
    if (result.done) {
      this.stop();
      this.onEnd(result.sentence);
    }
    this.host.requestUpdate();
  }
}
