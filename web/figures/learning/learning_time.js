/** The time that a run takes on the screen: a pass that is shown whole takes long, the moments between little. */

/** @import { Moment } from "./learning_messages.js" */

/** How long a pass is shown, and a moment between two passes (ms). */
const PASS = 4600;
const BETWEEN = 120;

/**
 * @param {Moment} moment
 * @returns {number} ms
 */
const lengthOf = ({ steps }) => (steps ? PASS : BETWEEN);

/**
 * When a moment and a place in its pass are shown, counted from the start of the run (ms).
 * @param {Moment[]} moments
 * @param {number} index
 * @param {number} progress 0 to 1
 */
export function timeOf(moments, index, progress) {
  const before = moments.slice(0, index).reduce((sum, moment) => sum + lengthOf(moment), 0);
  return before + progress * lengthOf(moments[index]);
}

/**
 * What is shown at a time. The run ends with its last moment, which stays.
 * @param {Moment[]} moments
 * @param {number} time ms since the start of the run
 * @returns {{index: number, progress: number, isOver: boolean}} progress is 0 for a moment between two passes
 */
export function shownAt(moments, time) {
  const last = moments.length - 1;
  let left = Math.max(0, time);
  for (let index = 0; index < last; index += 1) {
    const length = lengthOf(moments[index]);
    if (left < length) {
      return { index, progress: moments[index].steps ? left / length : 0, isOver: false };
    }
    left -= length;
  }
  return { index: last, progress: 1, isOver: true };
}
