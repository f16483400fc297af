import { SizeWatch } from "../../../kit/figure/size_watch.js";

/**
 * How large each plot is on screen, in pixels, so that type in it has its true size on any screen.
 * Until it has been measured, a plot is drawn for a wide column and scaled.
 */

/** Width of a plot as a part of its height, the same as in the styles. */
const SHAPES = {
  surface: { selector: ".xor-surface", width: 520, ratio: 1 },
  loss: { selector: ".xor-loss-plot", width: 500, ratio: 0.5 },
  hidden: { selector: ".xor-hidden-plot", width: 236, ratio: 1 },
};

/** @typedef {{width: number, height: number}} Size */

export class PlotSizes {
  /** @param {() => void} onChange */
  constructor(onChange) {
    this.onChange = onChange;
    this.surface = sizeOf(SHAPES.surface.width, SHAPES.surface.ratio);
    this.loss = sizeOf(SHAPES.loss.width, SHAPES.loss.ratio);
    this.hidden = sizeOf(SHAPES.hidden.width, SHAPES.hidden.ratio);
    /** @type {SizeWatch | null} */
    this.watch = null;
    /** @type {WeakSet<Element>} those whose size is watched */
    this.watched = new WeakSet();
  }

  /** @param {ParentNode} root */
  observe(root) {
    this.watch ??= new SizeWatch((entries) => this.#measured(entries));
    for (const { selector } of Object.values(SHAPES)) {
      const plot = root.querySelector(selector);
      if (!plot || this.watched.has(plot)) continue;
      this.watched.add(plot);
      this.watch.observe(plot);
    }
  }

  disconnect() {
    this.watch?.disconnect();
    this.watch = null;
  }

  /**
   * @param {ResizeObserverEntry[]} entries
   * @returns {boolean} whether one is another
   */
  #measured(entries) {
    let isOther = false;
    for (const { target, contentRect } of entries) {
      const width = Math.round(contentRect.width);
      for (const [name, { selector, ratio }] of Object.entries(SHAPES)) {
        const key = /** @type {keyof typeof SHAPES} */ (name);
        if (!target.matches(selector) || width < 1 || this[key].width === width) continue;
        this[key] = sizeOf(width, ratio);
        isOther = true;
      }
    }
    if (isOther) this.onChange();
    return isOther;
  }
}

/**
 * @param {number} width
 * @param {number} ratio
 * @returns {Size}
 */
function sizeOf(width, ratio) {
  return { width, height: Math.round(width * ratio) };
}
