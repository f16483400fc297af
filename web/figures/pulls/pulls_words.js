/** The words of the figure on the pulls of examples. Sentences about numbers are the engine's. */
export const words = {
  loss: "Loss E",
  pulls: "Pull on the weight",
  epoch: "epoch",
  sum: "their sum",
  target: "target",
  weight: "Weight",
  seed: "Seed",
  scrubber: "Epochs of the run",
  now: "The four pulls at this epoch",
  up: "up →",
  down: "← down",
  tug: "shaded: tug-of-war, less than a tenth of all pull is left in the sum",
  play: "Choose a weight, then play.",
  hint: "Where the loss lies flat, look at the four pulls and at what is left of them. Each pull is a quarter of what its example alone would ask for, since the loss is the mean of the four.",
  waits: "These numbers follow when Python is here.",
  equation: "The sum of the pulls",

  /**
   * @param {string} epoch
   * @param {string} last
   */
  position: (epoch, last) => `epoch ${epoch} of ${last}`,

  /** @param {{weight: string, sentence: string}} now */
  plotLabel: ({ weight, sentence }) =>
    `Over the epochs: the loss, what each of the four examples pulls at the ${weight}, and the sum of the pulls. ${sentence}`,
};
