import { NETWORK_FILES, takeHomePart } from "../../kit/take_home/take_home.js";
import { words } from "./network_figure_words.js";
import { networkLink } from "./network_link.js";
import { traceMessage } from "./network_questions.js";

/** @typedef {import("../../kit/figure/figure_host.js").FigureHost} FigureHost */
/** @typedef {import("./traced_network.js").TracedNetwork} TracedNetwork */

/**
 * The part of the figure that saves the network and its pass.
 * @param {FigureHost} host
 * @param {TracedNetwork} network
 * @param {import("../../kit/figure/figure_host.js").Figure} figure
 */
export function networkTakeHome(host, network, figure) {
  return takeHomePart(host, {
    figure: "network",
    files: NETWORK_FILES,
    filesNote: words.filesNote,
    numberFiles: words.weightFiles,
    numbersNote: words.numbersNote,
    link: networkLink,
    subject: () => {
      const message = traceMessage(network.drawn);
      const { kind, inputs, targets, learning_rate, frozen } = message;
      return { kind, network: message.network, inputs, targets, learning_rate, frozen };
    },
    state: () => figure.getState(),
    picture: () => host.shadowRoot?.querySelector(".stage") ?? null,
    steps: () => network.result.steps,
  });
}
