import { html } from "lit";
import { guard } from "lit/directives/guard.js";
import { words } from "../../lesson/equations_words.js";
import { knownFrame } from "../../scene/known_frame.js";
import { networkLayout } from "../../scene/network_layout.js";
import {
  ACTIVATIONS,
  addressAt,
  equationsFields,
  equationsMessage,
  equationsOpening,
  FORMS,
  LAYER_SIZES,
  withEquationsFields,
} from "../../state/equations_state.js";
import { choiceMenu } from "../depth/depth_settings.js";
import { networkDrawing } from "../network/drawing.js";
import { drawingStyles } from "../network/drawing_styles.js";
import { NumberFields } from "../number_fields.js";
import { OpenedState } from "../opened_state.js";
import { equationCards } from "./equation_cards.js";
import { equationsStyles } from "./equations_styles.js";

/** @import { Figure, FigureHost, FigureKind } from "../figure_host.js" */
/** @import { EquationsMessage, EquationsResult } from "../../contract/equations_messages.js" */

/** Drawn downwards, as the equations go, and narrow enough for a phone. */
const LAYOUT = networkLayout({
  layerSizes: LAYER_SIZES,
  useBiases: true,
  width: 360,
  narrow: true,
});

/**
 * The general rule in seven equations, each symbol with its number in a small network.
 * @implements {Figure}
 */
class EquationsFigure {
  /**
   * @param {FigureHost} host
   * @param {{message: EquationsMessage, result: EquationsResult}} recorded
   */
  constructor(host, { message, result }) {
    this.host = host;
    this.table = equationsFields(host.describe, message.parameters.length);
    this.opening = equationsOpening(message);
    this.rule = new OpenedState(
      host,
      this.opening,
      result,
      /** @type {any} */ (equationsMessage),
      (asked, _, { form }) => ({ ...asked, form }),
    );
    this.rule.onRefusal = (field, sentence) => this.numbers.notes.set(field, sentence);
    this.numbers = new NumberFields({
      take: (field, text) => this.#set({ [field]: text })[0]?.message ?? null,
      onChange: () => host.requestUpdate(),
    });
    /** @type {string | null} the place in the drawing where the keyboard stands */
    this.current = null;
  }

  render() {
    const { state, result, waits } = this.rule;
    return html`<div class="equations">
      <p class="equations-now">${waits ? words.waiting : result.sentence}
        <span class="equations-invitation">${words.invitation}</span></p>
      <div class=${waits ? "equations-panels equations-outdated" : "equations-panels"}>
        <div class="equations-side">
          <div class="equations-stage">${this.#drawing()}</div>
          <div class="equations-buttons">
            <button class="button" ?disabled=${state.steps === 0}
              @click=${() => this.step(-1)}>${words.back}</button>
            <button class="button primary" title=${words.stepTitle}
              @click=${() => this.step(1)}>${words.step}</button>
            <button class="button quiet" title=${words.resetTitle}
              @click=${() => this.#reset()}>${words.reset}</button>
          </div>
          ${this.#settings()}
        </div>
        <div class="equations-main">
          <div class="equations-forms" role="group" aria-label=${words.forms}>
            ${FORMS.map(
              (
                form,
              ) => html`<button class="button" aria-pressed=${form === state.form ? "true" : "false"}
                data-form=${form} @click=${() => this.#set({ form })}>${form === "matrix" ? words.matrix : words.index}</button>`,
            )}
          </div>
          ${guard([result, state.form], () =>
            equationCards(result, state.form, (place) => this.#choose(place)),
          )}
        </div>
      </div>
    </div>`;
  }

  getState() {
    return structuredClone(this.rule.state);
  }

  /** @param {Record<string, unknown>} partial */
  setState(partial) {
    this.#set(partial);
  }

  inspect() {
    return structuredClone(this.rule.result);
  }

  /** @param {number} count steps of gradient descent, or back */
  step(count) {
    const limit = this.table.find(({ name }) => name === "steps")?.limit;
    const steps = this.rule.state.steps + count;
    this.#set({ steps: Math.max(0, Math.min(limit?.maximum ?? steps, steps)) });
  }

  statusChanged() {
    if (this.host.status.kind === "ready") this.rule.ask();
    this.host.requestUpdate();
  }

  visibilityChanged() {}

  updated() {}

  /** @param {KeyboardEvent} event */
  key(event) {
    const target = event.composedPath()[0];
    if (!(target instanceof Element) || event.target !== target) return false;
    if (target.closest("input, select, textarea")) return false;
    if (event.key === ".") this.step(1);
    else if (event.key === ",") this.step(-1);
    else return false;
    return true;
  }

  destroy() {}

  #drawing() {
    const { state, result } = this.rule;
    return networkDrawing({
      layout: LAYOUT,
      result: /** @type {any} */ (result),
      frame: knownFrame(result),
      selected: state.weight,
      current: this.current,
      handlers: {
        onSelect: (address) => this.#set({ weight: address }),
        onChoose: (place) => this.#choose(place),
        onCurrent: (place) => this.#standOn(place),
      },
    });
  }

  #settings() {
    const { state } = this.rule;
    const number = (/** @type {string} */ field, /** @type {string} */ label, value = 0) =>
      this.numbers.template({ field, label, value });
    return html`<fieldset class="equations-settings">
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
        nameOf: words.activationName,
        set: (value) => this.#set({ activation: value }),
      })}
    </fieldset>`;
  }

  /**
   * @param {Record<string, unknown>} values
   * @returns {import("../figure_host.js").Refusal[]}
   */
  #set(values) {
    const { state, refusals } = withEquationsFields(this.rule.state, values, this.table);
    for (const refusal of refusals) this.host.refuse(refusal);
    if (refusals.length < Object.keys(values).length) this.rule.turnTo(state);
    return refusals;
  }

  /** @param {string} place */
  #choose(place) {
    const weight = addressAt(place, this.rule.state.weight);
    if (weight) this.#set({ weight });
  }

  /**
   * The keyboard comes to a place of the drawing, and chooses it.
   * @param {string} place
   */
  #standOn(place) {
    if (place === this.current) return;
    this.current = place;
    this.#choose(place);
    this.host.requestUpdate();
  }

  #reset() {
    this.numbers.notes.clear();
    this.current = null;
    this.rule.turnTo(this.opening);
    this.host.announce(this.rule.openingResult.sentence);
  }
}

/** @type {FigureKind} */
export const equationsFigure = {
  name: "equations",
  styles: [drawingStyles, equationsStyles],
  create: (host, recorded) => new EquationsFigure(host, recorded),
};
