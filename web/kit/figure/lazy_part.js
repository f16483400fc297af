import { html, isServer } from "lit";
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
    this.note = words.partComing;
  }

  template() {
    const note = isServer ? words.partLive : this.note;
    return html`<details class="later ${this.name}" data-part=${this.name} @toggle=${this.#open}>
      <summary>${this.summary}</summary>
      ${this.part ? this.part.template() : html`<p class="soft">${note}</p>`}
    </details>`;
  }

  #open = async () => {
    if (this.part) return;
    try {
      const part = await this.load();
      this.part ??= part;
    } catch {
      this.note = words.partMissing;
    }
    this.host.requestUpdate();
  };
}
