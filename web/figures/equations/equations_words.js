/** The words of the figure of the seven equations. What its symbols stand for is the engine's own. */

export const words = {
  invitation:
    "Choose a weight or a unit in the drawing, and every symbol takes its number from there. Point at a symbol, and its place lights up.",
  waiting: "The numbers follow when Python is here.",
  forms: "How the equations are written",
  index: "For one weight wᵢⱼ",
  matrix: "For a layer, in matrices",
  rows: "Examples are rows here, as in NumPy: x W + b, and δ Wᵀ on the way back. Many books write them as columns: W x + b, and Wᵀ δ.",
  step: "Step",
  stepTitle: "One step of gradient descent with momentum, on every weight",
  back: "Back",
  reset: "Reset",
  resetTitle: "Back to what was shown first",
  settings: "The example and how it is learned",
  input: "Input",
  target: "Target",
  learningRate: "Learning rate η",
  momentum: "Momentum α",
  activation: "Hidden activation",
  equations: "The seven equations",

  /** @param {string | null} subject */
  inNumbers: (subject) => (subject === null ? "In numbers" : `In numbers, for ${subject}`),

  /** @param {string} subject */
  symbolsOf: (subject) => `What the symbols are, for ${subject}; arrow keys go through them`,

  /** @type {Record<string, {title: string, sentence: string}>} */
  cards: {
    forward: {
      title: "Forward",
      sentence: "A unit adds up what it receives, each times its weight, and bends the sum.",
    },
    loss: {
      title: "Loss",
      sentence: "How wrong the output is: half the square of the difference.",
    },
    output_error: {
      title: "δ at the output",
      sentence: "The difference, times how sensitive the output is to its sum.",
    },
    hidden_error: {
      title: "δ inside",
      sentence: "The error signals come back along the same weights, and then meet the slope.",
    },
    weight_gradient: {
      title: "Gradient of a weight",
      sentence: "The activation at its start, times the error signal at its end.",
    },
    update: {
      title: "Update",
      sentence: "A small step against the gradient.",
    },
    momentum: {
      title: "Update with momentum",
      sentence: "The same step, and a part of the one before.",
    },
  },
};
