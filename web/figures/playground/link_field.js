import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { choiceMenu } from "../../kit/fields/choice_menu.js";
import { words } from "./playground_words.js";

/** @import { FigureHost } from "../../kit/figure/figure_host.js" */
/** @import { LinkMessage, LinkResult } from "./playground_messages.js" */

/** The field in which a link is pasted, the menu of presets, and what is to be said of the one that was opened. */
export class LinkField {
  /**
   * @param {FigureHost} host
   * @param {(result: LinkResult) => void} opened
   */
  constructor(host, opened) {
    this.host = host;
    this.opened = opened;
    /** What the reader has typed; it stays when it is refused. */
    this.text = "";
    this.preset = "";
    /** @type {string | null} */
    this.refusal = null;
    /** @type {LinkResult | null} the last answer */
    this.answer = null;
    /** @type {LinkMessage | null} what is asked as soon as Python is there */
    this.waiting = null;
  }

  /** @param {LinkMessage} message */
  async ask(message) {
    this.refusal = null;
    this.waiting = message;
    this.host.requestUpdate();
    if (this.host.status.kind !== "ready") {
      this.host.startPython();
      return;
    }
    try {
      const answer = await this.host.ask(message, { latest: "link" });
      if (this.waiting !== message) return;
      this.waiting = null;
      if (answer.kind === "error") {
        this.refusal = /** @type {import("../../contract/messages.js").ErrorResult} */ (
          answer
        ).message;
        this.host.announce(this.refusal);
      } else {
        this.answer = /** @type {LinkResult} */ (answer);
        this.opened(this.answer);
      }
      this.host.requestUpdate();
    } catch {
      // The engine is lost: it is asked again when it is back.
    }
  }

  /** @param {string} text */
  openText(text) {
    this.text = text;
    this.preset = "";
    this.ask({ kind: "playground_link", link: text });
  }

  /** Python may be there now. */
  statusChanged() {
    if (this.waiting && this.host.status.kind === "ready") this.ask(this.waiting);
  }

  template() {
    const open = (/** @type {Event} */ event) => {
      event.preventDefault();
      this.openText(this.text);
    };
    return html`<form class="playground-link" @submit=${open}>
      <label class="field">
        <span class="field-label">${words.linkLabel}</span>
        <input type="text" inputmode="url" autocomplete="off" spellcheck="false" data-field="link"
          placeholder=${words.linkHint} .value=${live(this.text)}
          aria-invalid=${this.refusal ? "true" : "false"} aria-describedby=${this.refusal ? "note-link" : nothing}
          @input=${(/** @type {Event} */ event) => {
            this.text = /** @type {HTMLInputElement} */ (event.target).value;
          }} />
      </label>
      <button class="button" type="submit">${words.open}</button>
      ${choiceMenu({
        name: "preset",
        label: words.preset,
        value: this.preset,
        choices: ["", ...Object.keys(words.presets)],
        nameOf: (name) =>
          /** @type {Record<string, string>} */ (words.presets)[name] ?? words.noPreset,
        set: (preset) => {
          this.preset = preset;
          if (preset) this.ask({ kind: "playground_link", preset });
        },
      })}
    </form>
    ${this.refusal ? html`<p class="field-note" role="alert" id="note-link">${this.refusal}</p>` : nothing}
    ${this.#told()}`;
  }

  #told() {
    if (this.waiting) return html`<p class="soft">${words.opening}</p>`;
    const { not_taken_over = [], preset } = this.answer ?? {};
    return html`${
      not_taken_over.length > 0
        ? html`<div data-part="not-taken-over">
          <p class="soft">${words.notTakenOver}</p>
          <ul>${not_taken_over.map((sentence) => html`<li>${sentence}</li>`)}</ul>
        </div>`
        : nothing
    }${
      preset
        ? html`<p class="playground-told" data-part="preset">${preset.reason} <b>${words.task}</b> ${preset.task}</p>`
        : nothing
    }`;
  }
}
