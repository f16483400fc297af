/** What the figure of a deep stack is set to: its stack, its training, and where the reader looks. */

import {
  choiceField,
  flagField,
  numberField,
  withTableValues,
} from "../../kit/fields/field_table.js";
import { flag, number, word } from "../../kit/fields/link_forms.js";

/** @import { DepthMessage } from "./depth_messages.js" */
/** @import { DescribeResult } from "../../contract/messages.js" */

/**
 * @typedef {Omit<DepthMessage, "kind"> & {measure: string, layer: number, more_controls: boolean}} DepthState
 *   `measure` is which gradient is drawn, `layer` the layer that is described in a sentence, and with
 *   `more_controls` the controls that the first task does not need are in sight
 */

/** @type {import("../../kit/fields/link_forms.js").LinkTable<DepthState>} */
export const depthLink = {
  depth: number,
  width: number,
  activation: word,
  initialiser: word,
  initial_range: number,
  residual: flag,
  batch_normalisation: flag,
  seed: number,
  learning_rate: number,
  steps: number,
  measure: word,
  layer: number,
  more_controls: flag,
};

export const ACTIVATIONS = ["sigmoid", "tanh", "relu", "leaky_relu"];
export const INITIALISERS = ["range", "xavier", "he"];
export const MEASURES = ["signal", "weight_gradient"];

/** The layer that is described at first, one with layers on both sides. */
const OPENING_LAYER = 10;

/** @param {DescribeResult} describe */
export function depthFields({ limits }) {
  return [
    numberField("depth", limits.stack_depth, true),
    numberField("width", limits.stack_width, true),
    choiceField("activation", ACTIVATIONS, true),
    choiceField("initialiser", INITIALISERS, true),
    numberField("initial_range", limits.stack_range, true),
    flagField("residual", true),
    flagField("batch_normalisation", true),
    numberField("seed", limits.seed, true),
    numberField("learning_rate", limits.learning_rate),
    numberField("steps", limits.stack_steps),
    choiceField("measure", MEASURES),
    numberField("layer", { minimum: 1, maximum: limits.stack_depth.maximum, whole: true }),
    flagField("more_controls"),
  ];
}

/**
 * What is shown first: the recorded stack, with a sentence on one of its layers.
 * @param {DepthMessage} message
 * @returns {DepthState}
 */
export function depthOpening({ kind: _, ...stack }) {
  return { ...stack, measure: "signal", layer: OPENING_LAYER, more_controls: false };
}

/**
 * The state with some fields set. A new stack is untrained; if it does not have the described layer, its
 * last one is described.
 * @param {DepthState} state
 * @param {Record<string, unknown>} partial
 * @param {import("../../kit/fields/field_table.js").TableField[]} fields
 */
export function withDepthFields(state, partial, fields) {
  const { state: next, refused, restarts } = withTableValues(state, partial, fields);
  const steps = restarts && !("steps" in partial) ? 0 : next.steps;
  return { state: { ...next, steps, layer: Math.min(next.layer, next.depth) }, refused };
}

/**
 * @param {DepthState} state
 * @returns {DepthMessage}
 */
export function depthMessage({ measure: _, layer: __, more_controls: ___, ...stack }) {
  return { kind: "depth", ...stack };
}
