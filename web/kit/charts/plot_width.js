import { SizeWatch } from "../figure/size_watch.js";

/**
 * How wide a plot is on screen (px), so that its type has the intended size at any width. Until it has
 * been measured, the plot is drawn for a wide column and scaled.
 */
export class PlotWidth {
  /**
   * @param {string} selector of the box that the plot fills
   * @param {number} width until it has been measured
   * @param {() => void} onChange
   */
  constructor(selector, width, onChange) {
    this.selector = selector;
    this.width = width;
    this.onChange = onChange;
    /** @type {SizeWatch | null} */
    this.watch = null;
  }

  /** @param {ParentNode | null} root */
  observe(root) {
    const box = root?.querySelector(this.selector);
    if (this.watch || !box) return;
    this.watch = new SizeWatch((entries) => {
      const width = Math.round(entries[entries.length - 1].contentRect.width);
      if (width < 1 || width === this.width) return false;
      this.width = width;
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
