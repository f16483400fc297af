/** What a state of the network figure asks of the engine, and how it is handed to the figure of graphs. */

import { guessOf } from "./prediction/guess.js";

/** @typedef {import("./network_state.js").NetworkState} NetworkState */
/** @typedef {import("./trace_messages.js").TraceMessage} TraceMessage */
/** @typedef {import("./trace_messages.js").UpdatesMessage} UpdatesMessage */

/**
 * The question that the engine answers with everything that this state shows.
 * @param {NetworkState} state
 * @returns {TraceMessage}
 */
export function traceMessage(state) {
  const { layer_sizes, activations, loss, use_biases, skip_to_output, seed } = state;
  const parameters = state.parameters ?? state.kept;
  const guess = guessOf(state);
  return {
    kind: "trace",
    network: {
      layer_sizes,
      activations,
      loss,
      use_biases,
      skip_to_output,
      seed,
      ...(parameters ? { parameters } : {}),
    },
    inputs: state.inputs,
    targets: state.targets,
    learning_rate: state.learning_rate,
    frozen: state.frozen,
    weight: state.selected,
    ...(guess ? { guess } : {}),
  };
}

/**
 * The question what many updates do.
 * @param {NetworkState} state
 * @param {number} count
 * @returns {UpdatesMessage}
 */
export function updatesMessage(state, count) {
  const { network, inputs, targets, learning_rate, frozen } = traceMessage(state);
  return { kind: "updates", network, inputs, targets, learning_rate, frozen, count };
}

/**
 * The network of a state with its example, as the figure of graphs takes it.
 * @param {NetworkState} state
 */
export const graphNetwork = ({ inputs, targets, ...state }) => ({
  spec: {
    layer_sizes: state.layer_sizes,
    activations: state.activations,
    loss: state.loss,
    use_biases: state.use_biases,
    skip_to_output: state.skip_to_output,
    parameters: state.parameters,
  },
  inputs,
  targets,
});
