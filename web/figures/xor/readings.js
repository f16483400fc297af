import { guard } from "lit/directives/guard.js";

/** Numbers that change more often than this can no longer be read (ms). */
const INTERVAL = 125;

/**
 * What need not be drawn anew in every picture while one follows the other. The decision surface is
 * watched and always is; the two plots beside it take turns; words and numbers, which cost the
 * browser more than all the rest, come when they could have been read.
 */
export class Readings {
  constructor() {
    this.count = 0;
    this.turns = [0, 0];
    this.isRunning = false;
    this.picture = 0;
    this.time = Number.NEGATIVE_INFINITY;
  }

  /**
   * A drawing begins.
   * @param {boolean} isRunning
   * @param {number} picture how many pictures of the run have been asked for; a drawing for any
   *   other reason shows everything as it is now
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

  /** A part of the drawing, or an attribute in it. @param {() => unknown} part */
  slowly = (part) => guard([this.count], part);

  /**
   * A plot that is drawn in every second picture.
   * @param {0 | 1} turn
   * @param {() => unknown} part
   */
  inTurn = (turn, part) => guard([this.turns[turn]], part);
}
