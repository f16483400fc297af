import { nothing } from "lit";
import { leftOut } from "../../kit/figure/left_out.js";
import { readFields, readLink } from "./link.js";
import { words } from "./link_words.js";

/** @typedef {import("../../kit/figure/figure_host.js").Figure} Figure */
/** @typedef {import("../../kit/figure/figure_host.js").Refusal} Refusal */

/** What a link says of one figure, put into it as it opens; and what of it was left out, and why. */
export class OpenedLink {
  /**
   * @param {string} text a page's link, or only this figure's part of it
   * @param {import("../../kit/figure/figure_host.js").FigureKind} kind
   */
  constructor(text, kind) {
    const link = readLink(text, kind.name);
    const group = link.figures.find(({ figure }) => figure === kind.name);
    const { fields, notes } = readFields(kind.link, group?.pairs ?? []);
    this.fields = fields;
    /** @type {Refusal[]} */
    this.notes = group ? [...link.notes, ...notes] : [];
    this.isOpening = false;
  }

  /** @param {Figure} shown */
  open(shown) {
    this.isOpening = true;
    shown.setState(this.fields);
    this.isOpening = false;
  }

  /** @param {Refusal} refusal a value that the figure did not take */
  hear(refusal) {
    if (this.isOpening) this.notes.push(refusal);
  }

  /** @param {() => void} onDismiss the notes have been read, and are gone */
  template(onDismiss) {
    const dismiss = () => {
      this.notes = [];
      onDismiss();
    };
    return this.notes.length === 0 ? nothing : leftOut(words.leftOut, this.notes, dismiss);
  }
}
