import { NETWORK_FILES, takeHomePart } from "../../kit/take_home/take_home.js";
import { messageForEpochs } from "./training/training_slice.js";
import { xorLink } from "./xor_link.js";
import { words } from "./xor_words.js";

/** @import { Figure, FigureHost } from "../../kit/figure/figure_host.js" */
/** @import { XorTraining } from "./training/xor_training.js" */

/** How many epochs a script trains if the run has not begun. */
const UNTRAINED = 1000;

/**
 * The part of the figure that saves the network and its training run.
 * @param {FigureHost} host
 * @param {XorTraining} training
 * @param {Figure} figure
 */
export function xorTakeHome(host, training, figure) {
  return takeHomePart(host, {
    figure: "xor",
    files: NETWORK_FILES,
    filesNote: words.filesNote,
    link: xorLink,
    subject: (format) => {
      const { record } = training.run;
      const [first] = record.frames;
      if (format === "xlsx" || format === "csv") {
        return { ...messageForEpochs(training.message, record.frame.state, 0), surface: null };
      }
      const trained = record.lossesShown.length || record.history.losses.length || UNTRAINED;
      const epochs = Math.min(trained, host.describe.limits.epochs.maximum);
      return { ...messageForEpochs(training.message, first.state, epochs), surface: null };
    },
    state: () => figure.getState(),
    restore: (fields) => figure.setState(fields),
    picture: () => host.shadowRoot?.querySelector(".xor-panels") ?? null,
    losses: () => ({
      firstEpoch: training.run.record.history.firstEpoch,
      losses: training.run.record.lossesShown,
    }),
  });
}
