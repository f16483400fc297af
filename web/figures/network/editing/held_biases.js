/** Biases that updates leave alone, all of them at once: several books and courses never update any. */

import { parameterAddress, parameterCount } from "../../../drawing/parameter_order.js";

/** @typedef {import("../network_state.js").NetworkState} NetworkState */

/**
 * Whether updates leave every bias alone.
 * @param {NetworkState} state
 */
export function holdsBiases(state) {
  return biasIndices(state).every((index) => state.frozen.includes(index));
}

/**
 * The fields with all biases frozen, or all free; weights stay as they are.
 * @param {NetworkState} state
 * @param {boolean} held
 */
export function fieldsWithBiasesHeld(state, held) {
  const biases = biasIndices(state);
  const others = state.frozen.filter((index) => !biases.includes(index));
  return { frozen: [...others, ...(held ? biases : [])].sort((a, b) => a - b) };
}

/**
 * Where the biases stand among the parameters.
 * @param {NetworkState} state
 */
function biasIndices(state) {
  return Array.from({ length: parameterCount(state) }, (_, index) => index).filter(
    (index) => parameterAddress(state, index).source === null,
  );
}
