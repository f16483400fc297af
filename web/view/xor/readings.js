import { guard } from "lit/directives/guard.js";

/** Numbers that change more often than this can no longer be read (ms). */
const INTERVAL = 125;

/**
 * What is read rather than watched. While one picture of a run follows the other, words and numbers
 * are drawn anew only now and then: laying them out costs the browser more than all the rest.
 */
export class Readings {
  constructor() {
    this.count = 0;
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
    if (isNextPicture && time - this.time < INTERVAL) return;
    this.time = time;
    this.count += 1;
  }

  /** A part of the drawing, or an attribute in it. @param {() => unknown} part */
  slowly = (part) => guard([this.count], part);
}
