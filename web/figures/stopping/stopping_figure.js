import { html, nothing } from "lit";
import { axisStyles } from "../../kit/charts/axis_styles.js";
import { choiceMenu } from "../../kit/fields/choice_menu.js";
import { Disclosure } from "../../kit/figure/disclosure.js";
import { OneAnswerFigure } from "../../kit/figure/one_answer_figure.js";
import { prompt } from "../../kit/figure/prompt.js";
import { StateFromOpening } from "../../kit/figure/state_from_opening.js";
import { countText } from "../../kit/formula/count_text.js";
import { numberText } from "../../kit/formula/number_text.js";
import { stoppingPlot } from "./stopping_plot.js";
import { stoppingPlotView } from "./stopping_plot_view.js";
import {
  DATASETS,
  openingStopping,
  stoppingLink,
  stoppingMessage,
  withStopping,
} from "./stopping_state.js";
import { stoppingStyles } from "./stopping_styles.js";
import { words } from "./stopping_words.js";

/** @import { OneAnswerFigureKind, FigureHost, RecordedOpening } from "../../kit/figure/figure_host.js" */
/** @import { StoppingMessage, StoppingResult, StoppingRule } from "./stopping_messages.js" */
/** @import { StoppingState } from "./stopping_state.js" */

/** The height of a lane (px): on a narrow figure, high enough for a finger. */
const LANE = { narrow: 44, wide: 34 };
const NARROW = 560;
const COLUMNS = [words.rule, words.stops, words.validationThere, words.cost, words.why];

/**
 * One run that overfits, and the rules that would have ended it, as lines that the reader moves. The figure
 * has no steps, since every rule is applied to the whole run.
 * @extends {OneAnswerFigure<StoppingState, StoppingResult>}
 */
class StoppingFigure extends OneAnswerFigure {
  /**
   * @param {FigureHost} host
   * @param {RecordedOpening<StoppingMessage, StoppingResult>} recorded
   */
  constructor(host, { message, result }) {
    super(host, new StateFromOpening(host, openingStopping(message), result, stoppingMessage), {
      selector: ".stopping-plot",
      width: 1040,
    });
    this.more = new Disclosure(words.more, host);
  }

  render() {
    const { result, state, waits } = this.shown;
    const { width } = this;
    const { plot, lanes, height } = stoppingPlot(
      result,
      width,
      width < NARROW ? LANE.narrow : LANE.wide,
    );
    const { limits } = this.host.describe;
    return html`<div class="stack stopping">
      <p class="sentence stopping-sentence" data-first=${result.first}>${result.sentence}
        ${waits ? html`<em>${words.waits}</em>` : nothing}</p>
      ${stoppingPlotView({ result, state, plot, lanes, height, limits }, (partial) => this.set(partial))}
      <p class="soft">${prompt(words.dragOrType, words.drag)} ${words.hint}</p>
      ${this.#settings()}
      <div class="stopping-table" tabindex="0" role="region" aria-label=${words.rules}>
        <table>
          <caption class="unseen">${words.rules}</caption>
          <thead><tr>${COLUMNS.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
          <tbody>${result.rules.map((rule) => ruleRow(rule, rule.rule === result.first))}</tbody>
        </table>
      </div>
    </div>`;
  }

  get spokenSummary() {
    return this.shown.result.sentence;
  }

  /** @param {Record<string, unknown>} partial */
  stateWith(partial) {
    return withStopping(this.shown.state, partial, this.host.describe);
  }

  #settings() {
    const { state } = this.shown;
    const field = this.numbers;
    const fields = Object.values(words.lines).map(({ field: name, label, nudge }) => ({
      field: name,
      label,
      nudge,
      value: state[/** @type {"loss_below" | "patience" | "least_gain" | "budget"} */ (name)],
    }));
    return html`<fieldset class="field-row">
      ${fields.map((options) => field.template(options))}
      <button class="button quiet" @click=${() => this.reset()}>${words.reset}</button>
      </fieldset>
      ${this.more.template(
        () => html`<fieldset class="field-row stopping-more">
      ${choiceMenu({
        name: "dataset",
        label: words.data,
        value: state.dataset,
        choices: DATASETS,
        nameOf: words.datasetName,
        set: (dataset) => this.set({ dataset }),
      })}
        ${field.template({ field: "noise", label: words.noise, value: state.noise, nudge: 0.05 })}
        ${field.template({ field: "seed", label: words.seed, value: state.seed, nudge: 1 })}
      </fieldset>`,
      )}`;
  }
}

/**
 * @param {StoppingRule} rule
 * @param {boolean} isFirst
 */
function ruleRow({ rule, epoch, validation, cost, cost_sentence, reason }, isFirst) {
  return html`<tr data-place="rule:${rule}" data-rule-row=${rule} data-cost=${cost ?? nothing}
    class=${isFirst ? "stopping-first-row" : ""}>
    <th scope="row">${words.lines[rule].short}
      ${isFirst ? html`<span class="stopping-tag">${words.first}</span>` : nothing}</th>
    <td class="number" data-label=${words.stops}>${epoch === null ? words.never : countText(epoch)}</td>
    <td class="number" data-label=${words.validationThere}>${validation === null ? "–" : numberText(validation)}</td>
    <td>${cost_sentence}</td>
    <td class="soft">${reason}</td>
  </tr>`;
}

/** @type {OneAnswerFigureKind<StoppingState, StoppingMessage, StoppingResult>} */
export const stoppingFigure = {
  name: "stopping",
  title: "When to stop",
  styles: [axisStyles, stoppingStyles],
  link: stoppingLink,
  create: (host, recorded) => new StoppingFigure(host, recorded),
};
