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
  startsTitle: "Was that luck? 200 starts at once",
  startsNote:
    "Each start has other first weights. They train in the background for about a quarter of a minute, and a bar grows whenever one is solved.",
  startsLinked:
    "The 200 starts belong to this link. They are not trained yet: press Train 200 starts, and they end as they did there.",
  trainStarts: "Train 200 starts",
  pauseStarts: "Pause",
  goOnStarts: "Go on",
  againStarts: "Train them again",
  progress: "Sweeps done by all starts",
  barsAre: "How many starts were solved in each stretch of sweeps; later stretches are longer.",
  notSolved: "not solved",
  paper: "the paper’s run",
  starts: "starts",
  openNext: "Choose a bar, and one of its starts is trained above; choose it again for the next.",
  filesNote:
    "The script trains this start with the settings of the paper, as far as it has come here. The data are its loss, its mirror symmetry and all of its weights, sweep by sweep.",
};
