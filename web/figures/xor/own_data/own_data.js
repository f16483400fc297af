import { svg } from "lit";
import { guard } from "lit/directives/guard.js";
import { bring } from "../../../downloads/later_module.js";
import { exampleMark } from "../../../kit/charts/example_mark.js";
import { LazyPart } from "../../../kit/figure/lazy_part.js";
import { words } from "../xor_words.js";

/** @import { PlotFrame } from "../../../kit/charts/surface_plot.js" */
/** @import { OwnTold } from "../xor_messages.js" */
/** @import { FigureHost } from "../../../kit/figure/figure_host.js" */

/**
 * @typedef {object} ExampleChoice
 * @property {() => boolean} hasOwn whether the network trains on a reader's examples
 * @property {(examples: {inputs: number, values: number[]} | null) => void} use trains on these from the start; null: on XOR's four
 * @property {() => {standardise: boolean, held_out_percent: number}} settings how they are prepared
 * @property {(name: string, value: unknown) => void} set one of these settings
 */

/** Up to this many examples have large marks. */
const FEW = 60;
/** Half the width of a mark (px). */
const LARGE_MARK = 5;
const SMALL_MARK = 3;

/**
 * The part of the figure where a reader brings examples.
 * @param {FigureHost} host
 * @param {ExampleChoice} examples
 */
export function ownDataPart(host, examples) {
  return new LazyPart(host, {
    name: "own-data",
    summary: words.ownData,
    load: async () => {
      const { OwnDataPanel } = await bring(() => import("./own_data_panel.js"));
      return new OwnDataPanel(host, examples);
    },
  });
}

/**
 * A reader's examples in the decision surface, drawn once for each size. Those held out are paler.
 * @param {Float64Array} points two inputs and a target of each, in a row
 * @param {PlotFrame} frame
 * @param {ArrayLike<number>} [heldOut] which of them
 */
export function ownPoints(points, frame, heldOut = []) {
  return guard([points, frame, heldOut.length], () => {
    const places = Array.from({ length: points.length / 3 }, (_, index) => 3 * index);
    const size = places.length > FEW ? SMALL_MARK : LARGE_MARK;
    const pale = new Set(Array.from(heldOut));
    return places.map(
      (at, index) =>
        svg`<g class=${pale.has(index) ? "xor-held-out" : ""}>${exampleMark(points[at + 2], frame.x(points[at]), frame.y(points[at + 1]), size)}</g>`,
    );
  });
}

/**
 * What is said below the first of a reader's examples.
 * @param {OwnTold | null} own null: nothing has been answered yet
 */
export const ownNote = (own) =>
  [words.firstExamples, own?.held_out && words.heldOutPale, own?.held_out?.sentence, own?.sentence]
    .filter(Boolean)
    .join(" ");
