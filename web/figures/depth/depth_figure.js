import { html } from "lit";
import { guard } from "lit/directives/guard.js";
import { activationCurve, activationCurveStyles } from "../../kit/charts/activation_curve_view.js";
import { axisStyles } from "../../kit/charts/axis_styles.js";
import { choiceMenu } from "../../kit/fields/choice_menu.js";
import { nextSeed } from "../../kit/fields/field_table.js";
import { Disclosure } from "../../kit/figure/disclosure.js";
import { MoreControls } from "../../kit/figure/more_controls.js";
import { StateFromOpening } from "../../kit/figure/state_from_opening.js";
import { SteppedFigure } from "../../kit/figure/stepped_figure.js";
import { factorView } from "./depth_factors.js";
import { gradientPlot, movedPlot } from "./depth_plot.js";
import { gradientView, movedView } from "./depth_plots.js";
import {
  layerSlider,
  restartButtons,
  stackCures,
  stackSettings,
  trainingBar,
} from "./depth_settings.js";
import {
  depthFields,
  depthLink,
  depthMessage,
  depthOpening,
  MEASURES,
  withDepthFields,
} from "./depth_state.js";
import { depthStyles } from "./depth_styles.js";
import { layersTable } from "./depth_table.js";
import { words } from "./depth_words.js";

/** @import { OneAnswerFigureKind, FigureHost, RecordedOpening } from "../../kit/figure/figure_host.js" */
/** @import { DepthMessage, DepthResult } from "./depth_messages.js" */
/** @import { DepthState } from "./depth_state.js" */

/** A plot is drawn so wide until it has been measured. */
const WIDE = 640;

/**
 * A stack of up to fifty layers, and what its depth does to the gradient.
 * @extends {SteppedFigure<DepthState, DepthResult>}
 */
class DepthFigure extends SteppedFigure {
  /**
   * @param {FigureHost} host
   * @param {RecordedOpening<DepthMessage, DepthResult>} recorded
   */
  constructor(host, { message, result }) {
    const stack = new StateFromOpening(
      host,
      depthOpening(message),
      result,
      depthMessage,
      (asked, _, { measure, layer, more_controls }) => ({
        ...asked,
        measure,
        layer,
        more_controls,
      }),
    );
    const fields = { table: depthFields(host.describe), reduce: withDepthFields };
    super(host, stack, fields, { selector: ".depth-plot", width: WIDE });
    this.more = new MoreControls((isOpen) => this.set({ more_controls: isOpen }));
    this.layers = new Disclosure(words.table, host, "values");
  }

  render() {
    const { state, result, waits } = this.shown;
    const { layers, training } = result;
    const isTrained = training.steps > 0;
    const layer = layers[Math.min(state.layer, layers.length) - 1];
    const { width } = this;
    const chosen = {
      layer: layer.layer,
      choose: (/** @type {number} */ at) => this.set({ layer: at }),
    };
    return html`<div class="depth" data-waits=${waits ? "true" : "false"}>
      <p class="large-sentence depth-now">${waits ? words.waiting : result.sentence}</p>
      <div class=${waits ? "panels outdated depth-panels" : "panels depth-panels"}>
        <section class="depth-main">
          <h3>${words.gradientTitle(words.measureName(state.measure))}</h3>
          ${guard([result, state.measure, width, layer], () =>
            gradientView(
              gradientPlot(layers, { measure: state.measure, width, isTrained }),
              result,
              state.measure,
              chosen,
            ),
          )}
          ${layerSlider(layer, layers.length, (at) => this.set({ layer: at }))}
          ${trainingBar(training, this.#canTrain, () => this.#train())}
          <h3 class="depth-moved-title">${words.movedTitle}</h3>
          ${guard([result, width, layer], () => movedView(movedPlot(layers, width), result, chosen))}
        </section>
        <section class="depth-side">
          ${guard([result], () => factorView(result))}
          ${guard([result], () => slopeView(result))}
          ${stackCures(state, (name, value) => this.set({ [name]: value }))}
        </section>
      </div>
      ${this.more.template(state.more_controls, () => this.#moreControls())}
    </div>`;
  }

  #moreControls() {
    const { state, result } = this.shown;
    return html`<div class="field-row">
      ${choiceMenu({
        name: "measure",
        label: words.measure,
        value: state.measure,
        choices: MEASURES,
        nameOf: words.measureName,
        set: (value) => this.set({ measure: value }),
      })}
    </div>
    ${stackSettings(state, this.table, this.numbers, (name, value) => this.set({ [name]: value }))}
    ${restartButtons(result.training.steps, {
      back: () => this.set({ steps: 0 }),
      newSeed: () => this.set({ seed: nextSeed(this.table, state.seed) }),
      reset: () => this.reset(),
    })}
    ${this.layers.template(() => guard([result], () => layersTable(result.layers)))}`;
  }

  get #canTrain() {
    return this.shown.result.training.next_steps !== null && !this.shown.isAsking;
  }

  #train() {
    if (this.#canTrain) this.set({ steps: this.shown.result.training.next_steps });
  }

  get spokenSummary() {
    const { sentence, training } = this.shown.result;
    return training.steps > 0 ? `${sentence} ${training.sentence}` : sentence;
  }
}

/**
 * The activation of the stack with its slope, and the most that the slope can be.
 * @param {DepthResult} result
 */
function slopeView({ curve, steepest }) {
  const label = words.most(String(steepest));
  const slope = { slopes: curve.slopes, steepest, label };
  return activationCurve(curve, null, slope, words.curves(String(steepest)));
}

/** @type {OneAnswerFigureKind<DepthState, DepthMessage, DepthResult>} */
export const depthFigure = {
  name: "depth",
  title: "The trouble with depth",
  styles: [axisStyles, activationCurveStyles, depthStyles],
  link: depthLink,
  create: (host, recorded) => new DepthFigure(host, recorded),
};
