import { html, nothing } from "lit";
import { guard } from "lit/directives/guard.js";
import { axisStyles } from "../../kit/charts/axis_styles.js";
import { checkbox } from "../../kit/fields/checkbox.js";
import { Disclosure } from "../../kit/figure/disclosure.js";
import { compactStyles } from "./compact/compact_styles.js";
import { curveStyles } from "./curve_styles.js";
import { DescendingWeight } from "./descending_weight.js";
import { numberField, promiseView, rateControl, stepButtons } from "./descent_controls.js";
import { descentStyles } from "./descent_styles.js";
import { curveSection } from "./error_curve_view.js";
import { historyView } from "./history_view.js";
import { neuronLink } from "./neuron_state.js";
import { neuronStyles } from "./neuron_styles.js";
import { words } from "./neuron_words.js";
import { operationsView } from "./operations_view.js";
import { wireView } from "./wire_view.js";

/** @import { FigureHost, OneAnswerFigureKind, RecordedOpening } from "../../kit/figure/figure_host.js" */
/** @import { NeuronMessage, NeuronResult } from "./neuron_messages.js" */
/** @import { NeuronState } from "./neuron_state.js" */

/** Height of the plot as a part of its width. */
const SHAPE = 0.66;

/** @type {OneAnswerFigureKind<NeuronState, NeuronMessage, NeuronResult>} */
export const neuronFigure = {
  name: "neuron",
  title: "One neuron by hand",
  styles: [axisStyles, curveStyles, descentStyles, neuronStyles, compactStyles],
  link: neuronLink,
  create: (host, recorded) => new NeuronFigure(host, recorded, SHAPE),
};

/** One neuron by hand: its pass, its error curve, and its way down. */
class NeuronFigure extends DescendingWeight {
  /**
   * @param {FigureHost} host
   * @param {RecordedOpening<NeuronMessage, NeuronResult>} recorded
   * @param {number} shape
   */
  constructor(host, recorded, shape) {
    super(host, recorded, shape);
    this.operations = new Disclosure(words.operations, host, "neuron-formulas");
  }

  get canHaveBias() {
    return true;
  }

  render() {
    const { result, state } = this;
    const hasBias = state.bias !== null;
    return html`<div class="stack neuron">
      <p class="sentence neuron-sentence">${this.sentence}</p>
      <div class="neuron-columns">
        <section class="neuron-descent">
          ${curveSection(this)}
          ${stepButtons(this, true)}
          ${rateControl(this)}
        </section>
        <section class="neuron-pass">
          <h3 class="minor">${words.pass}</h3>
          ${guard([result, state.input, state.target, state.bias], () => wireView(this))}
          ${guard([result], () => promiseView(this))}
          <div class="neuron-fields">
            ${numberField(this, "weight")}
            ${hasBias ? numberField(this, "bias") : nothing}
            ${numberField(this, "input")}
            ${numberField(this, "target")}
          </div>
          <div class="neuron-checks">
            ${checkbox(words.addBias, hasBias, () => this.#addBias(!hasBias), "bias")}
            ${
              hasBias
                ? checkbox(
                    words.freeBias,
                    state.bias_is_free,
                    () => this.set({ bias_is_free: !state.bias_is_free }),
                    "bias_is_free",
                  )
                : nothing
            }
          </div>
        </section>
      </div>
      ${this.operations.template(() =>
        guard([result.operations], () => operationsView(result.operations)),
      )}
      <section class="neuron-past">
        <h3 class="minor">${words.history}</h3>
        ${guard([result.rows, hasBias], () => historyView(result.rows, hasBias))}
      </section>
    </div>`;
  }

  /**
   * A bias begins at 0, where the output is the same as without it.
   * @param {boolean} isWanted
   */
  #addBias(isWanted) {
    this.playback.stop();
    this.set(isWanted ? { bias: 0, bias_is_free: true } : { bias: null });
  }
}
