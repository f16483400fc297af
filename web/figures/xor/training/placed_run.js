/** Checks where a link or a caller puts a training run. Weights belong together and are checked as a whole. */

import { parameterCount } from "../../../drawing/parameter_order.js";
import { listOf, numberWithin, oneOf } from "../../../kit/fields/fields.js";
import { legsOf, wayOf } from "./training_legs.js";

/** @import { DescribeResult } from "../../../contract/messages.js" */
/** @import { TrainingState, TrainMessage } from "../xor_messages.js" */

/**
 * The fields of a run, beside the settings.
 * @typedef {object} PlacedFields
 * @property {number} epoch
 * @property {number[]} parameters
 * @property {number[]} velocity
 * @property {string | null} ended
 * @property {import("./training_legs.js").Leg[] | null} legs null: as the settings say
 */

export const PLACED = ["epoch", "parameters", "velocity", "ended", "legs"];

const ENDS = ["loss_below", "no_improvement", "epoch_limit", "diverged"];

/**
 * @typedef {object} PlacedRun
 * @property {TrainingState} state
 * @property {string | null} ended the rule that ended training there
 * @property {import("./training_legs.js").Leg[]} legs how it was trained, from epoch 0 on; empty: not known
 */

/**
 * Where a run is put by these fields; what they do not say stays as it is.
 * @param {Record<string, unknown>} given
 * @param {TrainingState} state where the run stands
 * @param {Omit<TrainMessage, "state" | "epochs">} message what the settings say
 * @param {DescribeResult} describe
 * @returns {PlacedRun}
 * @throws {import("../../../kit/fields/fields.js").Refused}
 */
export function placedRun(given, state, message, { limits }) {
  const { layer_sizes, use_biases } = message.network;
  const { epoch = state.epoch, parameters = state.parameters, ended = null, legs = null } = given;
  const count = parameterCount({ layer_sizes, use_biases });
  const at = numberWithin("epoch", epoch, limits.epoch);
  const vector = vectorOf("parameters", parameters, count, limits.weight);
  const still = new Array(count).fill(0);
  const velocity = vectorOf("velocity", given.velocity ?? still, count, limits.weight);
  const best = { best_loss: limits.any.maximum, best_epoch: at };
  return {
    state: { epoch: at, parameters: vector, velocity, ...best },
    ended: ended === null ? null : oneOf("ended", ended, ENDS),
    legs: legs === null ? [{ from: 0, ...wayOf(message) }] : legsOf("legs", legs, limits),
  };
}

/**
 * A network's parameters, or their velocities, checked against its size.
 * @param {string} name
 * @param {unknown} value
 * @param {number} count
 * @param {import("../../../kit/fields/fields.js").Limit} limit
 * @returns {number[]}
 */
function vectorOf(name, value, count, limit) {
  return listOf(name, value, { minimum: count, maximum: count }, (field, item) =>
    numberWithin(field, typeof item === "string" ? Number.NaN : item, limit),
  );
}
