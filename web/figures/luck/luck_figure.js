import { html } from "lit";
import { axisStyles } from "../../kit/charts/axis_styles.js";
import { activationName } from "../../kit/fields/activation_name.js";
import { choiceMenu } from "../../kit/fields/choice_menu.js";
import { GrowingFigure, growingState } from "../../kit/figure/growing_figure.js";
import { MoreControls } from "../../kit/figure/more_controls.js";
import { OpenedFigure } from "../../kit/figure/opened_figure.js";
import { RUN_FILES, takeHomePart } from "../../kit/take_home/take_home.js";
import { LuckMapRun } from "./luck_map_run.js";
import {
  DATASETS,
  DIFFERENCES,
  fieldsOfStart,
  luckLink,
  luckMessage,
  luckState,
  NONE,
  settingsOf,
  withLuck,
} from "./luck_state.js";
import { luckStyles } from "./luck_styles.js";
import { words } from "./luck_words.js";
import { mapView } from "./map_view.js";
import { dotKey, sideView } from "./side_view.js";

/** @import { OneAnswerFigureKind, FigureHost, RecordedOpening } from "../../kit/figure/figure_host.js" */
/** @import { LuckMessage, LuckResult } from "./luck_messages.js" */
/** @import { LuckState } from "./luck_state.js" */

const NUDGES = { hidden_units: 1, initial_range: 0.1, learning_rate: 0.1, momentum: 0.1 };

/** @type {OneAnswerFigureKind<LuckState, LuckMessage, LuckResult>} */
export const luckFigure = {
  name: "luck",
  title: "Is it luck?",
  styles: [axisStyles, luckStyles],
  link: luckLink,
  create: (host, recorded) => new LuckFigure(host, recorded),
};

/**
 * Two settings beside each other, each trained from many starts. The starts come by the hundred: each
 * question hands back what is known already.
 * @extends {GrowingFigure<LuckState, LuckResult>}
 */
class LuckFigure extends GrowingFigure {
  /**
   * @param {FigureHost} host
   * @param {RecordedOpening<LuckMessage, LuckResult>} recorded
   */
  constructor(host, { message, result }) {
    const questions = { message: luckMessage, settingsOf };
    super(
      host,
      growingState(host, luckState(message), result, questions),
      { wanted: "starts", reached: ({ starts }) => starts },
      { selector: ".luck-dots", width: 480 },
    );
    this.opened = new OpenedFigure(host, "xor");
    this.map = new LuckMapRun(host, () => this.shown.state);
    this.more = new MoreControls((more_controls) => this.set({ more_controls }));
    this.takeHome = takeHomePart(host, {
      figure: "luck",
      files: RUN_FILES,
      filesNote: words.filesNote,
      link: luckLink,
      subject: () => ({ ...luckMessage(this.shown.state), starts: this.shown.result.starts }),
      state: () => this.getState(),
      restore: (fields) => this.setState(fields),
      picture: () => host.shadowRoot?.querySelector(".luck-sides") ?? null,
    });
  }

  get spokenSummary() {
    return this.shown.result.sentence;
  }

  /** @param {Record<string, unknown>} partial */
  stateWith(partial) {
    return withLuck(this.shown.state, partial, this.host.describe);
  }

  render() {
    const { state, result, waits } = this.shown;
    const most = this.host.describe.limits.luck_starts.maximum;
    const highest = Math.max(...result.sides.flatMap(({ histogram }) => histogram));
    return html`<div class="stack luck">
      <p class="sentence luck-sentence">${waits ? words.waits : result.sentence}</p>
      ${this.#settings()}
      <div class="luck-buttons">
        <button class="button primary" aria-disabled=${this.isPlaying || result.starts < most ? "false" : "true"}
          @click=${() => (this.isPlaying ? this.pause() : this.grow(most))}>${this.isPlaying ? words.pause : words.train(most)}</button>
        <button class="button quiet" @click=${() => this.reset()}>${words.reset}</button>
        <span class="soft">${words.trained(result.starts)}</span>
        ${dotKey()}
      </div>
      <div class="luck-sides">
        ${result.sides.map((side, index) =>
          sideView(
            side,
            {
              result,
              width: this.width,
              most,
              highest,
              seed: state.side === index ? this.#seed : null,
            },
            (seed) => this.set({ side: index, seed }),
            () => this.#open(),
          ),
        )}
      </div>
      ${mapView(this.map, state, (partial) => this.set(partial))}
      ${this.takeHome.template()}
    </div>
    ${this.opened.template()}`;
  }

  /** The start that is chosen, as soon as it has been trained. */
  get #seed() {
    const { state, result } = this.shown;
    return state.seed !== null && state.seed < result.starts ? state.seed : null;
  }

  #settings() {
    const { state } = this.shown;
    const { activations } = this.host.describe;
    const hidden = activations.filter((name) => name !== "softmax");
    const activationMenu = (
      /** @type {"activation" | "other_activation"} */ name,
      /** @type {string} */ label,
    ) =>
      choiceMenu({
        name,
        label,
        value: state[name],
        choices: hidden,
        nameOf: activationName,
        set: (value) => this.set({ [name]: value }),
      });
    const field = (/** @type {keyof typeof NUDGES} */ name) =>
      this.numbers.template({
        field: name,
        label: words.fields[name],
        value: state[name],
        nudge: NUDGES[name],
      });
    const value = (
      /** @type {string} */ differs,
      /** @type {"other_value" | "also_value"} */ name,
    ) =>
      differs === "activation"
        ? activationMenu("other_activation", words.otherValue)
        : this.numbers.template({
            field: name,
            label: words.otherValue,
            value: state[name],
            nudge: NUDGES[/** @type {keyof typeof NUDGES} */ (differs)],
          });
    return html`<fieldset class="field-row">
        ${choiceMenu({
          name: "dataset",
          label: words.data,
          value: state.dataset,
          choices: DATASETS,
          nameOf: (name) => words.datasets[/** @type {keyof typeof words.datasets} */ (name)],
          set: (dataset) => this.set({ dataset }),
        })}
        ${field("hidden_units")}
        ${choiceMenu({
          name: "differs",
          label: words.differs,
          value: state.differs,
          choices: DIFFERENCES,
          nameOf: (name) => words.fields[/** @type {keyof typeof words.fields} */ (name)],
          set: (differs) => this.set({ differs }),
        })}
        ${value(state.differs, "other_value")}
        ${choiceMenu({
          name: "also_differs",
          label: words.alsoDiffers,
          value: state.also_differs,
          choices: [NONE, ...DIFFERENCES.filter((name) => name !== state.differs)],
          nameOf: (name) =>
            name === NONE
              ? words.none
              : words.fields[/** @type {keyof typeof words.fields} */ (name)],
          set: (also_differs) => this.set({ also_differs }),
        })}
        ${state.also_differs === NONE ? "" : value(state.also_differs, "also_value")}
      </fieldset>
      ${this.more.template(
        state.more_controls,
        () => html`<fieldset class="field-row">
          ${activationMenu("activation", words.fields.activation)}
          ${field("initial_range")} ${field("learning_rate")} ${field("momentum")}
        </fieldset>`,
      )}`;
  }

  #open() {
    const { state, result } = this.shown;
    if (this.#seed === null) return;
    this.opened.open(words.opened(this.#seed), fieldsOfStart(state, result));
  }

  statusChanged() {
    super.statusChanged();
    this.map.resume();
  }

  visibilityChanged() {
    super.visibilityChanged();
    this.map.resume();
  }

  destroy() {
    this.map.stop();
    super.destroy();
  }

  updated() {
    super.updated();
    this.map.stopIfOther();
    this.opened.updated(this.host.shadowRoot);
  }
}
