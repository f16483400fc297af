import { SizeWatch } from "../figure/size_watch.js";

/**
/**
 * How wide a plot is on screen (px), so that its type has the intended size at any width; and how high,
 * where styles decide that. Until it has been measured, the plot is drawn for a wide column and scaled.
 */
export class PlotWidth {
  /**
   * @param {object} plot
   * @param {string} plot.selector of the box that the plot fills
   * @param {number} plot.width until it has been measured
   * @param {number} [plot.height] the same, where the drawing follows the height of its box too
   * @param {() => void} onChange
   */
  constructor({ selector, width, height }, onChange) {
    this.selector = selector;
    this.width = width;
    this.height = height;
    this.onChange = onChange;
    /** @type {SizeWatch | null} */
    this.watch = null;
  }

  /** @param {ParentNode | null} root */
  observe(root) {
    const box = root?.querySelector(this.selector);
    if (this.watch || !box) return;
    this.watch = new SizeWatch((entries) => {
      const box = entries[entries.length - 1].contentRect;
      const width = Math.round(box.width);
      const height = this.height === undefined ? undefined : Math.round(box.height);
      if (width < 1 || (width === this.width && height === this.height)) return false;
      this.width = width;
      this.height = height;
      this.onChange();
      return true;
    });
    this.watch.observe(box);
  }

  disconnect() {
    this.watch?.disconnect();
    this.watch = null;
  }
}
