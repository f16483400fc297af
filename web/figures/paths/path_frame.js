/** What of a network is lit while its paths are merged: a frame as `networkDrawing` takes it. */

import { progressOf } from "../../drawing/motion/network_motion.js";
import { stillFrame } from "../../drawing/motion/still_frame.js";
import { placeParts, unitPlace, weightPlace } from "../../drawing/places.js";

/** @import { Place } from "../../contract/messages.js" */
/** @import { PathsResult, PathStage, PathTerm } from "./paths_messages.js" */
/** @import { Frame, Movement } from "../../drawing/motion/network_motion.js" */

/**
 * The whole forward pass is known, and the error signals that the stages so far have computed. All paths that
 * are left are lit, and the active one has an arrow against each of its weights. Arrows also show from which
 * δ each new one was computed; while a stage is under way, values move there.
 * @param {PathsResult} result
 * @param {number} position n: that many stages are done; between n and n + 1 the next one is under way
 * @param {number} path the active product of the stage that was reached or begun
 * @returns {Frame}
 */
export function pathFrame(result, position, path) {
  const { drawn, stages, weight } = result;
  const done = Math.floor(position);
  const stage = stages[done];
  const active = stage.terms[termAt(stage, path)];
  const { progress, reveal } = progressOf(position - done);
  const moving = position > done;
  const tails = stages.slice(1, done + 1).flatMap((each) => each.tails);
  const arrows = [
    ...active.weights.map(([layer, i, j]) => backwardAlong(layer, i, j)),
    ...(done === 0 ? [fromLoss(result, active.units[active.units.length - 1])] : []),
    ...tails.flatMap(({ place }) => tailMovements(result, place)),
  ];
  const made = moving ? stages[done + 1].tails : [];
  const lit = stage.terms.flatMap((term) => litBy(term, done));
  return stillFrame({
    phase: "backward",
    lit: new Set([...lit, weightPlace(weight)]),
    traced: new Set([...litBy(active, done), weightPlace(weight)]),
    arrows: moving ? [] : arrows,
    travellers: made
      .flatMap(({ place }) => tailMovements(result, place))
      .map((move) => ({ ...move, progress })),
    known: new Set([
      "loss",
      weightPlace(weight),
      ...forwardPlaces(drawn.activations),
      ...tails.map(({ place }) => place),
    ]),
    arriving: new Set(made.map(({ place }) => place)),
    reveal,
    moving,
  });
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
 * The places of a product: its weights and units, and the loss or the δ at which it ends.
 * @param {PathTerm} term
 * @param {number} stage
 * @returns {Place[]}
 */
function litBy({ units, weights }, stage) {
  const [layer, unit] = units[units.length - 1];
  return [
    ...weights.map(([l, source, target]) => weightPlace({ layer: l, source, target })),
    ...units.map(([l, j]) => unitPlace(l, j)),
    stage === 0 ? "loss" : `error:${layer},${unit}`,
  ];
}

/**
 * @param {number[][]} activations
 * @returns {Place[]}
 */
const forwardPlaces = ([, ...layers]) =>
  layers.flatMap((units, index) =>
    units.flatMap((_, unit) => [`pre:${index + 1},${unit}`, unitPlace(index + 1, unit)]),
  );

/**
 * How the δs of the layer ahead, or the loss, bring what a δ collects.
 * @param {PathsResult} result
 * @param {Place} place `error:l,j`
 * @returns {Movement[]}
 */
function tailMovements(result, place) {
  const [layer, unit] = placeParts(place).numbers;
  const ahead = result.drawn.activations[layer + 1];
  if (!ahead) return [fromLoss(result, [layer, unit])];
  return ahead.map((_, next) => backwardAlong(layer, unit, next));
}

/**
 * The movement of an error signal back along a weight.
 * @param {number} layer
 * @param {number} source
 * @param {number} target
 * @returns {Movement}
 */
const backwardAlong = (layer, source, target) => ({
  from: unitPlace(layer + 1, target),
  to: unitPlace(layer, source),
  along: weightPlace({ layer, source, target }),
  carries: `error:${layer + 1},${target}`,
  value: null,
  role: "backward",
});

/**
 * The movement of the loss's derivative back to an output: the first factor of every path that ends there.
 * @param {PathsResult} result
 * @param {[number, number]} output
 * @returns {Movement}
 */
function fromLoss({ stages: [{ terms }] }, [layer, unit]) {
  const ending = terms.find(({ units }) => units[units.length - 1][1] === unit);
  return {
    from: "loss",
    to: unitPlace(layer, unit),
    along: null,
    carries: null,
    value: ending?.factors[0].value ?? null,
    role: "backward",
  };
}
