import { html, isServer } from "lit";
import { notLoaded } from "../../downloads/failure_words.js";
import { words } from "./figure_words.js";

/** @typedef {import("./figure_host.js").FigureHost} FigureHost */

/** @typedef {{template: () => unknown}} Part */

/** A part of a figure whose code is fetched when a reader first opens the part. */
export class LazyPart {
  /**
   * @param {FigureHost} host
   * @param {object} part
   * @param {string} part.name its class name and `data-part`
   * @param {string} part.summary
   * @param {() => Promise<Part>} part.load
   */
  constructor(host, { name, summary, load }) {
    this.host = host;
    this.name = name;
    this.summary = summary;
    this.load = load;
    /** @type {Part | null} */
    this.part = null;
    /** @type {string | null} why it is not there */
    this.missing = null;
  }

  template() {
    return html`<details class="later ${this.name}" data-part=${this.name} @toggle=${this.#open}>
      <summary>${this.summary}</summary>
      ${this.part ? this.part.template() : this.#absence()}
    </details>`;
  }

  #absence() {
    if (this.missing === null) {
      return html`<p class="soft">${isServer ? words.partLive : words.partComing}</p>`;
    }
    return html`<p class="soft" role="alert">${this.missing}
      <button class="button" @click=${this.#open}>${words.retry}</button></p>`;
  }

  #open = async () => {
    if (this.part) return;
    if (this.missing !== null) this.host.requestUpdate();
    this.missing = null;
    try {
      const part = await this.load();
      this.part ??= part;
    } catch (error) {
      this.missing = notLoaded(words.thisPart, error);
    }
    this.host.requestUpdate();
  };
}
