import { bring } from "../../downloads/later_module.js";
import { words } from "../figure/figure_words.js";
import { LazyPart } from "../figure/lazy_part.js";

/** @typedef {import("../figure/figure_host.js").FigureHost} FigureHost */
/** @typedef {import("../../contract/messages.js").Message} Message */

/**
 * What a figure hands over to be saved.
 * @typedef {object} TakeHomeSource
 * @property {"network" | "xor"} figure
 * @property {object} link the figure's own table: the fields of its state that are saved
 * @property {(format: string) => Message} subject what a script or a spreadsheet is about
 * @property {() => object} state
 * @property {(fields: Record<string, unknown>) => void} restore shows a saved state; refuses bad fields by name
 * @property {() => Element | null} picture the element whose drawings make the picture
 * @property {() => {firstEpoch: number, losses: ArrayLike<number>}} [losses] of the run so far
 * @property {() => import("./printed_steps.js").PrintedStep[]} [steps] of the pass that is shown
 */

/**
 * The part of a figure that saves it as a script, a spreadsheet, a picture or data.
 * @param {FigureHost} host
 * @param {TakeHomeSource} source
 */
export function takeHomePart(host, source) {
  return new LazyPart(host, {
    name: "take-home",
    summary: words.takeHome,
    load: async () => {
      const { TakeHomePanel } = await bring(() => import("./panel.js"));
      return new TakeHomePanel(host, source);
    },
  });
}
