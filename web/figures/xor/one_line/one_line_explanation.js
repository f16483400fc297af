import { nothing } from "lit";
import { bring } from "../../../downloads/later_module.js";

/** @import { OneLine } from "./one_line_messages.js" */

/** Explains why one line cannot separate XOR. Its code is fetched when a single unit is first chosen. */
export class OneLineExplanation {
  /** @param {() => void} onChange the figure has to be drawn again */
  constructor(onChange) {
    this.onChange = onChange;
    /** @type {typeof import("./one_line_view.js") | null} */
    this.view = null;
  }

  /** @param {OneLine | null} line null: a network with hidden units */
  why(line) {
    if (line && !this.view) this.#load();
    return (line && this.view?.whyNoLine(line)) ?? nothing;
  }

  /** @param {OneLine | null} line */
  perceptron(line) {
    return (line && this.view?.perceptronRule(line)) ?? nothing;
  }

  async #load() {
    try {
      this.view = await bring(() => import("./one_line_view.js"));
      this.onChange();
    } catch {
      // Without its explanation the line is drawn and trained all the same.
    }
  }
}
