/**
 * What of a pass is known, lit and on its way at a place in it. Values run from the inputs to the loss, layer
 * by layer; then error signals run back, and leave a gradient at each weight that they pass.
 */

import { stillFrame } from "../../drawing/motion/still_frame.js";

/** @import { Place } from "../../contract/messages.js" */
/** @import { Frame } from "../../drawing/motion/network_motion.js" */
/** @import { NetworkLayout } from "../../drawing/layout/network_layout.js" */
/** @import { Line } from "../../drawing/layout/edge_geometry.js" */
/** @import { Pass } from "../../drawing/pass_messages.js" */

/**
 * A value on its way along a line: `at` is the fraction of the line, from its source.
 * @typedef {{line: Line, at: number, isBackward: boolean, size: number}} Pulse
 */

/**
 * A part of the pass.
 * @typedef {object} Stage
 * @property {"forward" | "loss" | "backward" | "update"} phase
 * @property {number} layer of weights that values run along; the number of layers: into the loss or out of it
 * @property {number} until where in the pass it ends, 0 to 1
 */

/** The share of a stage's time in which values move; then they have arrived, and one can look. */
const TRAVEL = 0.74;
/** The share of the pass that the update takes. */
const UPDATE = 0.12;

/**
 * The stages of a pass through so many layers of weights, each as long as the others but the update.
 * @param {number} layers
 * @returns {Stage[]}
 */
export function passStages(layers) {
  const forward = Array.from({ length: layers + 1 }, (_, layer) => layer);
  const stages = [
    ...forward.map((layer) => ({ phase: layer === layers ? "loss" : "forward", layer })),
    ...forward.toReversed().map((layer) => ({ phase: "backward", layer })),
  ];
  const each = (1 - UPDATE) / stages.length;
  return /** @type {Stage[]} */ ([
    ...stages.map((stage, index) => ({ ...stage, until: each * (index + 1) })),
    { phase: "update", layer: 0, until: 1 },
  ]);
}

/**
 * The stage at a place in the pass, and how far it has come, 0 to 1.
 * @param {Stage[]} stages
 * @param {number} progress 0 to 1
 */
export function stageAt(stages, progress) {
  const index = Math.max(
    stages.findIndex(({ until }) => progress < until),
    progress >= 1 ? stages.length - 1 : 0,
  );
  const from = stages[index - 1]?.until ?? 0;
  return { index, passed: Math.min(1, (progress - from) / (stages[index].until - from)) };
}

/**
 * The drawing during one stage: what the stages before it have found out, and the lines that are in use.
 * @param {NetworkLayout} layout
 * @param {Stage[]} stages
 * @param {number} index
 * @returns {Frame}
 */
export function stageFrame(layout, stages, index) {
  const { phase, layer } = stages[index];
  const isUpdate = phase === "update";
  return stillFrame({
    phase: isUpdate ? "update" : phase === "backward" ? "backward" : "forward",
    known: new Set(stages.slice(0, index).flatMap((stage) => found(layout, stage))),
    lit: new Set(
      [...layout.edges, ...layout.biases]
        .filter((line) => isUpdate || line.layer === layer)
        .map(({ place }) => place),
    ),
  });
}

/**
 * A moment of which no pass is shown: what the network answers, or all of the pass.
 * @param {NetworkLayout} layout
 * @param {Stage[]} stages
 * @param {boolean} isWhole
 * @returns {Frame}
 */
export function momentFrame(layout, stages, isWhole) {
  const shown = stages.filter(({ phase }) => isWhole || phase === "forward" || phase === "loss");
  return stillFrame({ known: new Set(shown.flatMap((stage) => found(layout, stage))) });
}

/**
 * The places of which a stage finds the values.
 * @param {NetworkLayout} layout
 * @param {Stage} stage
 * @returns {Place[]}
 */
function found({ units, edges, biases }, { phase, layer }) {
  if (phase === "loss") return ["loss"];
  if (phase === "update") return [];
  const reached = units.filter((unit) => unit.layer === layer + (phase === "forward" ? 1 : 0));
  const keys = reached.map((unit) => `${unit.layer},${unit.index}`);
  if (phase === "forward") return keys.flatMap((key) => [`unit:${key}`, `pre:${key}`]);
  const passed = [...edges, ...biases].filter((line) => line.layer === layer);
  return [
    ...(layer > 0 ? keys.map((key) => `error:${key}`) : []),
    ...passed.map(({ place }) => place),
  ];
}

/**
 * The values that are on their way.
 * @param {NetworkLayout} layout
 * @param {Pass} pass
 * @param {Stage} stage
 * @param {number} passed how far the stage has come, 0 to 1
 * @returns {Pulse[]}
 */
export function pulses({ edges, links }, pass, { phase, layer }, passed) {
  if (phase === "update" || passed >= TRAVEL) return [];
  const isBackward = phase === "backward";
  const way = eased(passed / TRAVEL);
  const at = isBackward ? 1 - way : way;
  const lines = edges.filter((edge) => edge.layer === layer);
  if (lines.length === 0) {
    const into = isBackward ? links.filter(({ from }) => from.startsWith("unit")) : links;
    return into.map(({ line }) => ({ line, at, isBackward, size: 1 }));
  }
  const values = lines.map(({ source, target }) =>
    Math.abs(isBackward ? pass.error_signals[layer][target] : pass.activations[layer][source]),
  );
  const largest = Math.max(...values) || 1;
  return lines.map((line, index) => ({ line, at, isBackward, size: values[index] / largest }));
}

/** @param {number} t 0 to 1: slow at both ends */
const eased = (t) => t * t * (3 - 2 * t);
