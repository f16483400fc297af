/** @import { Surface } from "../surface_messages.js" */
/** @import { Contour, PlotFrame } from "../surface_plot.js" */

/** Frames and sets of levels for which the contours of one surface are kept. */
const MOST_KEPT = 8;

/** Keeps the contours of a surface: finding them takes longer than drawing them, and they rarely change. */
export class ContourCache {
  /** @param {(surface: Surface, frame: PlotFrame, levels: number[]) => Contour[]} find lines or areas */
  constructor(find) {
    this.find = find;
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
  contours(surface, levels, frame) {
    if (surface !== this.surface || this.kept.size >= MOST_KEPT) this.kept.clear();
    this.surface = surface;
    const key = `${frame.width} ${levels.length}`;
    let contours = this.kept.get(key);
    if (!contours) {
      contours = this.find(surface, frame, levels);
      this.kept.set(key, contours);
    }
    return contours;
  }
}
