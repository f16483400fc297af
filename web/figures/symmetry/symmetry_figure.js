import { html } from "lit";
import { axisStyles } from "../../kit/charts/axis_styles.js";
import { nearestIndex } from "../../kit/charts/run_plot.js";
import { checkbox } from "../../kit/fields/checkbox.js";
import { nextSeed } from "../../kit/fields/field_table.js";
import { StateFromOpening } from "../../kit/figure/state_from_opening.js";
import { numberText, signedNumberText } from "../../kit/formula/number_text.js";
import { playbackStyles } from "../../kit/playback/playback_styles.js";
import { PlayedFigure } from "../../kit/playback/played_figure.js";
import { RUN_FILES, takeHomePart } from "../../kit/take_home/take_home.js";
import { runCurves } from "./run_curves.js";
import { StartsRun } from "./starts_run.js";
import { startsView } from "./starts_view.js";
import {
  inputsOf,
  symmetryFields,
  symmetryLink,
  symmetryMessage,
  symmetryState,
  turnedOver,
  withAnswer,
  withSymmetryFields,
} from "./symmetry_state.js";
import { symmetryStyles } from "./symmetry_styles.js";
import { words } from "./symmetry_words.js";
import { TrainingSlices } from "./training_slices.js";
import { unitView } from "./unit_bars.js";

/** @import { OneAnswerFigureKind, FigureHost, RecordedOpening } from "../../kit/figure/figure_host.js" */
/** @import { SymmetryFrame, SymmetryMessage, SymmetryResult } from "./symmetry_messages.js" */
/** @import { SymmetryState } from "./symmetry_state.js" */

/** @type {OneAnswerFigureKind<SymmetryState, SymmetryMessage, SymmetryResult>} */
export const symmetryFigure = {
  name: "symmetry",
  title: "How weights become mirror images",
  styles: [playbackStyles, axisStyles, symmetryStyles],
  link: symmetryLink,
  create: (host, recorded) => new SymmetryFigure(host, recorded),
};

/** How long a moment of the run stays while it plays (ms). */
const REST = 60;
const DIGITS = 3;

/**
 * The network of 1986 that learns to tell mirror-symmetric patterns from others.
 * @extends {PlayedFigure<SymmetryState, SymmetryResult>}
 */
class SymmetryFigure extends PlayedFigure {
  /**
   * @param {FigureHost} host
   * @param {RecordedOpening<SymmetryMessage, SymmetryResult>} recorded
   */
  constructor(host, { message, result }) {
    const slices = new TrainingSlices(message);
    const run = new StateFromOpening(
      host,
      symmetryState(message, result),
      result,
      (state) => symmetryMessage(state, slices.sweepsOf(state)),
      withAnswer,
    );
    super(host, run, { selector: ".symmetry-net", width: 480 }, { rest: REST });
    this.starts = new StartsRun(host, (sentence) => host.announce(sentence));
    this.slices = slices;
    this.table = symmetryFields(host.describe);
    this.takeHome = takeHomePart(host, {
      figure: "symmetry",
      files: RUN_FILES,
      filesNote: words.filesNote,
      link: symmetryLink,
      subject: () => {
        const { state, result } = this.shown;
        return symmetryMessage(state, result.sweeps[result.sweeps.length - 1]);
      },
      state: () => this.getState(),
      restore: (fields) => this.setState(fields),
      picture: () => host.shadowRoot?.querySelector(".symmetry-panels") ?? null,
    });
  }

  render() {
    const { state, result, waits } = this.shown;
    const frame = this.#frame;
    const { width } = this;
    const inputs = inputsOf(result);
    const { largest } = result;
    return html`<div class="stack symmetry" data-sweep=${result.sweeps[this.position]}>
      <p class="sentence symmetry-sentence">${waits ? words.waits : frame.sentence}</p>
      <div class=${this.#isOutdated ? "panels outdated symmetry-panels" : "panels symmetry-panels"}>
        <div class="symmetry-net">
          ${[0, 1].map((unit) => unitView({ frame, unit, inputs, largest, width }))}
          ${this.#cells(state)}
          ${outputLine(frame)}
          <p class="sentence symmetry-pattern-sentence">${frame.pattern_sentence}</p>
        </div>
        <div class="symmetry-curves">
          ${runCurves(result, this.position, width)}
          <p class="sentence symmetry-ending">${result.done ? result.ending : words.training}</p>
        </div>
      </div>
      ${this.playback.template({
        label: words.scrubber,
        positionText: words.position(result.sweeps[this.position]),
        valueText: frame.sentence,
        reset: () => this.reset(),
      })}
      <fieldset class="field-row">
        <button class="button" @click=${() => this.set({ seed: nextSeed(this.table, state.seed) })}>${words.newSeed}</button>
        ${this.numbers.template({ field: "seed", label: words.seed, value: state.seed, nudge: 1 })}
        ${checkbox(words.signed, state.signed, () => this.set({ signed: !state.signed }), "signed")}
      </fieldset>
      ${startsView(this.starts, state, {
        run: () => this.#runStarts(),
        open: (seed) => this.set({ seed }),
      })}
      ${this.takeHome.template()}
    </div>`;
  }

  /** @param {SymmetryState} state */
  #cells({ pattern, signed }) {
    const inputs = inputsOf({ pattern, signed });
    return html`<fieldset class="symmetry-cells">
      <legend>${words.pattern}</legend>
      <div>
        ${Array.from(pattern, (letter, index) => {
          const value = numberText(inputs[index]);
          return html`<button class="symmetry-cell in-picture" data-cell=${index} aria-pressed=${letter === "1" ? "true" : "false"}
            aria-label=${words.cell(index + 1, value)}
            @click=${() => this.set({ pattern: turnedOver(pattern, index) })}>${value}</button>`;
        })}
      </div>
    </fieldset>`;
  }

  get position() {
    return nearestIndex(this.shown.result.sweeps, this.shown.state.sweep);
  }

  get lastPosition() {
    return this.shown.result.sweeps.length - 1;
  }

  get spokenSummary() {
    const { result } = this.shown;
    const frame = this.#frame;
    return this.position === this.lastPosition && result.done
      ? `${result.ending} ${frame.pattern_sentence}`
      : `${frame.sentence} ${frame.pattern_sentence}`;
  }

  /** @param {number} position */
  goTo(position) {
    this.shown.changeView({ sweep: this.shown.result.sweeps[position] });
  }

  /** @param {Record<string, unknown>} partial */
  stateWith(partial) {
    return withSymmetryFields(this.shown.state, partial, this.table);
  }

  #runStarts() {
    this.starts.run(this.shown.state.signed);
    this.shown.changeView({ starts: true });
  }

  statusChanged() {
    super.statusChanged();
    this.starts.resume();
  }

  destroy() {
    this.starts.stop();
    super.destroy();
  }

  updated() {
    super.updated();
    if (this.starts.signed !== this.shown.state.signed) this.starts.stop();
    this.#goOn();
  }

  visibilityChanged() {
    super.visibilityChanged();
    this.#goOn();
    this.starts.resume();
  }

  /** Trains on, slice by slice, until the run is done. */
  async #goOn() {
    const { state, result, isAsking } = this.shown;
    const isWanted = this.host.visible && this.host.status.kind === "ready";
    if (!isWanted || isAsking || result.done || this.#isOutdated) return;
    if (result.sweeps[result.sweeps.length - 1] < this.slices.sweepsOf(state)) return;
    this.slices.goOn(state);
    await this.shown.ask();
    if (this.shown.result.done) this.speak();
  }

  get #frame() {
    return this.shown.result.frames[this.position];
  }

  get #isOutdated() {
    const { state, result, waits } = this.shown;
    return waits || state.seed !== result.seed || state.signed !== result.signed;
  }
}

/** @param {SymmetryFrame} frame */
function outputLine({ activations, output_weights, output_bias, output }) {
  const terms = activations.map(
    (activation, unit) =>
      html`<span><span class="number">${signedNumberText(output_weights[unit], DIGITS)}</span> ·
        <span class="number">${numberText(activation, DIGITS)}</span></span>`,
  );
  return html`<p class="symmetry-sum symmetry-output"><b>${words.output}</b> ${terms}
    <span><span class="number">${signedNumberText(output_bias, DIGITS)}</span> <small>${words.bias}</small></span>
    <span>→ <span class="number symmetry-activation">${numberText(output, DIGITS)}</span></span></p>`;
}
