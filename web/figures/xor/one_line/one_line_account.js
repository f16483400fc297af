import { nothing } from "lit";

/** @import { OneLine } from "./one_line_messages.js" */

/** Why one line cannot do XOR; how it is told is fetched when a line first tries. */
export class OneLineAccount {
  /** @param {() => void} onChange something to draw */
  constructor(onChange) {
    this.onChange = onChange;
    /** @type {typeof import("./one_line_view.js") | null} */
    this.view = null;
  }

  /** @param {OneLine | null} line null: there is nothing to tell */
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
      this.view = await import("./one_line_view.js");
      this.onChange();
    } catch {
      // The words could not be fetched; the line is drawn and tries all the same.
    }
  }
}
