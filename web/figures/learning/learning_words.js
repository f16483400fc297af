/** @param {string} epoch */
const corrections = (epoch) => `${epoch} ${epoch === "1" ? "correction" : "corrections"}`;

/** What the figure `learning` says; sentences about numbers are the engine's. */
export const words = {
  again: "Teach it again",
  pause: "Pause",
  goOn: "Go on",
  atFirst: "At first",
  after: "After",
  corrections,
  loss: "Mean loss",
  /** @param {string} epoch */
  surface: (epoch) =>
    `What the network answers to every pair of inputs, after ${corrections(epoch)}`,
  /** @param {{epoch: string, loss: string}} texts */
  curve: ({ epoch, loss }) =>
    `The mean loss of the four examples during the run; after ${corrections(epoch)} it is ${loss}`,
  choose: "Choose any weight to see how its gradient is made.",
  /** @param {string} example @param {string} epoch */
  opened: (example, epoch) => `${example} in the network after ${corrections(epoch)}`,
  close: "Close",
};
