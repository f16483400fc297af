import { html, nothing } from "lit";
import { guard } from "lit/directives/guard.js";
import { networkDrawing } from "../../drawing/drawing.js";
import { networkLayout } from "../../drawing/layout/network_layout.js";
import { momentFrame, passStages, pulses, stageAt, stageFrame } from "./pass_motion.js";
import { pulsesView } from "./pulses_view.js";

/** @import { FigureHost } from "../../kit/figure/figure_host.js" */
/** @import { Place, WeightAddress } from "../../contract/messages.js" */
/** @import { NetworkLayout } from "../../drawing/layout/network_layout.js" */
/** @import { LearningResult, Moment } from "./learning_messages.js" */

/** The network that learns, at any place in its run. */
export class NetworkPicture {
  /**
   * @param {FigureHost} host
   * @param {LearningResult["network"]} network
   * @param {(selected: WeightAddress | null) => void} onOpen a weight was chosen, or null: the network
   */
  constructor(host, { layer_sizes, use_biases }, onOpen) {
    this.host = host;
    this.shape = { layerSizes: layer_sizes, useBiases: use_biases, narrow: false };
    this.stages = passStages(layer_sizes.length - 1);
    /** @type {Place | null} where the keyboard is in the drawing */
    this.current = null;
    /** @type {NetworkLayout | null} */
    this.layout = null;
    this.handlers = {
      onSelect: onOpen,
      onChoose: () => onOpen(null),
      onCurrent: (/** @type {Place} */ place) => {
        this.current = place;
        host.requestUpdate();
      },
    };
  }

  /**
   * What happens at a place in a pass.
   * @param {number} progress 0 to 1
   */
  phaseAt(progress) {
    return this.stages[stageAt(this.stages, progress).index].phase;
  }

  /**
   * @param {Moment} moment
   * @param {number} progress how far its pass has come, 0 to 1
   * @param {number} width px
   */
  template(moment, progress, width) {
    const { stages } = this;
    const layout = this.#layoutFor(width);
    const isWhole = progress >= 1;
    const isUnderWay = moment.steps !== null && !isWhole;
    const { index, passed } = stageAt(stages, progress);
    const moving =
      isUnderWay && !this.host.reducedMotion
        ? pulses(layout, moment.pass, stages[index], passed)
        : [];
    return html`<div class="learning-drawing">
      ${guard([moment, isUnderWay ? index : isWhole, layout, this.current], () =>
        networkDrawing({
          layout,
          result: moment.pass,
          frame: isUnderWay
            ? stageFrame(layout, stages, index)
            : momentFrame(layout, stages, isWhole),
          current: this.current,
          handlers: this.handlers,
        }),
      )}
      ${moving.length > 0 ? pulsesView(layout, moving) : nothing}
    </div>`;
  }

  /** @param {number} width */
  #layoutFor(width) {
    if (this.layout?.width !== width) this.layout = networkLayout({ ...this.shape, width });
    return this.layout;
  }
}
