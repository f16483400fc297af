import { guard } from "lit/directives/guard.js";

/** Numbers that change at shorter intervals cannot be read (ms). */
const INTERVAL = 125;

/**
 * Decides which parts of the figure are drawn in a frame while training runs. The decision surface is
 * watched, and is drawn in every frame. The two plots beside it take turns. Words and numbers, which cost
 * the browser most, are drawn only as often as they can be read.
 */
export class PacedDrawing {
  constructor() {
    this.count = 0;
    this.turns = [0, 0];
    this.isRunning = false;
    this.picture = 0;
    this.time = Number.NEGATIVE_INFINITY;
  }

  /**
   * Is called when a drawing of the figure begins.
   * @param {boolean} isRunning
   * @param {number} picture number of the frame that the run has asked for; if a drawing has another
   *   reason, the number has not changed, and every part is drawn
   */
  begin(isRunning, picture) {
    const time = performance.now();
    const isNextPicture = isRunning && this.isRunning && picture !== this.picture;
    this.isRunning = isRunning;
    this.picture = picture;
    for (const turn of isNextPicture ? [picture % 2] : [0, 1]) this.turns[turn] += 1;
    if (isNextPicture && time - this.time < INTERVAL) return;
    this.time = time;
    this.count += 1;
  }

  /** Draws a part, or an attribute, that is read. @param {() => unknown} part */
  slowly = (part) => guard([this.count], part);

  /**
   * Draws a plot in every second frame.
   * @param {0 | 1} turn
   * @param {() => unknown} part
   */
  inTurn = (turn, part) => guard([this.turns[turn]], part);
}
