import { html, nothing } from "lit";
import { words } from "./learning_words.js";

/** @import { FigureHost } from "../../kit/figure/figure_host.js" */

/**
 * A network of the run in a network figure: that of the page, where it has one, and otherwise one that opens
 * here.
 */
export class OpenedNetwork {
  /** @param {FigureHost} host */
  constructor(host) {
    this.host = host;
    /** @type {{title: string, fields: Record<string, unknown>} | null} what is open here */
    this.shown = null;
    /** It has not been handed to the network figure yet. */
    this.isDue = false;
  }

  /**
   * @param {string} title
   * @param {Record<string, unknown>} fields of a network figure's state
   */
  open(title, fields) {
    if (this.host.openFigure("network", fields)) return;
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
    return html`<section class="learning-network-window" data-part="network">
      <header>
        <h3>${this.shown.title}</h3>
        <button class="button quiet" @click=${close}>${words.close}</button>
      </header>
      <backprop-figure figure="network"></backprop-figure>
    </section>`;
  }

  /** @param {ParentNode | null} root */
  updated(root) {
    const part = this.isDue && root?.querySelector(".learning-network-window");
    if (!part || !this.shown) return;
    this.isDue = false;
    const element = /** @type {any} */ (part.querySelector("backprop-figure"));
    element.setState(this.shown.fields);
    const behavior = this.host.reducedMotion ? "auto" : "smooth";
    part.scrollIntoView({ block: "nearest", behavior });
  }
}
