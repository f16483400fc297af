import { nothing } from "lit";
import { leftOut } from "../../kit/figure/left_out.js";
import { fire } from "../figure_events.js";
import { CHOSEN, choicesOf, isAddress } from "./attributes.js";
import { words } from "./refused_names_words.js";

/** @typedef {import("../../kit/fields/fields.js").Refusal} Refusal */

/**
 * Names that an author wrote and that do not exist: of a figure, a preset, a theme, a field. They are
 * left out, and that is said where an author looks: above the figure, in the console, by an event.
 */
export class RefusedNames {
  /** @param {HTMLElement} element that speaks to its author */
  constructor(element) {
    this.element = element;
    /** @type {Refusal[]} those of the attributes as they are now */
    this.ofAttributes = [];
    /** @type {Refusal[]} fields that were set */
    this.ofFields = [];
  }

  /** @param {readonly string[] | null} presets of the figure; null until they are known */
  checkAttributes(presets) {
    const before = this.ofAttributes.map(({ message }) => message);
    this.ofAttributes = wrongAttributes(this.element, presets);
    this.tellAll(this.ofAttributes.filter(({ message }) => !before.includes(message)));
  }

  /** @param {string[]} fields that were set, and that the figure does not have */
  refuseFields(fields) {
    const refusals = fields.map((field) => ({ field, message: words.field(field) }));
    this.ofFields.push(...refusals);
    this.tellAll(refusals);
  }

  /** @param {Refusal[]} refusals that an author hears of at once */
  tellAll(refusals) {
    for (const { field, message } of refusals) {
      console.warn(`<backprop-figure> ${message}`);
      fire(this.element, "backprop-error", { field, message });
    }
  }

  /** A figure that opens anew has forgotten what was set. */
  forgetFields() {
    this.ofFields = [];
  }

  /** @param {() => void} onDismiss the notes have been read, and are gone */
  template(onDismiss) {
    const notes = [...this.ofAttributes, ...this.ofFields];
    const dismiss = () => {
      this.ofAttributes = [];
      this.ofFields = [];
      onDismiss();
    };
    return notes.length === 0 ? nothing : leftOut(words.leftOut, notes, dismiss);
  }
}

/**
 * @param {Element} element
 * @param {readonly string[] | null} presets
 * @returns {Refusal[]}
 */
function wrongAttributes(element, presets) {
  const refusals = CHOSEN.flatMap((field) => {
    const choices = choicesOf(field);
    const text = element.getAttribute(field);
    const isWrong = text !== null && !choices.includes(text);
    return isWrong ? [{ field, message: words.choice(field, text, choices) }] : [];
  });
  const preset = element.getAttribute("preset");
  if (preset !== null && presets && !presets.includes(preset)) {
    refusals.push({ field: "preset", message: words.preset(preset, presets) });
  }
  const files = element.getAttribute("files");
  if (files !== null && !isAddress(files)) {
    refusals.push({ field: "files", message: words.files(files) });
  }
  return refusals;
}
