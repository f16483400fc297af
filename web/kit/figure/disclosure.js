import { html, isServer, nothing } from "lit";

/** @typedef {import("./figure_host.js").FigureHost} FigureHost */

/**
 * A part of a figure that is drawn when a reader first opens it. The prerendered figure contains all of
 * it, since `details` open without scripts too.
 */
export class Disclosure {
  /**
   * @param {string} summary
   * @param {FigureHost} host
   * @param {string} [name] a class name
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
