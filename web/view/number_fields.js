import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { typedNumber } from "../state/fields.js";

/**
 * Number fields of one figure. What a reader types is tried at every key: a good number counts at
 * once; a bad one leaves the last good value in force and says why beside the field.
 */
export class NumberFields {
  /**
   * @param {object} options
   * @param {(field: string, text: string) => string | null} options.take tries a text; gives back
   *   why it was refused, or null
   * @param {() => void} options.onChange something to draw
   */
  constructor({ take, onChange }) {
    this.take = take;
    this.onChange = onChange;
    /** @type {{field: string, text: string} | null} */
    this.typing = null;
    /** @type {Map<string, string>} why a field's last text was refused */
    this.notes = new Map();
  }

  /**
   * One labelled field.
   * @param {object} options
   * @param {string} options.field its name in the state, such as `inputs[0]`
   * @param {unknown} options.label text or a template
   * @param {number} options.value
   * @param {number} [options.nudge] what an arrow key adds
   * @param {string} [options.place] lights with this place of the drawing
   * @param {boolean} [options.disabled]
   */
  template({ field, label, value, nudge = 0.1, place, disabled = false }) {
    const note = this.notes.get(field);
    const typed = this.typing?.field === field ? this.typing.text : fieldText(value);
    return html`<label class="field" data-place=${place ?? nothing}>
      <span class="field-label">${label}</span>
      <input type="text" inputmode="decimal" autocomplete="off" spellcheck="false"
        data-field=${field} .value=${live(typed)} value=${typed} ?disabled=${disabled}
        aria-invalid=${note ? "true" : "false"}
        @input=${(/** @type {InputEvent} */ event) => this.#typed(field, textOf(event))}
        @change=${() => this.#left(field)}
        @blur=${() => this.#left(field)}
        @keydown=${(/** @type {KeyboardEvent} */ event) => this.#key(event, field, value, nudge)} />
      ${note ? html`<span class="field-note" role="alert">${note}</span>` : nothing}
    </label>`;
  }

  /**
   * @param {string} field
   * @param {string} text
   */
  #typed(field, text) {
    this.typing = { field, text };
    this.#try(field, text);
  }

  /** @param {string} field */
  #left(field) {
    if (this.typing?.field === field) this.typing = null;
    this.onChange();
  }

  /**
   * @param {string} field
   * @param {string} text
   */
  #try(field, text) {
    const why = this.take(field, text);
    if (why) this.notes.set(field, why);
    else this.notes.delete(field);
    this.onChange();
  }

  /**
   * @param {KeyboardEvent} event
   * @param {string} field
   * @param {number} value
   * @param {number} nudge
   */
  #key(event, field, value, nudge) {
    const up = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 }[event.key];
    if (up === undefined) return;
    event.preventDefault();
    this.typing = null;
    this.#try(field, fieldText(nudged(value, up * nudge)));
  }
}

/**
 * A value moved by a reader's hand, without the dust of binary fractions.
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
