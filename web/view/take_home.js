import { html, isServer } from "lit";
import { words } from "../lesson/figure_words.js";

/** @typedef {import("./figure_host.js").FigureHost} FigureHost */
/** @typedef {import("../contract/messages.js").TraceMessage} TraceMessage */
/** @typedef {import("../contract/messages.js").TrainMessage} TrainMessage */

/**
 * What a figure gives away.
 * @typedef {object} TakeHomeSource
 * @property {"network" | "xor"} figure
 * @property {(format: string) => TraceMessage | TrainMessage} subject what a script or a spreadsheet is about
 * @property {() => object} state
 * @property {(fields: Record<string, unknown>) => void} restore puts a state in place; refuses bad fields by name
 * @property {() => Element | null} picture what holds all drawings of the picture
 * @property {() => {firstEpoch: number, losses: ArrayLike<number>}} [losses] of the run so far
 * @property {() => import("../contract/messages.js").Step[]} [steps] of the pass that is shown
 */

/**
 * The part of a figure from which readers take it home: as a script, a spreadsheet, a picture, data.
 * Its code is fetched when it is first opened.
 */
export class TakeHome {
  /**
   * @param {FigureHost} host
   * @param {TakeHomeSource} source
   */
  constructor(host, source) {
    this.host = host;
    this.source = source;
    /** @type {import("./take_home/panel.js").TakeHomePanel | null} */
    this.panel = null;
    this.note = words.takeHomeComing;
  }

  template() {
    return html`<details class="take-home" data-part="take-home" @toggle=${this.#open}>
      <summary>${words.takeHome}</summary>
      ${this.panel ? this.panel.template() : html`<p class="soft">${isServer ? words.takeHomeLive : this.note}</p>`}
    </details>`;
  }

  #open = async () => {
    if (this.panel) return;
    try {
      const { TakeHomePanel } = await import("./take_home/panel.js");
      this.panel ??= new TakeHomePanel(this.host, this.source);
    } catch {
      this.note = words.takeHomeMissing;
    }
    this.host.requestUpdate();
  };
}
