import { bring } from "../../downloads/later_module.js";
import { words } from "../figure/figure_words.js";
import { LazyPart } from "../figure/lazy_part.js";

/** @typedef {import("../figure/figure_host.js").FigureHost} FigureHost */
/** @typedef {import("../../contract/messages.js").Message} Message */

/** The files of one pass or one training run of a network; see `TakeHomeSource`. */
export const NETWORK_FILES = {
  numpy: "NumPy script",
  pytorch: "PyTorch script",
  xlsx: "Spreadsheet (.xlsx)",
  csv: "Spreadsheet (.csv)",
};

/** The files of a run of the laboratory. */
export const RUN_FILES = { numpy: "NumPy script", csv: "Data (.csv)" };

/**
 * What a figure hands over to be saved.
 * @typedef {object} TakeHomeSource
 * @property {string} figure its name, with which the names of files begin
 * @property {Record<string, string>} files the formats in which Python writes the calculation down, in the
 *   order of their buttons, and what each is called
 * @property {string} filesNote what is in these files
 * @property {Record<string, string>} [numberFiles] likewise, formats of the numbers alone
 * @property {string} [numbersNote] what is in these, and where a saved state opens again, if not here
 * @property {object} link the figure's own table: the fields of its state that are saved
 * @property {(format: string) => Message} subject the message whose calculation is written in that format
 * @property {() => object} state
 * @property {(fields: Record<string, unknown>) => void} [restore] shows a saved state; refuses bad fields by name.
 *   A figure without it opens states elsewhere
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
