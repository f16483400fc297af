import { html, nothing } from "lit";
import { axisStyles } from "../../kit/charts/axis_styles.js";
import { logChartStyles } from "../../kit/charts/log_chart_view.js";
import { ContourCache } from "../../kit/charts/surface/contour_cache.js";
import { contourBands } from "../../kit/charts/surface_plot.js";
import { choiceMenu, titleOf } from "../../kit/fields/choice_menu.js";
import { DeferredPart } from "../../kit/figure/deferred_part.js";
import { StateFromOpening } from "../../kit/figure/state_from_opening.js";
import { symbolTemplate } from "../../kit/formula/formula.js";
import { numberText } from "../../kit/formula/number_text.js";
import { playbackStyles } from "../../kit/playback/playback_styles.js";
import { PlayedFigure } from "../../kit/playback/played_figure.js";
import { equationsView } from "./equations_view.js";
import { mapFrame } from "./loss_map.js";
import { lossesStyles } from "./losses_styles.js";
import { lossesView } from "./losses_view.js";
import { mapStyles } from "./map_styles.js";
import { mapView } from "./map_view.js";
import { openingState, ratesLink, ratesMessage, withAnswer, withRates } from "./rates_state.js";
import { ratesStyles } from "./rates_styles.js";
import { words } from "./rates_words.js";
import { runPanels } from "./run_panels.js";

/** @import { OneAnswerFigureKind, FigureHost, RecordedOpening } from "../../kit/figure/figure_host.js" */
/** @import { RatesMessage, RatesResult } from "./rates_messages.js" */
/** @import { RatesState } from "./rates_state.js" */

/**
 * Several runs of gradient descent from one start, on the true loss over two weights.
 * @extends {PlayedFigure<RatesState, RatesResult>}
 */
class RatesFigure extends PlayedFigure {
  /**
   * @param {FigureHost} host
   * @param {RecordedOpening<RatesMessage, RatesResult>} recorded
   */
  constructor(host, { message, result }) {
    const runs = new StateFromOpening(
      host,
      openingState(message),
      result,
      ratesMessage,
      withAnswer,
    );
    super(host, runs, { selector: ".rates-map", width: 520 });
    this.maps = new ContourCache(contourBands);
    this.cards = new DeferredPart(host);
    this.side = new DeferredPart(host);
  }

  render() {
    const { state, result, waits } = this.shown;
    const run = this.#chosen();
    const at = Math.min(state.step, run.points.length - 1);
    const frame = mapFrame(result.surface, this.width);
    const contours = this.maps.contours(result.surface, result.levels, frame);
    const happening = run.happenings[at];
    const equations = run.name === state.chosen ? result.equations[at] : undefined;
    return html`<div class="stack rates">
      <p class="sentence rates-sentence" data-happening=${happening ?? nothing}>
        <span class="rates-tag">${run.title}</span>
        ${run.sentences[at]} ${waits ? html`<em>${words.waits}</em>` : nothing}
      </p>
      ${this.cards.template(null, [result, state.chosen, state.step], () =>
        runPanels(result, state, this.maps, (chosen) => this.set({ chosen })),
      )}
      <div class="rates-panels">
        <div class="rates-large">
          ${mapView(
            { result, run, step: state.step, frame, contours, label: this.#label() },
            (start) => this.set({ start }),
          )}
          <ul class="legend rates-legend">
            <li data-place="velocity"><i class="rates-key rates-key-velocity"></i>${words.legendVelocity}</li>
            <li data-place="gradient"><i class="rates-key rates-key-gradient"></i>${words.legendGradient}</li>
            <li data-place="next"><i class="rates-key rates-key-next"></i>${words.legendNext}</li>
          </ul>
        </div>
        <div class="rates-side">
          ${this.side.template(null, [result, state, this.width], () => [
            lossesView(result.runs, state, this.width),
            equationsView(equations),
          ])}
        </div>
      </div>
      ${this.playback.template({
        label: words.scrubber,
        positionText: words.position(state.step, state.steps),
        valueText: `${words.position(state.step, state.steps)}. ${run.sentences[at]}`,
        reset: () => this.reset(),
      })}
      <p class="soft">${words.hint}</p>
      ${this.#settings()}
    </div>`;
  }

  get position() {
    return this.shown.state.step;
  }

  get lastPosition() {
    return this.shown.state.steps;
  }

  get spokenSummary() {
    const run = this.#chosen();
    return run.sentences[Math.min(this.position, run.sentences.length - 1)];
  }

  /** @param {number} step */
  goTo(step) {
    this.shown.changeView({ step });
  }

  /** @param {Record<string, unknown>} partial */
  stateWith(partial) {
    return withRates(this.shown.state, partial, this.host.describe, this.shown.result);
  }

  #chosen() {
    const { runs } = this.shown.result;
    return runs.find(({ name }) => name === this.shown.state.chosen) ?? runs[0];
  }

  #label() {
    const run = this.#chosen();
    const [x, y] = run.points[Math.min(this.shown.state.step, run.points.length - 1)];
    const [first, second] = this.shown.result.weights;
    return words.mapLabel({
      run: run.title,
      sentence: this.spokenSummary,
      x: numberText(x, 3),
      y: numberText(y, 3),
      first: first.name,
      second: second.name,
    });
  }

  #settings() {
    const { state, result } = this.shown;
    const { learning_rate, momentum, decay } = this.#chosen();
    const [x, y] = state.start ?? [result.start[0], result.start[1]];
    const field = this.numbers;
    return html`<fieldset class="field-row rates-settings">
      <legend class="unseen">${words.settings}</legend>
      ${field.template({ field: "learning_rate", label: words.learningRate, value: learning_rate, nudge: 0.01 })}
      ${field.template({ field: "momentum", label: words.momentum, value: momentum, nudge: 0.05 })}
      ${field.template({ field: "decay", label: words.decay, value: decay, nudge: 0.01 })}
      ${field.template({ field: "start[0]", label: startOf(result.weights[0]), value: x })}
      ${field.template({ field: "start[1]", label: startOf(result.weights[1]), value: y })}
      ${choiceMenu({
        name: "landscape",
        label: words.landscape,
        kind: "rates-wide",
        value: state.landscape,
        choices: result.landscapes.map(({ name }) => name),
        nameOf: (name) => titleOf(result.landscapes, name),
        set: (landscape) => this.set({ landscape }),
      })}
      ${
        result.choices.length > 2
          ? [words.first, words.second].map((label, axis) => {
              const name = `weights[${axis}]`;
              return choiceMenu({
                name,
                label,
                kind: "rates-wide",
                value: String(result.weights[axis].index),
                choices: Object.keys(result.choices),
                nameOf: (index) => result.choices[Number(index)],
                set: (index) => this.set({ [name]: Number(index) }),
                isDisabled: (index) => Number(index) === result.weights[1 - axis].index,
              });
            })
          : nothing
      }
    </fieldset>`;
  }
}

/** @param {RatesResult["weights"][number]} weight */
const startOf = ({ symbol }) => html`${words.start} ${symbolTemplate(symbol)}`;

/** @type {OneAnswerFigureKind<RatesState, RatesMessage, RatesResult>} */
export const ratesFigure = {
  name: "rates",
  title: "How big a step",
  styles: [playbackStyles, axisStyles, logChartStyles, mapStyles, lossesStyles, ratesStyles],
  link: ratesLink,
  partNames: /^(learning_rate|momentum|decay|(start|weights)\[[01]\])$/,
  create: (host, recorded) => new RatesFigure(host, recorded),
};
