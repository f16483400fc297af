import { html, nothing } from "lit";
import { FileInput } from "../../../kit/fields/file_input.js";
import { PanelNote } from "../../../kit/take_home/panel_note.js";
import { readState, refusalsOf, UnreadableState } from "../../../kit/take_home/state_file.js";
import { ownWeightsStyles } from "./own_weights_styles.js";
import { words } from "./own_weights_words.js";
import { weightsIn } from "./weights_file.js";

/** @import { ErrorResult } from "../../../contract/messages.js" */
/** @import { RowsChoice, WeightsMessage, WeightsResult } from "./own_weights_messages.js" */
/** @import { Figure, FigureHost } from "../../../kit/figure/figure_host.js" */
/** @import { TracedNetwork } from "../traced_network.js" */

/** How long the answer may take (ms): Python may have to be fetched first. */
const DEADLINE = 120_000;
const MOST_BYTES = 1_000_000;

/** Where a reader brings a network: pasted as text, or from a file. */
export class OwnWeightsPanel {
  /**
   * @param {FigureHost} host
   * @param {TracedNetwork} network
   * @param {Figure} figure
   */
  constructor(host, network, figure) {
    this.host = host;
    this.network = network;
    this.figure = figure;
    this.file = new FileInput((file) => this.#open(file));
    this.text = "";
    this.note = new PanelNote(host, "own-weights-note");
    /** @type {RowsChoice[]} the answers to what Python has asked of this text */
    this.choices = [];
    const sheet = /** @type {CSSStyleSheet} */ (ownWeightsStyles.styleSheet);
    host.shadowRoot?.adoptedStyleSheets.push(sheet);
  }

  template() {
    return html`<div class="pasted-part" @dragover=${this.file.dragged} @drop=${this.file.dropped}>
      <p class="soft">${words.note}</p>
      <textarea class="pasted-text" rows="6" spellcheck="false" autocomplete="off"
        aria-label=${words.text} aria-invalid=${this.note.isProblem ? "true" : "false"}
        aria-describedby="own-weights-note" placeholder=${words.placeholder} .value=${this.text}
        @input=${this.#typed}></textarea>
      <div class="button-row">
        <button class="button primary" @click=${() => this.#read({ text: this.text })}>${words.open}</button>
        <button class="button" @click=${this.file.choose}>${words.file}</button>
        <input type="file" accept=".safetensors,.json,.txt,.py,text/*" hidden @change=${this.file.chosen} />
      </div>
      ${this.note.template()}
      ${this.choices.length > 0 ? this.#answers() : nothing}
    </div>`;
  }

  #answers() {
    return html`<div class="own-weights-choices" role="group" aria-labelledby="own-weights-note">
      ${this.choices.map(
        ({ rows, title, example }) => html`<div>
          <button class="button" data-rows=${rows} aria-describedby="own-weights-${rows}"
            @click=${() => this.#choose(rows)}>${title}</button>
          <p class="soft" id="own-weights-${rows}">${example}</p>
        </div>`,
      )}
    </div>`;
  }

  /** @param {string} rows */
  async #choose(rows) {
    await this.#read({ text: this.text, rows });
    await this.host.updateComplete;
    // The button that was pressed is gone.
    const area = this.host.shadowRoot?.querySelector(".own-weights .pasted-text");
    if (area instanceof HTMLElement) area.focus();
  }

  /** @param {Omit<WeightsMessage, "kind" | "network">} brought */
  async #read(brought) {
    this.choices = [];
    if (brought.text !== undefined && namesFigure(brought.text)) {
      this.#openState(brought.text);
      return;
    }
    this.note.show(words.reading);
    const { layer_sizes, activations, loss, use_biases } = this.network.state;
    const network = { layer_sizes, activations, loss, use_biases };
    try {
      /** @type {WeightsMessage} */
      const message = { kind: "weights", ...brought, network };
      /** @type {WeightsResult | ErrorResult} */
      const answer = await this.host.ask(message, { deadline: DEADLINE });
      if (answer.kind === "error") this.note.showProblem(answer.message);
      else this.#take(answer);
    } catch (error) {
      this.note.showError(error, words.lost);
    }
  }

  /** @param {WeightsResult} answer */
  #take({ network, sentence, choices }) {
    const problem = network && this.network.edit({ ...network });
    this.choices = choices;
    if (problem) this.note.showProblem(problem);
    else this.note.show(sentence);
  }

  /** @param {string} text */
  #openState(text) {
    try {
      const fields = readState("network", text);
      const refused = refusalsOf(this.host, () => this.figure.setState(fields));
      if (refused.length > 0) this.note.showProblem(words.refused(refused.join(" ")));
      else this.note.show(words.opened);
    } catch (error) {
      if (!(error instanceof UnreadableState)) throw error;
      this.note.showProblem(error.message);
    }
  }

  /** @param {File} file */
  async #open(file) {
    const brought = file.size > MOST_BYTES ? null : weightsIn(await file.arrayBuffer());
    this.choices = [];
    if (!brought) {
      this.note.showProblem(file.size > MOST_BYTES ? words.tooLarge : words.binary);
      return;
    }
    this.text = "text" in brought ? brought.text : "";
    await this.#read(brought);
  }

  #typed = (/** @type {Event} */ event) => {
    this.text = /** @type {HTMLTextAreaElement} */ (event.target).value;
    if (this.choices.length === 0) return;
    this.choices = [];
    this.host.requestUpdate();
  };
}

/**
 * Whether a text is a state of some figure, as it is saved.
 * @param {string} text
 */
function namesFigure(text) {
  try {
    return typeof Object(JSON.parse(text)).figure === "string";
  } catch {
    return false;
  }
}
