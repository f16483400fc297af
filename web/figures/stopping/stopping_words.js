/** The words of the figure on stopping. Sentences about numbers are the engine's. */
export const words = {
  training: "training loss",
  validation: "validation loss",
  best: "best",
  epoch: "epoch",
  waits: "These numbers follow when Python is here.",
  dragOrType: "Drag the handles or use the fields.",
  drag: "Drag the handles.",
  hint: "Make each rule the first to fire in turn, and see what it costs.",
  more: "More controls",
  reset: "Reset",
  rules: "Rules",
  rule: "Rule",
  stops: "Stops at",
  validationThere: "Validation loss of the weights kept",
  cost: "Against the best",
  why: "Why there",
  never: "never",
  first: "fires first",
  data: "Data",
  noise: "Noise",
  seed: "Seed",

  /** @type {Record<string, {short: string, field: string, label: string, nudge: number}>} */
  lines: {
    loss_below: {
      short: "Threshold",
      field: "loss_below",
      label: "Training loss below",
      nudge: 0.01,
    },
    no_improvement: {
      short: "Patience",
      field: "patience",
      label: "Patience, epochs",
      nudge: 10,
    },
    small_gain: {
      short: "Diminishing returns",
      field: "least_gain",
      label: "Least gain in 100 epochs",
      nudge: 0.01,
    },
    budget: { short: "Budget", field: "budget", label: "Budget, epochs", nudge: 25 },
  },

  /**
   * @param {string} epoch
   * @param {boolean} isFirst
   */
  at: (epoch, isFirst) => (isFirst ? `${epoch}, first` : epoch),

  /** @param {string} sentence */
  plotLabel: (sentence) =>
    `Training and validation loss over the epochs of one run, with a line where each of four rules would stop it. ${sentence}`,

  /** @param {{label: string, value: string, reason: string}} line */
  lineText: ({ label, value, reason }) => `${label}: ${value}. ${reason}`,

  /** @param {string} name */
  datasetName: (name) => (name === "circle" ? "circle in a ring" : "two clouds"),
};
