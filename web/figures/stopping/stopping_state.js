/** What the figure on stopping is set to. The ranges are the engine's own. */

import { choiceField, numberField, withTableValues } from "../../kit/fields/field_table.js";
import { number, word } from "../../kit/fields/link_forms.js";

/** @import { DescribeResult } from "../../contract/messages.js" */
/** @import { StoppingMessage } from "./stopping_messages.js" */

/** @typedef {Omit<StoppingMessage, "kind">} StoppingState */

/** @type {import("../../kit/fields/link_forms.js").LinkTable<StoppingState>} */
export const stoppingLink = {
  dataset: word,
  noise: number,
  seed: number,
  loss_below: number,
  patience: number,
  least_gain: number,
  budget: number,
};

export const DATASETS = ["circle", "gaussians"];

/** Each numeric field, and the engine's limit for it. */
const NUMBERS = {
  noise: "noise",
  seed: "seed",
  loss_below: "loss",
  patience: "run_epoch",
  least_gain: "gain",
  budget: "run_epoch",
};

/**
 * @param {StoppingMessage} message the opening
 * @returns {StoppingState}
 */
export function openingStopping({
  dataset,
  noise,
  seed,
  loss_below,
  patience,
  least_gain,
  budget,
}) {
  return { dataset, noise, seed, loss_below, patience, least_gain, budget };
}

/**
 * @param {StoppingState} state
 * @returns {StoppingMessage}
 */
export function stoppingMessage(state) {
  return { kind: "stopping", ...openingStopping({ kind: "stopping", ...state }) };
}

/**
 * Sets some fields, each checked.
 * @param {StoppingState} state
 * @param {Record<string, unknown>} partial
 * @param {DescribeResult} describe
 */
export function withStopping(state, partial, { limits }) {
  return withTableValues(state, partial, [
    choiceField("dataset", DATASETS),
    ...Object.entries(NUMBERS).map(([field, limit]) => numberField(field, limits[limit])),
  ]);
}
