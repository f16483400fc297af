import { guard } from "lit/directives/guard.js";
import { nextPicture } from "./next_picture.js";

/**
 * A heavy part of a figure, such as a large drawing. The first picture after a reader's action shows
 * what was chosen and what is said of it; this part follows in the next one.
 */
export class FollowingPart {
  /** @param {import("./figure_host.js").FigureHost} host */
  constructor(host) {
    this.host = host;
    /** @type {unknown} of what is drawn */
    this.shape = null;
    /** @type {unknown[]} */
    this.keys = [];
    this.isAwaited = false;
    this.isDue = true;
  }

  /**
   * @param {unknown} shape that of the room; another is drawn at once, since all below moves with it
   * @param {unknown[]} keys everything else that the part depends on
   * @param {() => unknown} draw
   */
  template(shape, keys, draw) {
    if (this.isDue || shape !== this.shape) this.keys = keys;
    this.shape = shape;
    this.isDue = false;
    if (keys.some((key, index) => key !== this.keys[index])) this.#follow();
    return guard([shape, ...this.keys], draw);
  }

  #follow() {
    if (this.isAwaited) return;
    this.isAwaited = true;
    this.host.follow(
      nextPicture().then(() => {
        this.isAwaited = false;
        this.isDue = true;
        this.host.requestUpdate();
      }),
    );
  }
}
