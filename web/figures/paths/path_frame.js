/** What of a network is lit while one of its paths is looked at: a frame as `networkDrawing` takes it. */

import { stillFrame } from "../../drawing/motion/still_frame.js";
import { placeParts, unitPlace, weightPlace } from "../../drawing/places.js";

/** @import { Place } from "../../contract/messages.js" */
/** @import { PathsResult, PathStage, PathTerm } from "./paths_messages.js" */
/** @import { Frame, Movement } from "../../drawing/motion/network_motion.js" */

/**
 * The whole forward pass is known, and the error signals that the stages so far have computed. The active
 * path is lit, with an arrow against each of its weights. Where tails are merged, arrows show from which δ
 * each new one was computed.
 * @param {PathsResult} result
 * @param {number} stage
 * @param {PathTerm} active
 * @returns {Frame}
 */
export function pathFrame({ drawn, stages, weight }, stage, active) {
  const { activations, weights } = drawn;
  const depth = activations.length - 1;
  /** @type {Set<Place>} */
  const known = new Set(["loss"]);
  for (const [layer, units] of activations.entries()) {
    for (const unit of units.keys()) {
      if (layer > 0) known.add(`pre:${layer},${unit}`).add(`unit:${layer},${unit}`);
    }
  }
  if (weights.length > 0) known.add(weightPlace(weight));
  const [endLayer, end] = active.units[active.units.length - 1];
  /** @type {Place[]} */
  const lit = [
    ...active.weights.map(([layer, source, target]) => weightPlace({ layer, source, target })),
    ...active.units.map(([layer, unit]) => unitPlace(layer, unit)),
    weightPlace(weight),
  ];
  if (stage === 0) lit.push("loss");
  else lit.push(`error:${endLayer},${end}`);
  const arrows = active.weights.map(([layer, i, j]) => backwardAlong(layer, i, j));
  const tails = stages.slice(1, stage + 1).flatMap((each) => each.tails);
  if (stage === 0) arrows.push(backward("loss", unitPlace(depth, end), null));
  else arrows.push(...tails.flatMap(({ place }) => tailArrows(place, activations)));
  for (const { place } of tails) known.add(place);
  return stillFrame({ phase: "backward", lit: new Set(lit), arrows, known });
}

/**
 * The index of this term in a stage's sum, or of the last term if there are fewer.
 * @param {PathStage} stage
 * @param {number} path
 */
export function termAt({ terms }, path) {
  return Math.min(path, terms.length - 1);
}

/**
 * The arrows from the δs of the layer ahead, or from the loss, to the δ that collects them.
 * @param {Place} place `error:l,j`
 * @param {number[][]} activations
 * @returns {Movement[]}
 */
function tailArrows(place, activations) {
  const [layer, unit] = placeParts(place).numbers;
  const ahead = activations[layer + 1];
  if (!ahead) return [backward("loss", unitPlace(layer, unit), null)];
  return ahead.map((_, next) => backwardAlong(layer, unit, next));
}

/**
 * The movement of a gradient back along a weight.
 * @param {number} layer
 * @param {number} source
 * @param {number} target
 */
const backwardAlong = (layer, source, target) =>
  backward(
    unitPlace(layer + 1, target),
    unitPlace(layer, source),
    weightPlace({ layer, source, target }),
  );

/**
 * @param {Place} from
 * @param {Place} to
 * @param {Place | null} along
 * @returns {Movement}
 */
const backward = (from, to, along) => ({
  from,
  to,
  along,
  carries: null,
  value: null,
  role: "backward",
});
