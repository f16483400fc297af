import { html, nothing } from "lit";
import { guard } from "lit/directives/guard.js";
import { axisStyles } from "../../kit/charts/axis_styles.js";
import { choiceMenu } from "../../kit/fields/choice_menu.js";
import { nudged } from "../../kit/fields/number_fields.js";
import { OneAnswerFigure } from "../../kit/figure/one_answer_figure.js";
import { prompt } from "../../kit/figure/prompt.js";
import { StateFromOpening } from "../../kit/figure/state_from_opening.js";
import { wrappedFormula } from "../../kit/formula/wrapped_formula.js";
import { nudgesView } from "./nudges_view.js";
import { passedView } from "./passed_view.js";
import { slopesPlot } from "./slopes_plot.js";
import { slopesPlotView } from "./slopes_plot_view.js";
import {
  FUNCTIONS,
  slopesLink,
  slopesMessage,
  slopesState,
  withSlopesFields,
} from "./slopes_state.js";
import { slopesStyles } from "./slopes_styles.js";
import { words } from "./slopes_words.js";

/** @import { OneAnswerFigureKind, FigureHost, RecordedOpening } from "../../kit/figure/figure_host.js" */
/** @import { SlopesMessage, SlopesResult } from "./slopes_messages.js" */
/** @import { SlopesState } from "./slopes_state.js" */

/** @type {OneAnswerFigureKind<SlopesState, SlopesMessage, SlopesResult>} */
export const slopesFigure = {
  name: "slopes",
  title: "The slopes you need",
  styles: [axisStyles, slopesStyles],
  link: slopesLink,
  create: (host, recorded) => new SlopesFigure(host, recorded),
};

/** Height of the plot as a part of its width, and the least (px). */
const SHAPE = 0.66;
const LEAST_HEIGHT = 240;
/** What an arrow key adds. */
const STEP = 0.1;
/** Where a function is looked at first, which opens with a slope that tells something. */
const FIRST = { square: 3, line: 1, squared_line: 0, two_weights: 1, sigmoid: 0, relu: 1 };

/** @typedef {keyof typeof FIRST} FunctionName */

/**
 * What a slope is, by nudging: a function, how far a nudge of its input moves it, and how well its
 * slope says so beforehand.
 * @extends {OneAnswerFigure<SlopesState, SlopesResult>}
 */
export class SlopesFigure extends OneAnswerFigure {
  /**
   * @param {FigureHost} host
   * @param {RecordedOpening<SlopesMessage, SlopesResult>} recorded
   */
  constructor(host, { message, result }) {
    super(host, new StateFromOpening(host, slopesState(message), result, slopesMessage), {
      selector: ".slopes-plot",
      width: 520,
    });
  }

  get state() {
    return this.shown.state;
  }

  get result() {
    return this.shown.result;
  }

  get spokenSummary() {
    return this.result.sentence;
  }

  /** Between which numbers the point can be. */
  get range() {
    return this.host.describe.limits.slopes_x;
  }

  /** Whether the whole curve is drawn, and not what is around the point. */
  get isWhole() {
    return this.state.nudge === 0;
  }

  /** @param {Record<string, unknown>} partial */
  stateWith(partial) {
    return withSlopesFields(this.state, partial, this.host.describe);
  }

  /** @param {number} count smaller nudges; larger ones when negative */
  step(count) {
    const last = this.result.nudges.length - 1;
    const nudge = Math.max(0, Math.min(last, this.state.nudge + count));
    if (nudge !== this.state.nudge) this.set({ nudge });
  }

  /** @param {number} x */
  moveTo(x) {
    const { minimum, maximum } = this.range;
    this.set({ x: Math.max(minimum, Math.min(maximum, x)) });
  }

  /** @param {KeyboardEvent} event on the point */
  pointKey(event) {
    const { minimum, maximum } = this.range;
    const { x } = this.state;
    const by = (/** @type {number} */ count) => nudged(x, count * STEP);
    const place = {
      ArrowRight: by(1),
      ArrowUp: by(1),
      ArrowLeft: by(-1),
      ArrowDown: by(-1),
      PageUp: by(10),
      PageDown: by(-10),
      Home: minimum,
      End: maximum,
    };
    const next = place[/** @type {keyof typeof place} */ (event.key)];
    if (next === undefined) return;
    event.preventDefault();
    this.moveTo(next);
  }

  render() {
    const { state, result, width } = this;
    const height = Math.max(LEAST_HEIGHT, Math.round(width * SHAPE));
    const name = /** @type {FunctionName} */ (state.function);
    return html`<div class="slopes" data-slope=${result.slope}>
      <p class="sentence slopes-sentence">${this.shown.waits ? words.waits : result.sentence}</p>
      <div class="slopes-columns">
        <section class="slopes-picture">
          ${guard([result, width], () =>
            slopesPlotView(slopesPlot(result, state.x, { width, height }), this),
          )}
          <p class="soft">${prompt(words.invite, words.drag)}</p>
          <div class="field-row slopes-fields">
            ${choiceMenu({
              name: "function",
              label: words.function,
              value: name,
              choices: FUNCTIONS,
              nameOf: (choice) => words.functions[/** @type {FunctionName} */ (choice)],
              set: (choice) =>
                this.set({ function: choice, x: FIRST[/** @type {FunctionName} */ (choice)] }),
            })}
            ${this.numbers.template({ field: "x", label: result.texts.x, value: state.x, place: result.texts.x })}
            ${
              name === "two_weights"
                ? this.numbers.template({ field: "held", label: words.held, value: state.held })
                : nothing
            }
            <button class="button quiet" @click=${() => this.reset()}>${words.reset}</button>
          </div>
        </section>
        <section class="slopes-numbers">
          <p class="slopes-lesson">${words.lessons[name]}</p>
          ${guard([result], () => [
            passedView(result),
            nudgesView(result, state.nudge, (nudge) => this.set({ nudge })),
            html`<h3 class="minor">${words.equations}</h3>
              <ul class="plain-list slopes-equations">${result.equations.map(
                ({ formula, substituted, value }) => html`<li data-value=${value}>
                  <span>${wrappedFormula(formula)}</span>
                  ${substituted ? html`<span>${wrappedFormula(substituted)}</span>` : nothing}
                </li>`,
              )}</ul>`,
          ])}
        </section>
      </div>
    </div>`;
  }
}
