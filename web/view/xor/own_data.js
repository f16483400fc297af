import { svg } from "lit";
import { guard } from "lit/directives/guard.js";
import { words } from "../../lesson/xor_words.js";
import { LaterPart } from "../later_part.js";
import { exampleMark } from "./example_mark.js";

/** @import { PlotFrame } from "../../scene/surface_plot.js" */
/** @import { OwnData } from "../../state/own_data.js" */
/** @import { FigureHost } from "../figure_host.js" */
/** @import { XorTraining } from "./xor_training.js" */

/** Half the width of a mark: so few that each is seen, or as many as may be. */
const FEW = 60;
const LARGE_MARK = 5;
const SMALL_MARK = 3;

/**
 * The part of the figure where a reader brings examples.
 * @param {FigureHost} host
 * @param {XorTraining} training
 */
export function ownDataPart(host, training) {
  return new LaterPart(host, {
    name: "own-data",
    summary: words.ownData,
    load: async () => {
      const { OwnDataPanel } = await import("./own_data_panel.js");
      return new OwnDataPanel(host, training);
    },
  });
}

/**
 * A reader's examples in the decision surface, drawn once for each size.
 * @param {OwnData} own
 * @param {PlotFrame} frame
 */
export function ownPoints({ points }, frame) {
  return guard([points, frame], () => {
    const places = Array.from({ length: points.length / 3 }, (_, index) => 3 * index);
    const size = places.length > FEW ? SMALL_MARK : LARGE_MARK;
    return places.map(
      (at) =>
        svg`${exampleMark(points[at + 2], frame.x(points[at]), frame.y(points[at + 1]), size)}`,
    );
  });
}
