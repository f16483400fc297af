import { html, nothing } from "lit";
import { words } from "./figure_words.js";

/** @import { FigureHost } from "./figure_host.js" */

/**
 * What one figure shows, in a figure of another kind: in that of the page, where it has one, and otherwise in one
 * that opens here.
 */
export class OpenedFigure {
  /**
   * @param {FigureHost} host
   * @param {string} figure the other kind
   */
  constructor(host, figure) {
    this.host = host;
    this.figure = figure;
    /** @type {{title: string, fields: Record<string, unknown>} | null} what is open here */
    this.shown = null;
    /** It has not been handed to that figure yet. */
    this.isDue = false;
  }

  /**
   * @param {string} title
   * @param {Record<string, unknown>} fields of the other figure's state
   */
  open(title, fields) {
    if (this.host.openFigure(this.figure, fields)) return;
    this.shown = { title, fields };
    this.isDue = true;
    this.host.requestUpdate();
  }

  template() {
    if (!this.shown) return nothing;
    const close = () => {
      this.shown = null;
      this.host.requestUpdate();
    };
    return html`<section class="opened-figure" data-part=${this.figure}>
      <header>
        <h3>${this.shown.title}</h3>
        <button class="button quiet" @click=${close}>${words.close}</button>
      </header>
      <backprop-figure figure=${this.figure}></backprop-figure>
    </section>`;
  }

  /** @param {ParentNode | null} root */
  updated(root) {
    const part = this.isDue && root?.querySelector(".opened-figure");
    if (!part || !this.shown) return;
    this.isDue = false;
    const element = /** @type {any} */ (part.querySelector("backprop-figure"));
    element.setState(this.shown.fields);
    const behavior = this.host.reducedMotion ? "auto" : "smooth";
    part.scrollIntoView({ block: "nearest", behavior });
  }
}
