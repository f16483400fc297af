import { html, isServer, nothing } from "lit";

/** @typedef {import("./figure_host.js").FigureHost} FigureHost */

/**
 * A part of a figure that is made when a reader first opens it. The prerendered picture has all of
 * it: where scripts are off, `details` open by themselves.
 */
export class Disclosure {
  /**
   * @param {string} summary
   * @param {FigureHost} host
   * @param {string} [name] a class
   */
  constructor(summary, host, name = "") {
    this.summary = summary;
    this.host = host;
    this.name = name;
    this.wasOpened = isServer;
  }

  /** @param {() => unknown} content */
  template(content) {
    return html`<details class=${this.name} @toggle=${this.#open}>
      <summary>${this.summary}</summary>
      ${this.wasOpened ? content() : nothing}
    </details>`;
  }

  #open = () => {
    this.wasOpened = true;
    this.host.requestUpdate();
  };
}
