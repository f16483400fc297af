/**
 * What is known, what is lit and what travels at a position of the pass. The position is a real
 * number: n means that n steps are done, and between n and n + 1 the next step is under way. A
 * frame depends on steps and position alone, so a pass can be watched in any order, both ways.
 */

import { unitPlace, weightPlace } from "../places.js";

/** @typedef {import("../../contract/messages.js").Place} Place */
/** @typedef {import("../pass_messages.js").Step} Step */

/**
 * A value that moves from one place to another.
 * @typedef {object} Movement
 * @property {Place} from
 * @property {Place} to
 * @property {Place | null} along the edge it follows; null for a straight line
 * @property {Place | null} carries the place whose value it is; null when it is `value`
 * @property {number | null} value
 * @property {"forward" | "backward" | "target"} role
 */

/** @typedef {Movement & {progress: number}} Traveller progress from 0 to 1, eased */

/**
 * @typedef {object} Frame
 * @property {number} position
 * @property {number} index of the step last begun; -1 before the first
 * @property {Step | null} step the same
 * @property {Step["phase"] | null} phase
 * @property {Place | null} place where that step's value belongs
 * @property {boolean} moving whether that step is under way, rather than done
 * @property {Set<Place>} lit what that step touches
 * @property {Set<Place>} [traced] those of the lit places on which the reader's eye is to be, where there are
 *   several ways through the network
 * @property {Movement[]} arrows the movements of that step when it is done, drawn as arrows
 * @property {Traveller[]} travellers the movements of that step while it is under way
 * @property {Set<Place>} known `pre:`, `unit:`, `error:` and `loss` whose values are known;
 *   `weight:` and `bias:` whose gradients are
 * @property {Map<Place, number>} unitGradients ∂E/∂a of units of which it is known
 * @property {Map<Place, number>} updated new values of weights and biases
 * @property {Set<Place>} arriving what the step under way will add to `known`, or to the maps
 * @property {number} reveal how far what arrives has appeared, from 0 to 1
 */

/** The share of a step's time in which values move. */
const TRAVEL_SHARE = 0.78;

/** The share of a step's time after which its result begins to appear. */
const REVEAL_FROM = 0.68;

/**
 * @param {Step[]} steps
 * @param {number} position from 0 to `steps.length`; beyond that counts as the nearer end
 * @returns {Frame}
 */
export function networkMotion(steps, position) {
  const at = Math.max(0, Math.min(steps.length, Number.isNaN(position) ? 0 : position));
  const done = Math.floor(at);
  const passed = at - done;
  const moving = passed > 0;
  const index = moving ? done : done - 1;
  const step = steps[index] ?? null;
  const knowledge = knownAfter(steps.slice(0, done));
  const after = moving && step ? knownAfter(steps.slice(0, done + 1)) : knowledge;
  const moves = step ? movements(step, steps.slice(0, index)) : [];
  const { progress, reveal } = progressOf(passed);
  return {
    position: at,
    index,
    step,
    phase: step?.phase ?? null,
    place: step?.place ?? null,
    moving,
    lit: step ? touched(step) : new Set(),
    arrows: moving ? [] : moves,
    travellers: moving ? moves.map((move) => ({ ...move, progress })) : [],
    ...knowledge,
    arriving: gained(knowledge, after),
    reveal,
    ...(moving ? { updated: after.updated, unitGradients: after.unitGradients } : {}),
  };
}

/**
 * How far values have moved, and how far what they bring has appeared, in a step that is under way.
 * @param {number} passed the part of the step that is done, 0 to 1
 */
export function progressOf(passed) {
  return {
    progress: eased(Math.min(1, passed / TRAVEL_SHARE)),
    reveal: eased(Math.max(0, (passed - REVEAL_FROM) / (1 - REVEAL_FROM))),
  };
}

/**
 * The whole pass at once, before anything is updated: every value shown and nothing lit.
 * @param {Step[]} steps
 * @returns {Frame}
 */
export function overviewFrame(steps) {
  const pass = steps.filter(({ phase }) => phase !== "update");
  const still = { index: -1, step: null, phase: null, place: null, arrows: [], lit: new Set() };
  return { ...networkMotion(pass, pass.length), ...still };
}

/** @typedef {Pick<Frame, "known" | "unitGradients" | "updated">} Knowledge */

/**
 * @param {Step[]} steps
 * @returns {Knowledge}
 */
function knownAfter(steps) {
  /** @type {Knowledge} */
  const knowledge = { known: new Set(), unitGradients: new Map(), updated: new Map() };
  for (const step of steps) learn(knowledge, step);
  return knowledge;
}

/**
 * @param {Knowledge} knowledge
 * @param {Step} step
 */
function learn({ known, unitGradients, updated }, step) {
  const value = Array.isArray(step.value) ? step.value : [step.value];
  if (step.phase === "update") {
    touchedParameters(step).forEach((place, index) => {
      updated.set(place, value[index]);
    });
  } else if (step.operation.endsWith("_gradient") && step.place.startsWith("unit:")) {
    unitGradients.set(step.place, value[0]);
  } else {
    known.add(step.place);
  }
}

/**
 * @param {Knowledge} before
 * @param {Knowledge} after
 */
function gained(before, after) {
  /** @type {Set<Place>} */
  const places = new Set();
  for (const place of after.known) if (!before.known.has(place)) places.add(place);
  for (const place of after.updated.keys()) if (!before.updated.has(place)) places.add(place);
  for (const place of after.unitGradients.keys()) {
    if (!before.unitGradients.has(place)) places.add(`gradient:${place}`);
  }
  return places;
}

/**
 * Every place that a step touches, and those that its formula speaks of.
 * @param {Step} step
 * @returns {Set<Place>}
 */
function touched(step) {
  const spoken = step.substituted.parts.flatMap(({ place }) => (place ? [place] : []));
  const units = step.units.map(([layer, unit]) => unitPlace(layer, unit));
  return new Set([step.place, ...units, ...touchedParameters(step), ...spoken]);
}

/**
 * @param {Step} step
 * @returns {Place[]}
 */
function touchedParameters({ weights, biases }) {
  return [
    ...weights.map(([layer, source, target]) => weightPlace({ layer, source, target })),
    ...biases.map(([layer, target]) => weightPlace({ layer, source: null, target })),
  ];
}

/**
 * The movements of a step. Forward values follow edges from source to target, error signals go against
 * them, and a weight's gradient arises where both meet, at the weight.
 * @param {Step} step
 * @param {Step[]} before the steps before it
 * @returns {Movement[]}
 */
function movements(step, before) {
  const [own] = step.units;
  const last = lastLayer([...before, step]);
  const ends = step.weights.map(([l, i, j]) => edgeEnds(l, i, j, last));
  const unit = own ? unitPlace(own[0], own[1]) : "loss";
  switch (step.operation) {
    case "pre_activation":
      return [
        ...ends.map(({ weight, source }) => movement("forward", source, unit, weight, source)),
        ...step.biases.map((b) => movement("forward", `bias:${b}`, unit, null, `bias:${b}`)),
      ];
    case "loss":
      return step.units.flatMap(([layer, j]) => [
        movement("forward", unitPlace(layer, j), "loss", null, unitPlace(layer, j)),
        movement("target", `target:${j}`, "loss", null, `target:${j}`),
      ]);
    case "output_gradient":
      return [{ ...movement("backward", "loss", unit, null, null), value: single(step.value) }];
    case "error_signal":
      return own[0] === last && !before.some(isOutputGradientOf(own))
        ? [{ ...movement("backward", "loss", unit, null, null), value: single(step.value) }]
        : [];
    case "activation_gradient":
      return ends.map(({ weight, target, error }) =>
        movement("backward", target, unit, weight, error),
      );
    case "weight_gradient":
      return ends.flatMap(({ weight, source, target, error }) => [
        movement("forward", source, weight, weight, source),
        movement("backward", target, weight, weight, error),
      ]);
    case "bias_gradient":
      return step.biases.map(([l, j]) =>
        movement("backward", unitPlace(l + 1, j), `bias:${l},${j}`, null, `error:${l + 1},${j}`),
      );
    default:
      return [];
  }
}

/**
 * Whether a step is the ∂E/∂ŷ of an output. With some losses there is none, and δ is computed at once.
 * @param {[number, number]} output unit layer and unit
 */
function isOutputGradientOf([layer, unit]) {
  return (/** @type {Step} */ { operation, units: [first] }) =>
    operation === "output_gradient" && first[0] === layer && first[1] === unit;
}

/**
 * @param {Movement["role"]} role
 * @param {Place} from
 * @param {Place} to
 * @param {Place | null} along
 * @param {Place | null} carries
 * @returns {Movement}
 */
function movement(role, from, to, along, carries) {
  return { from, to, along, carries, value: null, role };
}

/**
 * The units at both ends of a weight. A direct link's layer is the number after the last.
 * @param {number} layer
 * @param {number} i
 * @param {number} j
 * @param {number} last the output's unit layer
 */
function edgeEnds(layer, i, j, last) {
  const direct = layer >= last;
  const to = direct ? last : layer + 1;
  return {
    weight: weightPlace({ layer, source: i, target: j }),
    source: unitPlace(direct ? 0 : layer, i),
    target: unitPlace(to, j),
    error: `error:${to},${j}`,
  };
}

/**
 * The last unit layer that these steps touch.
 * @param {Step[]} steps
 */
function lastLayer(steps) {
  return Math.max(...steps.flatMap(({ units }) => units.map(([layer]) => layer)));
}

/** @param {number | number[]} value */
const single = (value) => (Array.isArray(value) ? value[0] : value);

/**
 * Slow at both ends, fast in the middle (cubic).
 * @param {number} t 0 to 1
 */
function eased(t) {
  return t < 0.5 ? 4 * t * t * t : 1 - (2 - 2 * t) ** 3 / 2;
}
