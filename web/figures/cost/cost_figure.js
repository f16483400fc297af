import { html } from "lit";
import { guard } from "lit/directives/guard.js";
import { live } from "lit/directives/live.js";
import { axisStyles } from "../../kit/charts/axis_styles.js";
import { logChart } from "../../kit/charts/log_chart.js";
import { logChartStyles, logChartView } from "../../kit/charts/log_chart_view.js";
import { choiceMenu, titleOf } from "../../kit/fields/choice_menu.js";
import { DeferredPart } from "../../kit/figure/deferred_part.js";
import { OneAnswerFigure } from "../../kit/figure/one_answer_figure.js";
import { prompt } from "../../kit/figure/prompt.js";
import { StateFromOpening } from "../../kit/figure/state_from_opening.js";
import { costLink, costMessage, openingState, PRECISIONS, withCost } from "./cost_state.js";
import { costStyles } from "./cost_styles.js";
import { words } from "./cost_words.js";
import { digitsView } from "./digits_view.js";
import { TimingRun } from "./timing_run.js";
import { timingsView } from "./timings_view.js";

/** @import { OneAnswerFigureKind, FigureHost, RecordedOpening } from "../../kit/figure/figure_host.js" */
/** @import { CostMessage, CostResult } from "./cost_messages.js" */
/** @import { CostState } from "./cost_state.js" */

const HEIGHT = 240;
/**
 * Chart and table stand side by side from the first of these widths on, the chart in what the table
 * and the gap leave; from the second on each has half.
 */
const SIDE_BY_SIDE = 530;
const TABLE = 316;
const HALVES = 700;
const GAP = 32;

/**
 * One gradient by central differences and by backpropagation: what they cost, and how far they agree.
 * @extends {OneAnswerFigure<CostState, CostResult>}
 */
class CostFigure extends OneAnswerFigure {
  /**
   * @param {FigureHost} host
   * @param {RecordedOpening<CostMessage, CostResult>} recorded
   */
  constructor(host, { message, result }) {
    super(host, new StateFromOpening(host, openingState(message, result), result, costMessage), {
      selector: ".cost",
      width: 720,
    });
    this.comparison = new DeferredPart(host);
    this.recordedTimings = result.timings ?? [];
    this.timing = new TimingRun(host, {
      slice: result.slice_seconds,
      onEnd: (sentence) => host.announce(sentence),
    });
  }

  render() {
    const { state, result, waits } = this.shown;
    const study = this.#study();
    return html`<div class="cost">
      ${this.#costs()}
      <section class="cost-compare">
        <h3>${words.compare}</h3>
        <p class="cost-sentence" data-error=${study.errors[state.step]}>${study.sentences[state.step]}
          ${waits ? html`<em>${words.waits}</em>` : ""}</p>
        ${this.#controls()}
        <div class="cost-side-by-side">
          ${this.comparison.template(this.width, [result, state], () => [
            this.#errorChart(),
            digitsView(result, study.rows[state.step]),
          ])}
        </div>
      </section>
    </div>`;
  }

  #costs() {
    const shown = this.timing.rows.length > 0 ? this.timing.rows : this.recordedTimings;
    return html`<section class="cost-costs">
      <h3>${words.cost}</h3>
      <p class="cost-sentence">${shown[shown.length - 1]?.sentence}</p>
      ${this.#timings(shown)}
      <p class="soft">${words.timeNote}</p>
    </section>`;
  }

  inspect() {
    const measured = this.timing.rows;
    return structuredClone({
      ...this.shown.result,
      timings: measured.length > 0 ? measured : this.recordedTimings,
      timings_recorded: measured.length === 0,
    });
  }

  /** @param {number} count shorter steps; longer ones when negative */
  step(count) {
    const { state, result } = this.shown;
    const step = Math.max(0, Math.min(result.steps.length - 1, state.step + count));
    if (step !== state.step) this.set({ step });
  }

  get spokenSummary() {
    return this.#study().sentences[this.shown.state.step];
  }

  statusChanged() {
    super.statusChanged();
    this.timing.resume();
  }

  visibilityChanged() {
    this.timing.resume();
  }

  destroy() {
    this.timing.stop();
    super.destroy();
  }

  #study() {
    const { state, result } = this.shown;
    return result.precisions[state.precision === "float32" ? "float32" : "float64"];
  }

  /** The width of a chart, which may have a table beside it. */
  get #chartWidth() {
    const { width } = this;
    if (width < SIDE_BY_SIDE) return width;
    return width < HALVES ? width - TABLE : Math.floor((width - GAP) / 2);
  }

  #errorChart() {
    const { state, result } = this.shown;
    const chart = logChart(
      {
        x: result.step_sizes,
        curves: PRECISIONS.map((name) => result.precisions[name].errors),
        marked: state.step,
        isLog: true,
      },
      { width: this.#chartWidth, height: HEIGHT },
    );
    const curves = chart.curves.map((curve, index) =>
      PRECISIONS[index] === state.precision ? curve : { ...curve, marked: null },
    );
    return logChartView(
      { ...chart, curves },
      {
        label: words.chart(this.#study().sentences[state.step]),
        xAxis: words.stepAxis,
        yAxis: words.errorAxis,
        curves: PRECISIONS.map((name) => ({ name, label: name })),
      },
    );
  }

  #controls() {
    const { state, result } = this.shown;
    const last = result.steps.length - 1;
    const at = String(last - state.step); // to the right is longer, as in the chart
    const chosen = (/** @type {Event} */ event) =>
      last - Number(/** @type {HTMLInputElement} */ (event.target).value);
    return html`<div class="cost-controls">
      <label class="cost-slider">
        <span>${words.step} = <span class="number">${result.steps[state.step]}</span></span>
        <input class="range" type="range" min="0" max=${last} step="1" value=${at}
          .value=${live(at)} data-field="step" aria-valuetext=${result.steps[state.step]}
          @input=${(/** @type {Event} */ event) => this.set({ step: chosen(event) })} />
        <span class="ends" aria-hidden="true"><span>${words.shorter}</span><span>${words.longer}</span></span>
      </label>
      ${choiceMenu({
        name: "precision",
        label: words.precision,
        value: state.precision,
        choices: PRECISIONS,
        nameOf: (name) => name,
        set: (precision) => this.set({ precision }),
      })}
      ${choiceMenu({
        name: "preset",
        label: words.network,
        value: state.preset,
        choices: result.networks.map(({ name }) => name),
        nameOf: (name) => titleOf(result.networks, name),
        set: (preset) => this.set({ preset }),
      })}
      <button class="button" @click=${() => this.set({ step: this.#study().best })}>${words.best}</button>
      <button class="button quiet" @click=${() => this.reset()}>${words.reset}</button>
      <p class="soft cost-hint">${words.hint}</p>
    </div>`;
  }

  /** @param {import("./cost_messages.js").Timing[]} shown */
  #timings(shown) {
    const { timing } = this;
    const { rows, progress, isRequested } = timing;
    const isRecorded = rows.length === 0;
    const source = isRequested
      ? this.host.status.kind === "ready"
        ? words.running
        : words.waiting
      : isRecorded
        ? html`${words.recorded} ${prompt(words.runIt)}`
        : progress.isDone
          ? words.measured
          : words.stopped;
    return html`<div class="cost-run">
        <button class="button primary" @click=${() => (isRequested ? timing.stop() : timing.run())}>
          ${isRequested ? words.stop : isRecorded ? words.run : words.again}
        </button>
        <p class="cost-source" data-source=${isRecorded ? "recorded" : "measured"}>${source}
          ${isRequested ? html`<span class="number">${progress.sentence}</span>` : ""}</p>
      </div>
      ${guard([shown, this.#chartWidth], () => timingsView(shown, this.#chartWidth))}`;
  }

  /** @param {Record<string, unknown>} partial */
  stateWith(partial) {
    return withCost(this.shown.state, partial, this.shown.result);
  }

  reset() {
    this.timing.discard();
    super.reset();
  }
}

/** @type {OneAnswerFigureKind<CostState, CostMessage, CostResult>} */
export const costFigure = {
  name: "cost",
  title: "What a gradient costs",
  styles: [axisStyles, logChartStyles, costStyles],
  link: costLink,
  create: (host, recorded) => new CostFigure(host, recorded),
};
