import { nextPaint } from "../kit/figure/next_paint.js";

/** It resolves when the last figure that asked for a turn may draw. */
let last = Promise.resolve();

/**
 * Waits until what the figures before this one drew is on screen. The first drawing of a figure is
 * long: two of them without a pause, or one together with its layout, would block the page for the
 * reader.
 * @returns {Promise<void>}
 */
export function turnToDraw() {
  last = last.then(nextPaint);
  return last;
}
