import { takeHomePart } from "../../kit/take_home/take_home.js";
import { graphLink, graphMessage } from "./graph_state.js";
import { words } from "./graph_words.js";

/** @typedef {import("../../kit/figure/figure_host.js").FigureHost} FigureHost */
/** @typedef {import("./graph_state.js").GraphState} GraphState */

/**
 * The part of the figure that saves the graph.
 * @param {FigureHost} host
 * @param {{state: GraphState}} shown
 * @param {import("../../kit/figure/figure_host.js").Figure} figure
 */
export function graphTakeHome(host, shown, figure) {
  return takeHomePart(host, {
    figure: "graph",
    files: words.files,
    filesNote: words.filesNote,
    link: graphLink,
    subject: () => graphMessage(shown.state),
    state: () => figure.getState(),
    restore: (fields) => figure.setState(fields),
    picture: () => host.shadowRoot?.querySelector(".graph-stage") ?? null,
  });
}
