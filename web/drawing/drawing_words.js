/** The names of the places of a drawn network, for screen readers and the table of values. */

/** @typedef {import("../contract/messages.js").WeightAddress} WeightAddress */

export const words = {
  drawing: "The network",
  drawingRole: "network drawing",
  frozen: "frozen",
  isNew: "new",
  loss: "loss",
  preActivation: "pre-activation",
  activation: "activation",
  errorSignal: "error signal",
  gradient: "gradient",
  newValue: "after the update",
  tables: {
    units: "Units",
    inputs: "Inputs",
    input: "Input",
    weights: "Weights and biases",
    unit: "Unit",
    parameter: "Parameter",
    value: "Value",
    noValue: "none",
  },
};

/**
 * Such as "input 1", "hidden unit 2", "unit 1 of hidden layer 2", "the output".
 * @param {number[]} layerSizes
 * @param {number} layer unit layer, the input being 0
 * @param {number} unit from 0
 */
export function unitName(layerSizes, layer, unit) {
  const last = layerSizes.length - 1;
  if (layer === 0) return `input ${unit + 1}`;
  if (layer === last) return layerSizes[last] === 1 ? "the output" : `output ${unit + 1}`;
  return last === 2 ? `hidden unit ${unit + 1}` : `unit ${unit + 1} of hidden layer ${layer}`;
}

/**
 * Such as "weight from input 1 to hidden unit 2" or "bias of the output".
 * @param {number[]} layerSizes
 * @param {WeightAddress} address a direct weight's layer is the number after the last
 */
export function weightName(layerSizes, { layer, source, target }) {
  const last = layerSizes.length - 1;
  const direct = layer >= last;
  const to = unitName(layerSizes, direct ? last : layer + 1, target);
  if (source === null) return `bias of ${to}`;
  const from = unitName(layerSizes, direct ? 0 : layer, source);
  return `${direct ? "direct weight" : "weight"} from ${from} to ${to}`;
}

/**
 * @param {number} count of targets
 * @param {number} index from 0
 */
export function targetName(count, index) {
  return count === 1 ? "target" : `target ${index + 1}`;
}
