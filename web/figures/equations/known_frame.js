import { stillFrame } from "../../drawing/motion/still_frame.js";
import { weightPlace } from "../../drawing/places.js";

/** @import { Pass } from "../../drawing/pass_messages.js" */
/** @import { Frame } from "../../drawing/motion/network_motion.js" */

/**
 * The frame of a pass that is done: every value is known and nothing moves.
 * @param {Pick<Pass, "weights" | "biases" | "pre_activations">} result
 * @returns {Frame}
 */
export function knownFrame({ weights, biases, pre_activations }) {
  const known = new Set(["loss"]);
  pre_activations.forEach((units, layer) => {
    for (const unit of units.keys()) {
      for (const kind of ["pre", "unit", "error"]) known.add(`${kind}:${layer + 1},${unit}`);
    }
  });
  weights.forEach((matrix, layer) => {
    matrix.forEach((row, source) => {
      for (const target of row.keys()) known.add(weightPlace({ layer, source, target }));
    });
  });
  biases.forEach((units, layer) => {
    for (const target of units.keys()) known.add(weightPlace({ layer, source: null, target }));
  });
  return stillFrame({ known });
}
