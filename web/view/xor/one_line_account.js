import { nothing } from "lit";

/** @import { OneLine } from "../../contract/messages.js" */

/** Why one line cannot do XOR; how it is told is fetched when a line first tries. */
export class OneLineAccount {
  /** @param {() => void} onChange something to draw */
  constructor(onChange) {
    this.onChange = onChange;
    /** @type {typeof import("./one_line_view.js") | null} */
    this.view = null;
  }

  /** @param {OneLine} line */
  why(line) {
    if (!this.view) this.#load();
    return this.view?.whyNoLine(line) ?? nothing;
  }

  /** @param {OneLine} line */
  perceptron(line) {
    return this.view?.perceptronRule(line) ?? nothing;
  }

  async #load() {
    try {
      this.view = await import("./one_line_view.js");
      this.onChange();
    } catch {
      // The words could not be fetched; the line is drawn and tries all the same.
    }
  }
}
