/** The words of the figure of a deep stack. Sentences about its numbers are the engine's own. */

export const words = {
  train: "Train",
  trainTitle: "A few steps of gradient descent on every weight",
  back: "Back to the start",
  reset: "Reset",
  newSeed: "New seed",
  resetTitle: "Back to the stack that was shown first",

  depth: "Layers",
  width: "Units in each",
  activation: "Activation",
  initialiser: "First weights",
  initialRange: "drawn from ±",
  residual: "Residual links",
  normalisation: "Batch normalisation",
  learningRate: "Learning rate η",
  seed: "Seed",
  settings: "The stack",
  moreSettings: "More of the stack",
  layer: "Layer",
  measure: "Drawn for each layer",

  /** @param {string} name */
  initialiserName: (name) =>
    ({ range: "a plain range", xavier: "Xavier (Glorot)", he: "He" })[name] ?? name,

  /** @param {string} name */
  measureName: (name) =>
    name === "signal" ? "gradient of its activations" : "gradient of its weights",

  /** @param {string} measure */
  gradientTitle: (measure) => `Every layer: size of the ${measure}`,
  movedTitle: "How far training moved each layer’s weights",
  layerAxis: "layer",
  toOutput: "to the output →",
  direction: "← the gradient comes from the output",
  start: "before training",
  exactlyZero: "0",
  untrained: "No layer has moved yet.",
  untrainedPrompt: "Press Train, and see which layers do.",

  /** @param {string} steepest */
  bound: (steepest) => `${steepest}ⁿ: if slopes were ${steepest} and weights did nothing`,

  table: "All layers as a table",
  tableColumns: [
    "layer",
    "gradient of its activations",
    "gradient of its weights",
    "factor",
    "weights moved by",
  ],

  factorTitle: "Per layer, on average",
  noFactor: "Nothing passes: there is no factor to take a mean of.",
  comparisons: "What a factor per layer comes to",
  perLayer: "per layer",

  /** @param {number} layers */
  overStack: (layers) => `over ${layers} layers`,

  overHundred: "over 100",

  /** @param {string} name */
  comparisonName: (name) =>
    ({
      quarter: "if slopes were 0.25 and weights did nothing",
      half: "if each layer halved it",
      measured: "measured here",
    })[name] ?? name,

  tooLarge: "beyond 10³⁰⁸",

  /**
   * @param {string} measure
   * @param {string} sentence
   */
  gradientLabel: (measure, sentence) =>
    `Dots on a scale of powers of ten, one for each layer: the ${measure}. ${sentence}`,

  /** @param {string} sentence */
  movedLabel: (sentence) =>
    `Dots on a scale of powers of ten, one for each layer: how far its weights moved. ${sentence}`,

  waiting: "The numbers follow when Python is here.",

  /** @param {string} steepest */
  most: (steepest) => (steepest === "0.25" ? "at most ¼" : `at most ${steepest}`),

  /** @param {string} steepest */
  curves: (steepest) =>
    `Solid: what a unit makes of its z. Dashed: the slope there, never more than ${steepest}.`,
};
