import { nextPaint } from "../kit/figure/next_paint.js";

/** Ends with the last turn that was asked for. */
let last = Promise.resolve();

/**
 * A turn of the page of one's own: when what was drawn by those who asked before is on screen. The
 * first drawing of a figure is long; two in one go, or one and its layout, would keep a reader
 * waiting.
 * @returns {Promise<void>}
 */
export function ownTurn() {
  last = last.then(nextPaint);
  return last;
}
