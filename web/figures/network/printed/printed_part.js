import { nothing } from "lit";
import { guard } from "lit/directives/guard.js";
import { printedPanel } from "./printed_panel.js";

/** The part of the figure that shows what a book or a course prints, and applies its updates. */
export class PrintedPart {
  /**
   * @param {import("../../../kit/figure/figure_host.js").FigureHost} host
   * @param {import("../traced_network.js").TracedNetwork} network
   */
  constructor(host, network) {
    this.host = host;
    this.network = network;
  }

  /** @param {() => void} onApply is called before updates are applied */
  template(onApply) {
    const { printed } = this.network;
    return guard([printed], () =>
      printed
        ? printedPanel(printed, (count) => {
            onApply();
            this.#apply(count);
          })
        : nothing,
    );
  }

  /** @param {number} count */
  async #apply(count) {
    await this.network.applyToTextbook(count);
    await this.host.updateComplete;
    const update = this.host.shadowRoot?.querySelector('[data-part="update"]');
    update?.scrollIntoView({ block: "nearest" });
  }
}
