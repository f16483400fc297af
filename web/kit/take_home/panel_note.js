import { html } from "lit";

/** @import { FigureHost } from "../figure/figure_host.js" */

/** The line below the buttons of a panel: what came of the last one, or what went wrong. */
export class PanelNote {
  /**
   * @param {FigureHost} host
   * @param {string} part its id and its `data-part`
   */
  constructor(host, part) {
    this.host = host;
    this.part = part;
    this.text = "";
    this.isProblem = false;
  }

  /** @param {string} text */
  show(text) {
    this.text = text;
    this.isProblem = false;
    this.host.requestUpdate();
  }

  /** @param {string} problem */
  showProblem(problem) {
    this.show(problem);
    this.isProblem = true;
  }

  /**
   * @param {unknown} error that an answer did not come
   * @param {string} otherwise what is said of an error without a message
   */
  showError(error, otherwise) {
    this.showProblem(error instanceof Error && error.message ? error.message : otherwise);
  }

  template() {
    return html`<p class=${this.isProblem ? "panel-note problem" : "panel-note"} role="status"
      id=${this.part} data-part=${this.part}>${this.text}</p>`;
  }
}
