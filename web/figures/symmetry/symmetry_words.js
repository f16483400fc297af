import { countText } from "../../kit/formula/count_text.js";

/** What the figure `symmetry` says; sentences about numbers are the engine's. */
export const words = {
  waits: "This will be computed as soon as Python is here.",
  training: "Training …",
  unit: (/** @type {number} */ unit) => `Hidden unit ${unit}`,
  unitLabel: (/** @type {number} */ unit, /** @type {string[]} */ weights) =>
    `Weights of hidden unit ${unit}, from input 1 to input 6: ${weights.join(", ")}.`,
  left: "left half",
  right: "right half",
  bias: "bias",
  output: "Output",
  on: "on",
  off: "off",
  pattern: "The pattern: press a cell to turn it over",
  cell: (/** @type {number} */ input, /** @type {string} */ value) => `Input ${input}: ${value}`,
  seed: "Seed of the first weights",
  newSeed: "New seed",
  signed: "Inputs of −1 and 1",
  loss: "Loss",
  mirror: "Mirror symmetry",
  sweeps: "sweeps",
  solved: "solved",
  scrubber: "Sweeps of the run",
  position: (/** @type {number} */ sweep) => `${countText(sweep)} sweeps`,
  lossLabel: (/** @type {string} */ sentence) => `The loss over the sweeps of the run. ${sentence}`,
  mirrorLabel: "How far mirror weights are equal and opposite, over the sweeps of the run.",
};
