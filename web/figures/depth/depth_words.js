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
  layer: "Layer",
  measure: "Drawn for each layer",

  /** @param {string} name */
  initialiserName: (name) =>
    ({ range: "a plain range", xavier: "Xavier (Glorot)", he: "He" })[name] ?? name,

  /** @param {string} name */
  measureName: (name) =>
    name === "signal" ? "gradient of its activations" : "gradient of its weights",

  gradientTitle: "Size of the gradient at every layer",
  movedTitle: "How far training moved each layer’s weights",
  layerAxis: "layer",
  toOutput: "to the output →",
  direction: "← the gradient comes from the output",
  start: "before training",
  exactlyZero: "0",
  untrained: "Nothing has moved yet.",
  untrainedPrompt: "Train, and see which layers do.",

  /** @param {string} steepest */
  bound: (steepest) =>
    steepest === "1"
      ? "1ⁿ: what slopes of 1, and no weights, would leave"
      : `${steepest}ⁿ: what slopes of ${steepest}, and no weights, would leave`,

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
      quarter: "σ′ at its largest, and no weights",
      half: "a half, as is often said",
      measured: "measured here",
    })[name] ?? name,

  tooLarge: "beyond 10³⁰⁸",

  /**
   * @param {string} measure
   * @param {string} sentence
   */
  gradientLabel: (measure, sentence) =>
    `Bars on a logarithmic axis, one for each layer: the ${measure}. ${sentence}`,

  /** @param {string} sentence */
  movedLabel: (sentence) =>
    `Bars on a logarithmic axis, one for each layer: how far its weights moved. ${sentence}`,

  waiting: "The new numbers come as soon as Python is here.",
};
