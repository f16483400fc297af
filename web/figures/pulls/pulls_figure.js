import { html, nothing, svg } from "lit";
import { guard } from "lit/directives/guard.js";
import { axisStyles } from "../../kit/charts/axis_styles.js";
import { runAxes } from "../../kit/charts/run_axes.js";
import {
  barFromZero,
  curvePath,
  epochAt,
  nearestIndex,
  runPlot,
  stretches,
} from "../../kit/charts/run_plot.js";
import { choiceMenu } from "../../kit/fields/choice_menu.js";
import { DeferredPart } from "../../kit/figure/deferred_part.js";
import { prompt } from "../../kit/figure/prompt.js";
import { StateFromOpening } from "../../kit/figure/state_from_opening.js";
import { countText } from "../../kit/formula/count_text.js";
import { equationTerms, formulaTemplate, symbolTemplate } from "../../kit/formula/formula.js";
import { signedNumberText } from "../../kit/formula/number_text.js";
import { playbackStyles } from "../../kit/playback/playback_styles.js";
import { PlayedFigure } from "../../kit/playback/played_figure.js";
import { pullsLink, pullsMessage, withPulls, withRun } from "./pulls_state.js";
import { pullsStyles } from "./pulls_styles.js";
import { words } from "./pulls_words.js";

/** @import { OneAnswerFigureKind, FigureHost, RecordedOpening } from "../../kit/figure/figure_host.js" */
/** @import { PullsMessage, PullsResult } from "./pulls_messages.js" */
/** @import { RunPlot } from "../../kit/charts/run_plot.js" */
/** @import { PullsState } from "./pulls_state.js" */

const HEIGHT = { loss: 92, pulls: 290 };
const BAR = { width: 200, height: 18 };
/** How many positions Play moves at a time: the whole run takes about ten seconds. */
const STRIDE = 4;

/**
 * What each example pulls at one weight while a network learns XOR.
 * @extends {PlayedFigure<PullsState, PullsResult>}
 */
class PullsFigure extends PlayedFigure {
  /**
   * @param {FigureHost} host
   * @param {RecordedOpening<PullsMessage, PullsResult>} recorded
   */
  constructor(host, { message, result }) {
    const { weight, seed } = message;
    const run = new StateFromOpening(
      host,
      { weight, seed, epoch: null },
      result,
      pullsMessage,
      withRun,
    );
    super(host, run, { selector: ".pulls-plots", width: 640 }, { stride: STRIDE });
    /** @type {{result: PullsResult, loss: RunPlot, plot: RunPlot} | null} */
    this.geometry = null;
    this.equation = new DeferredPart(host);
  }

  render() {
    const { result, waits } = this.shown;
    const { epochs, sentences, tug } = result;
    const index = this.position;
    const last = epochs[epochs.length - 1];
    const positionText = words.position(countText(epochs[index]), countText(last));
    return html`<div class="stack pulls">
      <p class="sentence pulls-sentence" data-epoch=${epochs[index]} data-tug=${tug[index] ? "true" : "false"}>
        ${sentences[index]} ${waits ? html`<em>${words.waits}</em>` : nothing}</p>
      <div class="pulls-panels">
        ${this.#plots(index)}
        <div class="pulls-side">${this.#bars(index)}</div>
      </div>
      ${this.playback.template({
        label: words.scrubber,
        positionText,
        valueText: sentences[index],
        reset: () => this.reset(),
      })}
      <div class="pulls-equation" role="group" aria-label=${words.equation}>
        ${this.equation.template(null, [result.equations[index]], () =>
          equationTerms(result.equations[index]).map(
            (term) => html`<span>${formulaTemplate(term)}</span>`,
          ),
        )}</div>
      ${this.#settings()}
      <p class="soft">${prompt(words.play)} ${words.hint}</p>
    </div>`;
  }

  get position() {
    return nearestIndex(this.shown.result.epochs, this.shown.state.epoch ?? 0);
  }

  get lastPosition() {
    return this.shown.result.epochs.length - 1;
  }

  get spokenSummary() {
    return this.shown.result.sentences[this.position];
  }

  /** @param {number} index */
  goTo(index) {
    this.shown.changeView({ epoch: this.shown.result.epochs[index] });
  }

  /** @param {Record<string, unknown>} partial */
  stateWith(partial) {
    return withPulls(this.shown.state, partial, this.host.describe, this.shown.result);
  }

  /** @param {number} index */
  #plots(index) {
    const { result } = this.shown;
    const { epochs, losses, weight } = result;
    const { width } = this;
    const { loss, plot } = this.#geometry();
    const at = plot.x(epochs[index]);
    const label = words.plotLabel({ weight: weight.name, sentence: result.sentences[index] });
    const scrub = (/** @type {PointerEvent} */ event) => {
      if (event.type === "pointermove" && event.buttons === 0) return;
      const picture = /** @type {Element} */ (event.currentTarget);
      const { left, width: drawn } = picture.getBoundingClientRect();
      this.playback.stop();
      this.shown.changeView({ epoch: epochAt(plot, ((event.clientX - left) * width) / drawn) });
    };
    return html`<div class="pulls-plots">
      <svg viewBox="0 0 ${width} ${HEIGHT.loss + HEIGHT.pulls}" height=${HEIGHT.loss + HEIGHT.pulls}
        role="img" aria-label=${label} @pointerdown=${scrub} @pointermove=${scrub}>
        ${guard([result, width], () => wholeRun(result, loss, plot))}
        <circle class="pulls-loss-now" cx=${at} cy=${loss.y(losses[index])} r="4"></circle>
        <line class="pulls-now" x1=${at} x2=${at} y1=${loss.top} y2=${HEIGHT.loss + plot.bottom}></line>
      </svg>
      <p class="soft pulls-note"><i class="pulls-tug-key"></i>${words.tug}</p>
    </div>`;
  }

  /** The geometry of the two plots of this run, computed once for each width. */
  #geometry() {
    const { result } = this.shown;
    const { width } = this;
    if (this.geometry?.result !== result || this.geometry.plot.width !== width) {
      const { epochs, losses, pulls, sums } = result;
      this.geometry = {
        result,
        loss: runPlot(epochs, losses, { width, height: HEIGHT.loss, yCount: 2, hasEpochs: false }),
        plot: runPlot(epochs, [...pulls.flat(), ...sums], { width, height: HEIGHT.pulls }),
      };
    }
    return this.geometry;
  }

  /** @param {number} index */
  #bars(index) {
    const { examples, pulls, sums, weight } = this.shown.result;
    const largest = Math.max(...pulls.flat().map(Math.abs), ...sums.map(Math.abs));
    const rows = examples.map(({ name, target }, example) => ({
      key: `${example}`,
      place: `pull:${example}`,
      name,
      target: `${words.target} ${target}`,
      value: pulls[index][example],
    }));
    const sum = { key: "sum", place: "sum", name: words.sum, target: "", value: sums[index] };
    return html`<h3 class="minor pulls-bars-title">${words.now}: ${symbolTemplate(weight.symbol, "weight")}</h3>
      <div class="ends pulls-ends" aria-hidden="true"><span>${words.down}</span><span>${words.up}</span></div>
      <ul class="plain-list pulls-bars">${[...rows, sum].map((row) => barRow(row, largest))}</ul>`;
  }

  #settings() {
    const { state, result } = this.shown;
    return html`<fieldset class="field-row">
      ${choiceMenu({
        name: "weight",
        label: words.weight,
        value: String(state.weight),
        choices: Object.keys(result.choices),
        nameOf: (index) => result.choices[Number(index)],
        set: (index) => this.set({ weight: Number(index) }),
      })}
      ${this.numbers.template({ field: "seed", label: words.seed, value: state.seed, nudge: 1 })}
      <span class="soft pulls-ended">${result.ended}</span>
    </fieldset>`;
  }
}

/**
 * What does not change while a reader goes through a run: its axes and curves.
 * @param {PullsResult} result
 * @param {RunPlot} loss
 * @param {RunPlot} plot
 */
function wholeRun({ epochs, losses, pulls, sums, examples, tug }, loss, plot) {
  const shade = (/** @type {RunPlot} */ { top, bottom }) =>
    stretches(epochs, tug, plot).map(
      ({ from, width: wide }) =>
        svg`<rect class="pulls-tug" x=${from} y=${top} width=${wide} height=${bottom - top}></rect>`,
    );
  return svg`${shade(loss)}${runAxes(loss, "")}
    <path class="pulls-loss" d=${curvePath(epochs, losses, loss)}></path>
    <text class="axis-text pulls-title" x=${loss.left + 8} y=${loss.top + 8}>${words.loss}</text>
    <g transform="translate(0, ${HEIGHT.loss})">
      ${shade(plot)}${runAxes(plot, words.epoch)}
      <line class="pulls-zero" x1=${plot.left} x2=${plot.right} y1=${plot.y(0)} y2=${plot.y(0)}></line>
      ${examples.map(
        (
          _,
          example,
        ) => svg`<path class="pulls-line pulls-line-${example}" data-place="pull:${example}"
          d=${curvePath(
            epochs,
            pulls.map((row) => row[example]),
            plot,
          )}></path>`,
      )}
      <path class="pulls-line pulls-sum" data-place="sum" d=${curvePath(epochs, sums, plot)}></path>
      <text class="axis-text pulls-title" x=${plot.left + 8} y=${plot.top + 10}>${words.pulls}</text>
    </g>`;
}

/**
 * One pull as a bar from zero, with the line that it has in the plot.
 * @param {{key: string, place: string, name: string, target: string, value: number}} row
 * @param {number} largest
 */
function barRow({ key, place, name, target, value }, largest) {
  const { x, width } = barFromZero(value, largest, BAR.width);
  const middle = BAR.width / 2;
  const line = key === "sum" ? "pulls-sum" : `pulls-line-${key}`;
  return html`<li class="pulls-bar" data-place=${place} data-pull=${key} data-value=${value}>
    <svg class="pulls-swatch" viewBox="0 0 30 10" aria-hidden="true">
      <path class="pulls-line ${line}" d="M0,5H30"></path></svg>
    <span class="pulls-bar-name">${name} <span class="pulls-bar-target">${target}</span></span>
    <span class="pulls-bar-value">${signedNumberText(value, 3)}</span>
    <svg class="pulls-bar-picture" viewBox="0 0 ${BAR.width} ${BAR.height}" preserveAspectRatio="none"
      aria-hidden="true">
      <rect class=${key === "sum" ? "pulls-fill pulls-fill-sum" : "pulls-fill"} x=${x} y="3"
        width=${width} height=${BAR.height - 6}></rect>
      <path class="pulls-zero" d="M${middle},0V${BAR.height}"></path>
    </svg>
  </li>`;
}

/** @type {OneAnswerFigureKind<PullsState, PullsMessage, PullsResult>} */
export const pullsFigure = {
  name: "pulls",
  title: "A sum of pulls",
  styles: [playbackStyles, axisStyles, pullsStyles],
  link: pullsLink,
  create: (host, recorded) => new PullsFigure(host, recorded),
};
