/** What the figure on stopping is set to. The ranges are the engine's own. */

import { numberWithin, oneOf, Refused } from "../../kit/fields/fields.js";
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
 * @returns {{state: StoppingState, refused: {field: string, message: string}[]}}
 */
export function withStopping(state, partial, { limits }) {
  const refused = [];
  let next = state;
  for (const [field, value] of Object.entries(partial)) {
    try {
      next = { ...next, [field]: checked(field, value, limits) };
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      refused.push({ field: error.field, message: error.message });
    }
  }
  return { state: next, refused };
}

/**
 * @param {string} field
 * @param {unknown} value
 * @param {DescribeResult["limits"]} limits
 */
function checked(field, value, limits) {
  if (field === "dataset") return oneOf(field, value, DATASETS);
  if (!Object.hasOwn(NUMBERS, field)) {
    throw new Refused(field, `The figure has no field called ${field}.`);
  }
  const name = NUMBERS[/** @type {keyof typeof NUMBERS} */ (field)];
  return numberWithin(field, value, limits[name]);
}
