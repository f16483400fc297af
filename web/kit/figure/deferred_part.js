import { guard } from "lit/directives/guard.js";
import { nextPaint } from "./next_paint.js";

/**
 * A part of a figure that takes long to draw, such as a large drawing. The first paint after a reader's
 * action shows what was chosen and the sentence about it; this part is drawn in the paint after that.
 */
export class DeferredPart {
  /** @param {import("./figure_host.js").FigureHost} host */
  constructor(host) {
    this.host = host;
    /** @type {unknown} that of what is drawn now */
    this.shape = null;
    /** @type {unknown[]} */
    this.keys = [];
    this.isScheduled = false;
    this.isDue = true;
  }

  /**
   * @param {unknown} shape of the room that the part takes; a new one is drawn at once, since everything
   *   below the part moves with it
   * @param {unknown[]} keys everything else that the part depends on
   * @param {() => unknown} draw
   */
  template(shape, keys, draw) {
    if (this.isDue || shape !== this.shape) this.keys = keys;
    this.shape = shape;
    this.isDue = false;
    if (keys.some((key, index) => key !== this.keys[index])) this.#schedule();
    return guard([shape, ...this.keys], draw);
  }

  #schedule() {
    if (this.isScheduled) return;
    this.isScheduled = true;
    this.host.awaitDrawing(
      nextPaint().then(() => {
        this.isScheduled = false;
        this.isDue = true;
        this.host.requestUpdate();
      }),
    );
  }
}
