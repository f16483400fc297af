import { html, nothing } from "lit";
import { guard } from "lit/directives/guard.js";
import { networkDrawing } from "../../drawing/drawing.js";
import { drawingStyles } from "../../drawing/drawing_styles.js";
import { networkLayout } from "../../drawing/layout/network_layout.js";
import { activationName } from "../../kit/fields/activation_name.js";
import { choiceMenu } from "../../kit/fields/choice_menu.js";
import { StateFromOpening } from "../../kit/figure/state_from_opening.js";
import { SteppedFigure } from "../../kit/figure/stepped_figure.js";
import { equationCards } from "./equation_cards.js";
import {
  ACTIVATIONS,
  addressAt,
  equationsFields,
  equationsLink,
  equationsMessage,
  equationsOpening,
  FORMS,
  LAYER_SIZES,
  withEquationsFields,
} from "./equations_state.js";
import { equationsStyles } from "./equations_styles.js";
import { words } from "./equations_words.js";
import { knownFrame } from "./known_frame.js";

/** @import { OneAnswerFigureKind, FigureHost, RecordedOpening } from "../../kit/figure/figure_host.js" */
/** @import { EquationsMessage, EquationsResult } from "./equations_messages.js" */
/** @import { EquationsState } from "./equations_state.js" */

/** Drawn downwards, as the equations go, and narrow enough for a phone. */
const LAYOUT = networkLayout({
  layerSizes: LAYER_SIZES,
  useBiases: true,
  width: 360,
  narrow: true,
});

/**
 * The general rule in seven equations, each symbol with its number in a small network.
 * @extends {SteppedFigure<EquationsState, EquationsResult>}
 */
class EquationsFigure extends SteppedFigure {
  /**
   * @param {FigureHost} host
   * @param {RecordedOpening<EquationsMessage, EquationsResult>} recorded
   */
  constructor(host, { message, result }) {
    const rule = new StateFromOpening(
      host,
      equationsOpening(message),
      result,
      equationsMessage,
      (asked, _, { form }) => ({ ...asked, form }),
    );
    const table = equationsFields(host.describe, message.parameters.length);
    super(host, rule, { table, reduce: withEquationsFields });
    /** @type {string | null} the place in the drawing where the keyboard stands */
    this.current = null;
  }

  render() {
    const { state, result, waits } = this.shown;
    return html`<div class="equations">
      <p class="large-sentence equations-now">${waits ? words.waiting : result.sentence}
        <span class="equations-invitation">${words.invitation}</span></p>
      <div class=${waits ? "panels outdated equations-panels" : "panels equations-panels"}>
        <div class="equations-side">
          <div class="equations-stage">${this.#drawing()}</div>
          <div class="button-row equations-buttons">
            <button class="button" aria-disabled=${state.steps === 0}
              @click=${() => this.step(-1)}>${words.back}</button>
            <button class="button primary" title=${words.stepTitle}
              @click=${() => this.step(1)}>${words.step}</button>
            <button class="button quiet" title=${words.resetTitle}
              @click=${() => this.reset()}>${words.reset}</button>
          </div>
          ${this.#settings()}
        </div>
        <div class="equations-main">
          <div class="button-row equations-forms" role="group" aria-label=${words.forms}>
            ${FORMS.map(
              (
                form,
              ) => html`<button class="button" aria-pressed=${form === state.form ? "true" : "false"}
                data-form=${form} @click=${() => this.set({ form })}>${form === "matrix" ? words.matrix : words.index}</button>`,
            )}
          </div>
          ${state.form === "matrix" ? html`<p class="soft">${words.rows}</p>` : nothing}
          ${guard([result, state.form], () =>
            equationCards(result, state.form, (place) => this.#choose(place)),
          )}
        </div>
      </div>
    </div>`;
  }

  #drawing() {
    const { state, result } = this.shown;
    return networkDrawing({
      layout: LAYOUT,
      result,
      frame: knownFrame(result),
      selected: state.weight,
      current: this.current,
      handlers: {
        onSelect: (address) => this.set({ weight: address }),
        onChoose: (place) => this.#choose(place),
        onCurrent: (place) => this.#focusPlace(place),
      },
    });
  }

  #settings() {
    const { state } = this.shown;
    const number = (/** @type {string} */ field, /** @type {string} */ label, value = 0) =>
      this.numbers.template({ field, label, value });
    return html`<fieldset class="field-row equations-settings">
      <legend class="unseen">${words.settings}</legend>
      ${number("inputs[0]", `${words.input} x₁`, state.inputs[0])}
      ${number("inputs[1]", `${words.input} x₂`, state.inputs[1])}
      ${number("target", `${words.target} t`, state.target)}
      ${number("learning_rate", words.learningRate, state.learning_rate)}
      ${this.numbers.template({
        field: "momentum",
        label: words.momentum,
        value: state.momentum,
        nudge: 0.05,
      })}
      ${choiceMenu({
        name: "activation",
        label: words.activation,
        value: state.activation,
        choices: ACTIVATIONS,
        nameOf: activationName,
        set: (value) => this.set({ activation: value }),
      })}
    </fieldset>`;
  }

  /** @param {string} place */
  #choose(place) {
    const weight = addressAt(place, this.shown.state.weight);
    if (weight) this.set({ weight });
  }

  /**
   * The keyboard has moved to a place of the drawing, which is thereby selected.
   * @param {string} place
   */
  #focusPlace(place) {
    if (place === this.current) return;
    this.current = place;
    this.#choose(place);
    this.host.requestUpdate();
  }

  reset() {
    this.current = null;
    super.reset();
  }

  get spokenSummary() {
    return this.shown.result.sentence;
  }
}

/** @type {OneAnswerFigureKind<EquationsState, EquationsMessage, EquationsResult>} */
export const equationsFigure = {
  name: "equations",
  title: "The general rule",
  styles: [drawingStyles, equationsStyles],
  link: equationsLink,
  partNames: /^inputs\[[01]\]$/,
  create: (host, recorded) => new EquationsFigure(host, recorded),
};
