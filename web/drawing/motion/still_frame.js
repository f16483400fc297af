/** @import { Frame } from "./network_motion.js" */

/**
 * A frame in which nothing moves and no step is under way.
 * @param {Partial<Frame> & Pick<Frame, "known">} shown what is known, and whatever else the frame shows
 * @returns {Frame}
 */
export const stillFrame = (shown) => ({
  position: 0,
  index: -1,
  step: null,
  phase: null,
  place: null,
  moving: false,
  lit: new Set(),
  arrows: [],
  travellers: [],
  unitGradients: new Map(),
  updated: new Map(),
  arriving: new Set(),
  reveal: 0,
  ...shown,
});
