import { html } from "lit";
import { guard } from "lit/directives/guard.js";
import { axisStyles } from "../../kit/charts/axis_styles.js";
import { compactStyles } from "./compact/compact_styles.js";
import { curveStyles } from "./curve_styles.js";
import { DescendingWeight } from "./descending_weight.js";
import { numberField, promiseView, stepButtons } from "./descent_controls.js";
import { descentStyles } from "./descent_styles.js";
import { curveSection } from "./error_curve_view.js";
import { neuronLink } from "./neuron_state.js";
import { words } from "./neuron_words.js";
import { operationsView } from "./operations_view.js";
import { slopeStyles } from "./slope_styles.js";

/** @import { OneAnswerFigureKind } from "../../kit/figure/figure_host.js" */
/** @import { NeuronMessage, NeuronResult } from "./neuron_messages.js" */
/** @import { NeuronState } from "./neuron_state.js" */

/** Height of the plot as a part of its width. */
const SHAPE = 0.7;

/** @type {OneAnswerFigureKind<NeuronState, NeuronMessage, NeuronResult>} */
export const slopeFigure = {
  name: "slope",
  title: "The slope of one neuron",
  styles: [axisStyles, curveStyles, descentStyles, slopeStyles, compactStyles],
  link: neuronLink,
  create: (host, recorded) => new SlopeFigure(host, recorded, SHAPE),
};

/** The operations that lead to the slope and to the step. */
const OPERATIONS = ["output", "loss", "output_gradient", "weight_gradient", "weight_update"];

/** A gradient is a slope: one weight on its error curve. */
class SlopeFigure extends DescendingWeight {
  /** @param {KeyboardEvent} event */
  key(event) {
    return event.key !== " " && super.key(event);
  }

  render() {
    const { result } = this;
    return html`<div class="stack slope">
      <p class="sentence neuron-sentence">${this.sentence}</p>
      <div class="neuron-columns">
        <section class="neuron-descent">
          ${curveSection(this)}
          ${stepButtons(this, false)}
          <div class="neuron-fields">
            ${numberField(this, "weight")}
            ${numberField(this, "learning_rate")}
            ${numberField(this, "input")}
            ${numberField(this, "target")}
          </div>
        </section>
        <section class="neuron-pass">
          <h3 class="minor">${words.slopeInNumbers}</h3>
          ${guard([result], () => [
            operationsView(result.operations.filter(({ name }) => OPERATIONS.includes(name))),
            promiseView(this),
          ])}
        </section>
      </div>
    </div>`;
  }
}
