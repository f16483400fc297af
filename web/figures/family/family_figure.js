import { html } from "lit";
import { axisStyles } from "../../kit/charts/axis_styles.js";
import { nextSeed, numberField } from "../../kit/fields/field_table.js";
import { GrowingFigure } from "../../kit/figure/growing_figure.js";
import { FamilyRuns } from "./family_runs.js";
import { familyLink, questionOf, withFamily } from "./family_state.js";
import { familyStyles } from "./family_styles.js";
import { words } from "./family_words.js";
import { pullsView, recipesView } from "./recipes_view.js";
import { FamilyStartsRun } from "./starts_run.js";
import { startsView } from "./starts_view.js";
import { treeStyles } from "./tree_styles.js";
import { treesView } from "./trees_view.js";
import { unitsView } from "./units_view.js";

/** @import { FigureHost, FigureKind, RecordedOpening } from "../../kit/figure/figure_host.js" */
/** @import { FamilyMessage, FamilyResult, FamilyStartsResult } from "./family_messages.js" */
/** @import { FamilyState } from "./family_state.js" */

/**
 * @typedef {RecordedOpening<FamilyMessage, FamilyResult>
 *   & {others: (FamilyResult | FamilyStartsResult)[]}} RecordedFamily
 */

/** @type {FigureKind<FamilyState, FamilyResult, RecordedFamily>} */
export const familyFigure = {
  name: "family",
  title: "Family trees",
  styles: [axisStyles, familyStyles, treeStyles],
  link: familyLink,
  create: (host, recorded) => new FamilyFigure(host, recorded),
};

/**
 * A network that learns who is whose aunt: its answers, what its units stand for, and four ways to train it.
 * @extends {GrowingFigure<FamilyState, FamilyResult>}
 */
class FamilyFigure extends GrowingFigure {
  /**
   * @param {FigureHost} host
   * @param {RecordedFamily} recorded
   */
  constructor(host, { message, result, others }) {
    const runs = new FamilyRuns(host, message, [
      result,
      ...others.filter((other) => other.kind === "family"),
    ]);
    super(
      host,
      runs,
      { wanted: "sweeps", reached: ({ sweep }) => sweep },
      { selector: ".family-pulls > svg", width: 600 },
    );
    this.runs = runs;
    this.starts = new FamilyStartsRun(
      host,
      others.filter((other) => other.kind === "family_starts"),
    );
  }

  get spokenSummary() {
    const { state, result } = this.shown;
    return `${questionOf(state, result.questions)?.sentence} ${result.sentence}`;
  }

  /** @param {Record<string, unknown>} partial */
  stateWith(partial) {
    return withFamily(this.shown.state, partial, {
      describe: this.host.describe,
      result: this.shown.result,
      ends: this.runs.ends,
      sweepsOf: (state) => this.runs.known(state)?.sweep ?? 0,
    });
  }

  render() {
    const { state, result, waits } = this.shown;
    const set = (/** @type {Record<string, unknown>} */ partial) => this.set(partial);
    const last = Math.max(...Object.values(this.runs.ends));
    return html`<div class="stack family">
      <p class="sentence family-sentence">${waits ? words.waits : result.sentence}</p>
      ${recipesView(
        result.recipes,
        (recipe) => this.runs.known({ recipe, seed: state.seed }),
        state.recipe,
        last,
        (recipe) => this.set({ recipe }),
      )}
      <p class="soft family-scores">${words.scores}</p>
      ${this.#training()}
      ${treesView(result, state, set)}
      ${unitsView(result, state.person)}
      ${pullsView(result, this.width)}
      ${startsView(this.starts, state, (seed) => this.set({ seed }))}
    </div>`;
  }

  statusChanged() {
    super.statusChanged();
    this.starts.resume();
  }

  visibilityChanged() {
    super.visibilityChanged();
    this.starts.resume();
  }

  updated() {
    super.updated();
    if (this.starts.recipe !== this.shown.state.recipe) this.starts.stop();
  }

  destroy() {
    this.starts.stop();
    super.destroy();
  }

  #training() {
    const { state, result } = this.shown;
    const end = this.runs.ends[state.recipe];
    const { sweep } = result;
    const label = this.isPlaying
      ? words.pause
      : sweep >= end
        ? words.again(end)
        : sweep > 0
          ? words.goOn
          : words.train(end);
    const train = () => {
      if (this.isPlaying) this.pause();
      else if (sweep < end) this.grow(end);
      else this.#trainAnew();
    };
    const table = [numberField("seed", this.host.describe.limits.seed)];
    return html`<div class="family-training">
      <button class="button primary" @click=${train}>${label}</button>
      <progress max=${end} .value=${sweep} value=${sweep} aria-label=${words.progress}></progress>
      <fieldset class="field-row">
        <button class="button" @click=${() => this.set({ seed: nextSeed(table, state.seed) })}>${words.newSeed}</button>
        ${this.numbers.template({ field: "seed", label: words.seed, value: state.seed, nudge: 1 })}
        <button class="button quiet" @click=${() => this.reset()}>${words.reset}</button>
      </fieldset>
    </div>`;
  }

  #trainAnew() {
    this.host.startPython();
    this.runs.trainAnew(this.shown.state);
  }
}
