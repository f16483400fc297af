import { html, nothing } from "lit";
import { words } from "../../lesson/rates_words.js";
import { MapContours, mapFrame } from "../../scene/loss_map.js";
import { openingState, ratesMessage, withAnswer, withRates } from "../../state/rates_state.js";
import { formulaTemplate } from "../formula.js";
import { NumberFields } from "../number_fields.js";
import { numberText } from "../number_text.js";
import { OpenedState } from "../opened_state.js";
import { Playback } from "../playback.js";
import { playbackStyles } from "../playback_styles.js";
import { PlotWidth } from "../plot_width.js";
import { mapView } from "./map_view.js";
import { ratesStyles } from "./rates_styles.js";
import { runPanels } from "./run_panels.js";

/** @import { Figure, FigureHost, FigureKind } from "../figure_host.js" */
/** @import { RatesMessage, RatesResult } from "../../contract/messages.js" */

/**
 * Several runs of gradient descent from one start, on the true loss over two weights.
 * @implements {Figure}
 */
class RatesFigure {
  /**
   * @param {FigureHost} host
   * @param {{message: RatesMessage, result: RatesResult}} recorded
   */
  constructor(host, { message, result }) {
    this.host = host;
    this.runs = new OpenedState(host, openingState(message), result, ratesMessage, withAnswer);
    this.maps = new MapContours();
    this.width = new PlotWidth(".rates-map", 520, () => host.requestUpdate());
    this.numbers = new NumberFields({
      take: (field, text) => this.#set({ [field]: text }),
      onChange: () => host.requestUpdate(),
    });
    this.playback = new Playback(host, {
      at: () => this.runs.state.step,
      last: () => this.runs.state.steps,
      go: (step) => this.runs.look({ step }),
      said: () => this.#sentence(),
    });
  }

  render() {
    const { state, result, waits } = this.runs;
    const run = this.#chosen();
    const at = Math.min(state.step, run.points.length - 1);
    const frame = mapFrame(result.surface, this.width.width);
    const contours = this.maps.lines(result.surface, result.levels, frame);
    const happening = run.happenings[at];
    const equations = run.name === state.chosen ? result.equations[at] : undefined;
    return html`<div class="rates">
      <p class="rates-sentence" data-happening=${happening ?? nothing}>
        <span class="rates-tag">${words.runName(run.name)}</span>
        ${run.sentences[at]} ${waits ? html`<em>${words.waits}</em>` : nothing}
      </p>
      <div class="rates-panels">
        <div class="rates-large">
          ${mapView(
            { result, run, step: state.step, frame, contours, label: this.#label() },
            (start) => this.#set({ start }),
          )}
          <ul class="rates-legend">
            <li data-place="velocity"><i class="rates-key rates-key-velocity"></i>${words.legendVelocity}</li>
            <li data-place="gradient"><i class="rates-key rates-key-gradient"></i>${words.legendGradient}</li>
            <li data-place="next"><i class="rates-key rates-key-next"></i>${words.legendNext}</li>
          </ul>
        </div>
        <div class="rates-side">
          ${runPanels(result, state, this.maps, (chosen) => this.#set({ chosen }))}
          <div class="rates-equations" role="group" tabindex="0" aria-label=${words.next}>
            <h3 class="minor">${words.next}</h3>
            ${equations?.map(
              ({ formula, numbers }) => html`<div class="rates-equation">
                <div>${formulaTemplate(formula)}</div>
                <div class="rates-numbers">${formulaTemplate(numbers)}</div>
              </div>`,
            )}
          </div>
        </div>
      </div>
      ${this.playback.template({
        label: words.scrubber,
        position: words.position(state.step, state.steps),
        valueText: `${words.position(state.step, state.steps)}. ${run.sentences[at]}`,
        reset: () => this.#reset(),
      })}
      <p class="rates-hint">${words.hint}</p>
      ${this.#settings()}
    </div>`;
  }

  getState() {
    return structuredClone(this.runs.state);
  }

  /** @param {Record<string, unknown>} partial */
  setState(partial) {
    this.#set(partial);
  }

  inspect() {
    return this.runs.result;
  }

  /** @param {number} count */
  step(count) {
    this.playback.by(count);
  }

  statusChanged() {
    if (this.host.status.kind === "ready") this.runs.ask();
  }

  visibilityChanged() {
    if (!this.host.visible) this.playback.stop();
  }

  updated() {
    this.width.observe(this.host.shadowRoot);
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    return this.playback.key(event);
  }

  destroy() {
    this.playback.stop();
    this.width.disconnect();
  }

  #chosen() {
    const { runs } = this.runs.result;
    return runs.find(({ name }) => name === this.runs.state.chosen) ?? runs[0];
  }

  #sentence() {
    const run = this.#chosen();
    return run.sentences[Math.min(this.runs.state.step, run.sentences.length - 1)];
  }

  #label() {
    const run = this.#chosen();
    const [x, y] = run.points[Math.min(this.runs.state.step, run.points.length - 1)];
    const [first, second] = this.runs.result.weights;
    return words.mapLabel({
      run: words.runName(run.name),
      sentence: this.#sentence(),
      x: numberText(x, 3),
      y: numberText(y, 3),
      first: first.name,
      second: second.name,
    });
  }

  /**
   * @param {Record<string, unknown>} partial
   * @returns {string | null} why the first bad field was refused
   */
  #set(partial) {
    const { state, refused } = withRates(
      this.runs.state,
      partial,
      this.host.describe,
      this.runs.result,
    );
    for (const refusal of refused) this.host.refuse(refusal);
    this.runs.turnTo(state);
    return refused[0]?.message ?? null;
  }

  #reset() {
    this.playback.stop();
    this.runs.turnTo(this.runs.opening);
  }

  #settings() {
    const { state, result } = this.runs;
    const { learning_rate, momentum, decay } = this.#chosen();
    const [x, y] = state.start ?? [result.start[0], result.start[1]];
    const field = this.numbers;
    const chosenIn = (/** @type {Event} */ event) =>
      /** @type {HTMLSelectElement} */ (event.target).value;
    return html`<fieldset class="rates-settings">
      <legend class="unseen">${words.settings}</legend>
      ${field.template({ field: "learning_rate", label: words.learningRate, value: learning_rate, nudge: 0.01 })}
      ${field.template({ field: "momentum", label: words.momentum, value: momentum, nudge: 0.05 })}
      ${field.template({ field: "decay", label: words.decay, value: decay, nudge: 0.01 })}
      ${field.template({ field: "start[0]", label: words.startX, value: x })}
      ${field.template({ field: "start[1]", label: words.startY, value: y })}
      <label class="field rates-wide"><span>${words.landscape}</span>
        <select class="select" data-field="landscape"
          @change=${(/** @type {Event} */ event) => this.#set({ landscape: chosenIn(event) })}>
          ${result.landscapes.map(
            ({ name, title }) =>
              html`<option value=${name} ?selected=${name === state.landscape}>${title}</option>`,
          )}
        </select></label>
      ${
        result.choices.length > 2
          ? [words.first, words.second].map(
              (label, axis) => html`<label class="field rates-wide"><span>${label}</span>
              <select class="select" data-field="weights[${axis}]"
                @change=${(/** @type {Event} */ event) => this.#set({ [`weights[${axis}]`]: Number(chosenIn(event)) })}>
                ${result.choices.map(
                  (name, index) => html`<option value=${index}
                    ?selected=${index === result.weights[axis].index}
                    ?disabled=${index === result.weights[1 - axis].index}>${name}</option>`,
                )}
              </select></label>`,
            )
          : nothing
      }
    </fieldset>`;
  }
}

/** @type {FigureKind} */
export const ratesFigure = {
  name: "rates",
  styles: [playbackStyles, ratesStyles],
  create: (host, recorded) => new RatesFigure(host, recorded),
};
