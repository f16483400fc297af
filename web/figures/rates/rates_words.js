/** The words of the figure on learning rate and momentum. Sentences about numbers are the engine's. */

export const words = {
  runs: "Runs from one start",
  hint: "Choose a run and play it. Drag the dashed circle, or press the map, and all runs start elsewhere.",
  landscape: "Landscape",
  first: "Across",
  second: "Up",
  learningRate: "Learning rate η",
  momentum: "Momentum α",
  decay: "η × this, each step",
  start: "Start",
  settings: "Settings of this run",
  scrubber: "Steps of all runs",
  next: "The next step",
  waits: "These numbers follow when Python is here.",
  legendGradient: "−η ∂E/∂w, the push of the slope",
  legendVelocity: "α Δw, what is left of the last step",
  legendNext: "the step that follows",
  lowest: "lowest loss",

  losses: "Loss after each step",
  steps: "step",

  /**
   * @param {number} step
   * @param {{title: string, loss: string}[]} runs
   */
  lossesLabel: (step, runs) =>
    `The loss of each run after each step, on a scale of powers of ten. At step ${step}, or at its end if that is earlier: ${runs
      .map(({ title, loss }) => `${title}: ${loss}`)
      .join("; ")}.`,

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
    `Contours of the loss over ${first} and ${second}, with the path of the run with ${run}. It stands at ${x}, ${y}. ${sentence}`,

  /**
   * @param {string} x
   * @param {string} y
   */
  startLabel: (x, y) => `Start at ${x}, ${y}. Arrow keys move it.`,
};
