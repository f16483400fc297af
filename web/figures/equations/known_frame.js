/** A pass that is done: every value known and nothing moving. */

/** @import { Pass } from "../../drawing/pass_messages.js" */
/** @import { Frame } from "../../drawing/motion/network_motion.js" */

/**
 * The frame in which a drawing shows all that is in a result.
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
      for (const target of row.keys()) known.add(`weight:${layer},${source},${target}`);
    });
  });
  biases.forEach((units, layer) => {
    for (const target of units.keys()) known.add(`bias:${layer},${target}`);
  });
  return {
    position: 0,
    index: -1,
    step: null,
    phase: null,
    place: null,
    moving: false,
    lit: new Set(),
    arrows: [],
    travellers: [],
    known,
    unitGradients: new Map(),
    updated: new Map(),
    arriving: new Set(),
    reveal: 0,
  };
}
