import { svg } from "lit";
import { guard } from "lit/directives/guard.js";
import { LazyPart } from "../../../kit/figure/lazy_part.js";
import { exampleMark } from "../plots/example_mark.js";
import { words } from "../xor_words.js";

/** @import { PlotFrame } from "../../../kit/charts/surface_plot.js" */
/** @import { FigureHost } from "../../../kit/figure/figure_host.js" */

/**
 * @typedef {object} ExamplesPort
 * @property {() => boolean} areOwn whether the network trains on a reader's examples
 * @property {(points: number[] | null) => void} use these, or XOR's four again, from the start
 */

/** Half the width of a mark: so few that each is seen, or as many as may be. */
const FEW = 60;
const LARGE_MARK = 5;
const SMALL_MARK = 3;

/**
 * The part of the figure where a reader brings examples.
 * @param {FigureHost} host
 * @param {ExamplesPort} examples
 */
export function ownDataPart(host, examples) {
  return new LazyPart(host, {
    name: "own-data",
    summary: words.ownData,
    load: async () => {
      const { OwnDataPanel } = await import("./own_data_panel.js");
      return new OwnDataPanel(host, examples);
    },
  });
}

/**
 * A reader's examples in the decision surface, drawn once for each size.
 * @param {Float64Array} points two inputs and a target of each, in a row
 * @param {PlotFrame} frame
 */
export function ownPoints(points, frame) {
  return guard([points, frame], () => {
    const places = Array.from({ length: points.length / 3 }, (_, index) => 3 * index);
    const size = places.length > FEW ? SMALL_MARK : LARGE_MARK;
    return places.map(
      (at) =>
        svg`${exampleMark(points[at + 2], frame.x(points[at]), frame.y(points[at + 1]), size)}`,
    );
  });
}
