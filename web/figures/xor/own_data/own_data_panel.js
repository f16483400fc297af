import { html, nothing } from "lit";
import { checkbox } from "../../../kit/fields/checkbox.js";
import { choiceMenu } from "../../../kit/fields/choice_menu.js";
import { FileInput } from "../../../kit/fields/file_input.js";
import { PanelNote } from "../../../kit/take_home/panel_note.js";
import { ownColumnsView } from "./own_columns_view.js";
import { ownDataStyles } from "./own_data_styles.js";
import { words } from "./own_data_words.js";

/** @import { ErrorResult } from "../../../contract/messages.js" */
/** @import { OwnColumnsMessage, OwnColumnsResult, OwnDataMessage, OwnDataResult, Role } from "./own_data_messages.js" */
/** @import { FigureHost } from "../../../kit/figure/figure_host.js" */
/** @import { ExampleChoice } from "./own_data.js" */

/** How long the answer may take (ms): Python may have to be fetched first. */
const DEADLINE = 120_000;
/** How many per cent of the examples may be held out. */
const SHARES = [0, 20, 30, 50];
const MOST_BYTES = 400_000;
/**
 * After such a pause in typing (ms) the table is looked at. Not when the field loses the focus: what is shown
 * then would move the button that is being pressed.
 */
const PAUSE = 400;

/**
 * Where a reader brings examples: typed, pasted, or from a file. The table is looked at first, and what its
 * columns are can be changed before it is trained on.
 */
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
    /** @type {string | null} the text that has been looked at, or is being */
    this.lookedAt = null;
    /** @type {Promise<void> | null} */
    this.looking = null;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.pause = undefined;
    /** @type {OwnColumnsResult | null} */
    this.seen = null;
    /** @type {Role[]} */
    this.roles = [];
    /** @type {OwnDataResult | null} the examples, if text and roles make some */
    this.read = null;
    this.note = new PanelNote(host, "own-data-note");
    const sheet = /** @type {CSSStyleSheet} */ (ownDataStyles.styleSheet);
    host.shadowRoot?.adoptedStyleSheets.push(sheet);
  }

  template() {
    return html`<div class="pasted-part" @dragover=${this.file.dragged} @drop=${this.file.dropped}>
      <p class="soft">${words.note}</p>
      <textarea class="pasted-text" rows="6" spellcheck="false" autocomplete="off"
        aria-label=${words.table} aria-invalid=${this.note.isProblem ? "true" : "false"}
        aria-describedby="own-data-note" placeholder=${words.placeholder} .value=${this.text}
        @input=${this.#typed} @paste=${this.#pasted}></textarea>
      ${this.seen ? ownColumnsView(this.seen, this.roles, this.#setRole) : nothing}
      <div class="button-row own-data-buttons">
        <button class="button primary" @click=${this.#use}>${words.train}</button>
        <button class="button" @click=${this.file.choose}>${words.file}</button>
        <input type="file" accept=".csv,.tsv,.txt,text/*" hidden @change=${this.file.chosen} />
        <button class="button" aria-disabled=${!this.examples.hasOwn()} @click=${this.#back}>${words.back}</button>
      </div>
      ${this.note.template()}
      ${this.examples.hasOwn() ? this.#settings() : nothing}
    </div>`;
  }

  #settings() {
    const { settings, set } = this.examples;
    const { standardise, held_out_percent } = settings();
    const shares = [...new Set([...SHARES, held_out_percent])].sort((one, other) => one - other);
    return html`<div class="own-data-settings">
      ${checkbox(words.standardise, standardise, () => set("standardise", !standardise), "standardise")}
      ${choiceMenu({
        label: words.heldOut,
        name: "held_out_percent",
        value: String(held_out_percent),
        choices: shares.map(String),
        nameOf: (share) => (share === "0" ? words.none : `${share}%`),
        set: (share) => set("held_out_percent", Number(share)),
      })}
    </div>`;
  }

  /** Looks at the text, once for each. */
  #look = () => {
    if (this.text !== this.lookedAt) {
      this.lookedAt = this.text;
      this.read = null;
      this.looking = this.#lookAt(this.text);
    }
    return this.looking;
  };

  /** @param {string} text */
  async #lookAt(text) {
    this.note.show(words.reading);
    /** @type {OwnColumnsMessage} */
    const message = { kind: "own_columns", text };
    const answer = await this.#ask(message, () => this.lookedAt === text);
    if (this.lookedAt !== text) return;
    this.seen = null;
    if (!answer) return;
    this.seen = /** @type {OwnColumnsResult} */ (answer);
    this.roles = this.seen.columns.map(({ role }) => role);
    await this.#readTable();
  }

  /** Reads the table with the roles as they are. */
  async #readTable() {
    const { text, roles } = this;
    this.read = null;
    /** @type {OwnDataMessage} */
    const message = { kind: "own_data", text, roles };
    const answer = await this.#ask(message, () => this.text === text && this.roles === roles);
    if (!answer) return;
    this.read = /** @type {OwnDataResult} */ (answer);
    this.note.show(this.read.sentence);
  }

  /**
   * An answer that is still wanted; what went wrong is told.
   * @param {OwnColumnsMessage | OwnDataMessage} message
   * @param {() => boolean} isWanted
   */
  async #ask(message, isWanted) {
    try {
      /** @type {OwnColumnsResult | OwnDataResult | ErrorResult} */
      const answer = await this.host.ask(message, { deadline: DEADLINE });
      if (!isWanted()) return null;
      if (answer.kind !== "error") return answer;
      this.note.showProblem(answer.message);
    } catch (error) {
      if (!isWanted()) return null;
      this.lookedAt = null; // the same text may be asked about again
      this.note.showError(error, words.lost);
    }
    return null;
  }

  #setRole = (/** @type {number} */ column, /** @type {Role} */ role) => {
    this.roles = this.roles.map((before, at) => (at === column ? role : before));
    this.looking = this.#readTable();
    this.host.requestUpdate();
  };

  #use = async () => {
    await this.#look();
    if (!this.read) return;
    const { inputs, points } = this.read;
    this.examples.use({ inputs, values: points });
    this.note.show(words.ready(this.read.sentence));
  };

  /** @param {File} file */
  async #open(file) {
    if (file.size > MOST_BYTES) {
      this.note.showProblem(words.tooLarge);
      return;
    }
    this.text = await file.text();
    await this.#look();
  }

  #back = () => {
    if (!this.examples.hasOwn()) return;
    this.examples.use(null);
    this.note.show(words.backAtXor);
  };

  #typed = (/** @type {Event} */ event) => {
    this.text = /** @type {HTMLTextAreaElement} */ (event.target).value;
    clearTimeout(this.pause);
    this.pause = setTimeout(this.#look, PAUSE);
  };

  /** Sets the text in one go: a browser takes half a minute to paste two thousand lines by itself. */
  #pasted = (/** @type {ClipboardEvent} */ event) => {
    const area = /** @type {HTMLTextAreaElement} */ (event.target);
    const text = event.clipboardData?.getData("text/plain");
    if (!text) return;
    event.preventDefault();
    area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
    this.text = area.value;
    this.#look();
  };
}
