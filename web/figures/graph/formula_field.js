import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { words } from "./graph_words.js";

/** The place in the formula that a refusal names: `formula[4]`. */
const PLACE = /^formula\[(\d+)\]$/;

/**
 * The field with the formula. A text that was refused stays in it, and the note shows where it went wrong.
 */
export class FormulaField {
  /**
   * @param {object} options
   * @param {(text: string) => string | null} options.tryText sets the formula; returns why it was refused at once
   * @param {() => void} options.onChange it has to be drawn again
   */
  constructor({ tryText, onChange }) {
    this.tryText = tryText;
    this.onChange = onChange;
    /** @type {string | null} what the reader has typed and is not drawn */
    this.typed = null;
    /** @type {{message: string, place: number | null} | null} */
    this.refusal = null;
  }

  /** The formula is another one: what was typed is done with. */
  clear() {
    this.typed = null;
    this.refusal = null;
  }

  /**
   * Whether a refusal is of the formula; then it is shown here.
   * @param {string} field
   * @param {string} message
   */
  takes(field, message) {
    const place = PLACE.exec(field);
    if (!place && field !== "formula") return false;
    this.refusal = { message, place: place ? Number(place[1]) : null };
    return true;
  }

  /** @param {string} formula that is drawn */
  template(formula) {
    const text = this.typed ?? formula;
    const { refusal } = this;
    return html`<div class="field graph-formula"><label>
        <span class="field-label">${words.formula}</span>
        <input type="text" autocomplete="off" autocapitalize="off" spellcheck="false" maxlength="400"
          data-field="formula" .value=${live(text)} value=${text} aria-invalid=${refusal ? "true" : "false"}
          aria-describedby=${refusal ? "note-formula" : "hint-formula"}
          @input=${(/** @type {InputEvent} */ event) => {
            this.typed = textOf(event);
          }}
          @change=${(/** @type {Event} */ event) => this.#entered(textOf(event))} />
      </label>
      ${refusal ? this.#note(text, refusal) : html`<span class="soft" id="hint-formula">${words.formulaHint}</span>`}
    </div>`;
  }

  /**
   * @param {string} text
   * @param {{message: string, place: number | null}} refusal
   */
  #note(text, { message, place }) {
    return html`<span class="field-note" role="alert" id="note-formula">${message}
      ${
        place === null
          ? nothing
          : html`<code class="graph-refused">${text.slice(0, place)}<mark>${text.slice(place, place + 1) || words.end}</mark>${text.slice(place + 1)}</code>`
      }</span>`;
  }

  /** @param {string} text */
  #entered(text) {
    this.typed = text;
    this.refusal = null;
    const why = this.tryText(text);
    if (why) this.refusal = { message: why, place: null };
    this.onChange();
  }
}

/** @param {Event} event */
const textOf = (event) => /** @type {HTMLInputElement} */ (event.target).value;
