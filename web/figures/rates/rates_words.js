/** The words of the figure on learning rate and momentum. Sentences about numbers are the engine's. */

/** @type {Record<string, string>} */
const names = {
  small: "Small rate",
  good: "Good rate",
  too_large: "Rate too large",
  momentum: "Momentum",
  decaying: "Decaying rate",
};

export const words = {
  runs: "Five runs from one start",
  hint: "Choose a run; drag the start, or click the map, and set them all off from elsewhere.",
  landscape: "Loss of",
  first: "Across",
  second: "Up",
  learningRate: "Learning rate η",
  momentum: "Momentum α",
  decay: "η times, each step",
  startX: "Start across",
  startY: "Start up",
  settings: "Settings of this run",
  scrubber: "Steps of all runs",
  next: "The next step",
  waits: "Python is loading; these numbers follow.",
  legendGradient: "−η ∂E/∂w, the push of the slope",
  legendVelocity: "α Δw, what is left of the last step",
  legendNext: "the step that follows",
  lowest: "lowest loss",

  /** @param {string} name */
  runName: (name) => names[name] ?? name,

  /**
   * @param {number} step
   * @param {number} last
   */
  position: (step, last) => `step ${step} of ${last}`,

  /** @type {Record<string, string>} */
  happenings: {
    divergence: "divergence",
    oscillation: "oscillation",
    overshoot: "overshoot",
  },

  /** @param {{run: string, sentence: string, x: string, y: string, first: string, second: string}} now */
  mapLabel: ({ run, sentence, x, y, first, second }) =>
    `Contours of the loss over ${first} and ${second}, with the path of the run “${run}”. It stands at ${x}, ${y}. ${sentence}`,

  /**
   * @param {string} x
   * @param {string} y
   */
  startLabel: (x, y) => `Start at ${x}, ${y}. Arrow keys move it.`,
};
