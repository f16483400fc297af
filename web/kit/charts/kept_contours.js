import { contourLines } from "./surface_plot.js";

/** @import { Surface } from "./surface_messages.js" */
/** @import { Contour, PlotFrame } from "./surface_plot.js" */

/** Pictures of one surface, in their sizes. */
const MOST_KEPT = 8;

/** Contours are kept: finding them takes longer than drawing them, and few changes move them. */
export class KeptContours {
  constructor() {
    /** @type {Surface | null} */
    this.surface = null;
    /** @type {Map<string, Contour[]>} */
    this.kept = new Map();
  }

  /**
   * @param {Surface} surface
   * @param {number[]} levels
   * @param {PlotFrame} frame
   * @returns {Contour[]}
   */
  lines(surface, levels, frame) {
    if (surface !== this.surface || this.kept.size >= MOST_KEPT) this.kept.clear();
    this.surface = surface;
    const key = `${frame.width} ${levels.length}`;
    let lines = this.kept.get(key);
    if (!lines) {
      lines = contourLines(surface, frame, levels);
      this.kept.set(key, lines);
    }
    return lines;
  }
}
