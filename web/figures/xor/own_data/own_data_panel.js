import { html } from "lit";
import { FileInput } from "../../../kit/fields/file_input.js";
import { PanelNote } from "../../../kit/take_home/panel_note.js";
import { ownDataStyles } from "./own_data_styles.js";
import { words } from "./own_data_words.js";

/** @import { ErrorResult } from "../../../contract/messages.js" */
/** @import { OwnDataMessage, OwnDataResult } from "./own_data_messages.js" */
/** @import { FigureHost } from "../../../kit/figure/figure_host.js" */
/** @import { ExampleChoice } from "./own_data.js" */

/** How long the answer may take (ms): Python may have to be fetched first. */
const DEADLINE = 120_000;
const MOST_BYTES = 400_000;

/** Where a reader brings examples: typed, pasted, or from a file. */
export class OwnDataPanel {
  /**
   * @param {FigureHost} host
   * @param {ExampleChoice} examples
   */
  constructor(host, examples) {
    this.host = host;
    this.file = new FileInput((file) => this.#open(file));
    this.examples = examples;
    this.text = "";
    this.note = new PanelNote(host, "own-data-note");
    const sheet = /** @type {CSSStyleSheet} */ (ownDataStyles.styleSheet);
    host.shadowRoot?.adoptedStyleSheets.push(sheet);
  }

  template() {
    return html`<div class="own-data-drop" @dragover=${this.file.dragged} @drop=${this.file.dropped}>
      <p class="soft">${words.note}</p>
      <textarea class="own-data-table" rows="6" spellcheck="false" autocomplete="off"
        aria-label=${words.table} aria-invalid=${this.note.isProblem ? "true" : "false"}
        aria-describedby="own-data-note" placeholder=${words.placeholder} .value=${this.text}
        @input=${this.#typed} @paste=${this.#pasted}></textarea>
      <div class="button-row own-data-buttons">
        <button class="button primary" @click=${() => this.#read()}>${words.train}</button>
        <button class="button" @click=${this.file.choose}>${words.file}</button>
        <input type="file" accept=".csv,.tsv,.txt,text/*" hidden @change=${this.file.chosen} />
        <button class="button" aria-disabled=${!this.examples.hasOwn()} @click=${this.#back}>${words.back}</button>
      </div>
      ${this.note.template()}
    </div>`;
  }

  async #read() {
    const { text } = this;
    this.note.show(words.reading);
    try {
      /** @type {OwnDataMessage} */
      const message = { kind: "own_data", text };
      /** @type {OwnDataResult | ErrorResult} */
      const answer = await this.host.ask(message, { deadline: DEADLINE });
      if (answer.kind === "error") this.note.showProblem(answer.message);
      else {
        this.examples.use(answer.points);
        this.note.show(words.ready(answer.sentence));
      }
    } catch (error) {
      this.note.showError(error, words.lost);
    }
  }

  /** @param {File} file */
  async #open(file) {
    if (file.size > MOST_BYTES) {
      this.note.showProblem(words.tooLarge);
      return;
    }
    this.text = await file.text();
    await this.#read();
  }

  #back = () => {
    if (!this.examples.hasOwn()) return;
    this.examples.use(null);
    this.note.show(words.backAtXor);
  };

  #typed = (/** @type {Event} */ event) => {
    this.text = /** @type {HTMLTextAreaElement} */ (event.target).value;
  };

  /** Sets the text in one go: a browser takes half a minute to paste two thousand lines by itself. */
  #pasted = (/** @type {ClipboardEvent} */ event) => {
    const area = /** @type {HTMLTextAreaElement} */ (event.target);
    const text = event.clipboardData?.getData("text/plain");
    if (!text) return;
    event.preventDefault();
    area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
    this.text = area.value;
  };
}
