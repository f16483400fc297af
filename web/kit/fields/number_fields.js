import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { typedNumber } from "./fields.js";

/**
 * The number fields of one figure. What a reader types is tried at every key: a good number takes effect
 * at once; after a bad one the last good value still holds, and a note beside the field says why.
 */
export class NumberFields {
  /**
   * @param {object} options
   * @param {(field: string, text: string) => string | null} options.tryText sets a field to what
   *   was typed; returns why it was refused, or null
   * @param {() => void} options.onChange the fields have to be drawn again
   */
  constructor({ tryText, onChange }) {
    this.tryText = tryText;
    this.onChange = onChange;
    /** @type {{field: string, text: string} | null} */
    this.typing = null;
    /**
     * A value that was taken and is not drawn yet: the next arrow key adds to it, and not to `drawn`.
     * @type {{field: string, value: number, drawn: number} | null}
     */
    this.undrawn = null;
    /** @type {Map<string, string>} why a field's last text was refused */
    this.notes = new Map();
  }

  /**
   * One labelled field. Why its last text was refused stays beside it, while the field itself is good
   * again as soon as the last good value is back in it.
   * @param {object} options
   * @param {string} options.field its name in the state, such as `inputs[0]`
   * @param {unknown} options.label text or a template
   * @param {number} options.value
   * @param {number} [options.nudge] what an arrow key adds
   * @param {string} [options.place] the place of the drawing that lights up together with the field
   * @param {boolean} [options.disabled]
   */
  template({ field, label, value, nudge = 0.1, place, disabled = false }) {
    const note = this.notes.get(field);
    if (this.undrawn?.field === field && this.undrawn.drawn !== value) this.undrawn = null;
    const typing = this.typing?.field === field ? this.typing : null;
    const typed = typing?.text ?? fieldText(value);
    return html`<div class="field" data-place=${place ?? nothing}><label>
      <span class="field-label">${label}</span>
      <input type="text" autocomplete="off" spellcheck="false"
        data-field=${field} .value=${live(typed)} value=${typed} ?disabled=${disabled}
        aria-invalid=${note && typing ? "true" : "false"} aria-describedby=${note ? `note-${field}` : nothing}
        @focus=${() => this.#entered(field, value)}
        @input=${(/** @type {InputEvent} */ event) => this.#typed(field, value, textOf(event))}
        @change=${() => this.#left(field)}
        @blur=${() => this.#left(field)}
        @keydown=${(/** @type {KeyboardEvent} */ event) => this.#key(event, field, value, nudge)} />
      </label>
      ${note ? html`<span class="field-note" role="alert" id="note-${field}">${note}</span>` : nothing}
    </div>`;
  }

  /**
   * Shows all digits of a value to the reader who is about to change some of them.
   * @param {string} field
   * @param {number} value
   */
  #entered(field, value) {
    if (String(value) === fieldText(value)) return;
    this.typing = { field, text: String(value) };
    this.onChange();
  }

  /**
   * @param {string} field
   * @param {number} drawn
   * @param {string} text
   */
  #typed(field, drawn, text) {
    this.typing = { field, text };
    this.#try(field, drawn, text);
  }

  /** @param {string} field */
  #left(field) {
    if (this.typing?.field === field) this.typing = null;
    this.onChange();
  }

  /**
   * @param {string} field
   * @param {number} drawn
   * @param {string} text
   */
  #try(field, drawn, text) {
    const why = this.tryText(field, text);
    if (why) this.notes.set(field, why);
    else {
      this.notes.delete(field);
      this.undrawn = { field, value: typedNumber(text), drawn };
    }
    this.onChange();
  }

  /**
   * @param {KeyboardEvent} event
   * @param {string} field
   * @param {number} drawn
   * @param {number} nudge
   */
  #key(event, field, drawn, nudge) {
    const up = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 }[event.key];
    if (up === undefined) return;
    event.preventDefault();
    this.typing = null;
    const from = this.undrawn?.field === field ? this.undrawn.value : drawn;
    this.#try(field, drawn, fieldText(nudged(from, up * nudge)));
  }
}

/**
 * A value that a reader moved by hand, without the far digits that binary fractions add: 0.1 + 0.2 is 0.3.
 * @param {number} value
 * @param {number} by
 */
export function nudged(value, by) {
  return Number((value + by).toPrecision(12));
}

/**
 * A number as a field shows it: six significant digits, the shortest way to write them.
 * @param {number} value
 */
export function fieldText(value) {
  const short = Number(value.toPrecision(6));
  return typedNumber(String(short)) === short ? String(short) : String(value);
}

/** @param {Event} event */
const textOf = (event) => /** @type {HTMLInputElement} */ (event.target).value;
