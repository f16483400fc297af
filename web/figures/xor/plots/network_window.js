import { html, nothing } from "lit";
import { countText } from "../../../kit/formula/count_text.js";
import { words } from "../xor_words.js";
import { tuple } from "./plot_numbers.js";

/** @import { TrainMessage, TrainResult } from "../xor_messages.js" */

/** While training runs, the network gets new weights at this interval (ms). */
const INTERVAL = 400;

/** One example opened in a network figure below, which follows the weights of the training. */
export class NetworkWindow {
  constructor() {
    /** @type {unknown} the parameters that the network shows */
    this.shownParameters = null;
    /** @type {number | null} */
    this.shownExample = null;
    this.shownEpoch = 0;
    this.time = Number.NEGATIVE_INFINITY;
  }

  /**
   * @param {TrainResult} frame
   * @param {number | null} selected
   * @param {() => void} onClose
   */
  template(frame, selected, onClose) {
    const prediction = selected === null ? undefined : frame.predictions[selected];
    if (!prediction) return nothing;
    return html`<section class="xor-network-window" data-part="network">
      <header>
        <h3 class="xor-panel-title">${words.networkTitle(tuple(prediction.inputs))}</h3>
        <button class="button quiet" @click=${onClose}>${words.close}</button>
      </header>
      <p class="xor-panel-note">${words.networkNote(countText(this.shownEpoch))}</p>
      <backprop-figure figure="network"></backprop-figure>
    </section>`;
  }

  /**
   * Hands the weights of the shown picture to the network figure, if it is open and does not have them.
   * @param {ParentNode} root
   * @param {object} now
   * @param {TrainResult} now.frame
   * @param {Omit<TrainMessage, "state" | "epochs" | "time_limit">} now.message
   * @param {number | null} now.selected
   * @param {boolean} now.isTraining
   * @returns {boolean} whether the network got other weights
   */
  follow(root, { frame, message, selected, isTraining }) {
    const element = root.querySelector(".xor-network-window backprop-figure");
    const prediction = selected === null ? undefined : frame.predictions[selected];
    if (!element || !prediction) {
      this.shownExample = null;
      return false;
    }
    const isSame =
      this.shownParameters === frame.state.parameters && this.shownExample === selected;
    const time = performance.now();
    const isTooSoon = isTraining && this.shownExample === selected && time - this.time < INTERVAL;
    if (isSame || isTooSoon) return false;
    this.shownParameters = frame.state.parameters;
    this.shownExample = selected;
    this.shownEpoch = frame.state.epoch;
    this.time = time;
    const { layer_sizes, activations, loss, use_biases } = message.network;
    /** @type {any} */ (element).setState({
      layer_sizes,
      activations,
      loss,
      use_biases,
      parameters: Array.from(frame.state.parameters),
      inputs: Array.from(prediction.inputs),
      targets: [prediction.target],
      learning_rate: message.learning_rate,
    });
    return true;
  }
}
