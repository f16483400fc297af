import { html } from "lit";
import { axisStyles } from "../../kit/charts/axis_styles.js";
import { activationName } from "../../kit/fields/activation_name.js";
import { choiceMenu } from "../../kit/fields/choice_menu.js";
import { GrowingFigure, growingState } from "../../kit/figure/growing_figure.js";
import { MoreControls } from "../../kit/figure/more_controls.js";
import { numberText } from "../../kit/formula/number_text.js";
import { RUN_FILES, takeHomePart } from "../../kit/take_home/take_home.js";
import { chartView, fanView } from "./charts_view.js";
import {
  ACTIVATIONS,
  digitsLink,
  digitsMessage,
  digitsState,
  GUESSES,
  STARTS,
  settingsOf,
  withDigits,
} from "./digits_state.js";
import { digitsStyles } from "./digits_styles.js";
import { words } from "./digits_words.js";
import { DrawingSurface } from "./drawing_surface.js";
import { BLANK } from "./drawn_strokes.js";
import { confusionView, imageView } from "./image_view.js";
import { tilesView } from "./tiles_view.js";

/** @import { OneAnswerFigureKind, FigureHost, RecordedOpening } from "../../kit/figure/figure_host.js" */
/** @import { DigitsMessage, DigitsResult } from "./digits_messages.js" */
/** @import { DigitsState } from "./digits_state.js" */

/** Epochs that one press trains. */
const EPOCHS = 30;
/** Pictures of hidden units in a row. */
const COLUMNS = 4;
/** Two settings that make exceptions, by the name of their button. */
const EXCEPTIONS = { tiny: { start: "tiny" }, large: { start: "he", learning_rate: 0.5 } };

/** Fields that change nothing but the image and what is made of it. */
const OF_THE_IMAGE = ["image", "digit", "steps", "drawing"];

/** @type {OneAnswerFigureKind<DigitsState, DigitsMessage, DigitsResult>} */
export const digitsFigure = {
  name: "digits",
  title: "Learning digits",
  styles: [axisStyles, digitsStyles],
  link: digitsLink,
  create: (host, recorded) => new DigitsFigure(host, recorded),
};

/**
 * A network that learns digits, an epoch with each question, and what it makes of one image.
 * @extends {GrowingFigure<DigitsState, DigitsResult>}
 */
class DigitsFigure extends GrowingFigure {
  /**
   * @param {FigureHost} host
   * @param {RecordedOpening<DigitsMessage, DigitsResult>} recorded
   */
  constructor(host, { message, result }) {
    const questions = { message: digitsMessage, settingsOf };
    super(
      host,
      growingState(host, digitsState(message), result, questions),
      { wanted: "epochs", reached: ({ epoch }) => epoch },
      { selector: ".digits-chart svg", width: 350 },
    );
    this.more = new MoreControls((more_controls) => this.set({ more_controls }));
    this.surface = new DrawingSurface({
      drawing: () => this.shown.state.drawing ?? BLANK,
      draw: (drawing) => this.set({ drawing }),
      announce: (sentence) => host.announce(sentence),
      requestUpdate: () => host.requestUpdate(),
    });
    this.takeHome = takeHomePart(host, {
      figure: "digits",
      files: RUN_FILES,
      filesNote: words.filesNote,
      link: digitsLink,
      subject: () => ({ ...digitsMessage(this.shown.state), epochs: this.shown.result.epoch }),
      state: () => this.getState(),
      restore: (fields) => this.setState(fields),
      picture: () => host.shadowRoot?.querySelector(".digits-picture") ?? null,
    });
    /** Whether what was changed last is the image that is looked at. */
    this.isAboutImage = false;
  }

  get spokenSummary() {
    const { sentence, verdict, image } = this.shown.result;
    if (this.isAboutImage) return image.sentence;
    return verdict ? `${sentence} ${verdict}` : sentence;
  }

  /** @param {Record<string, unknown>} partial */
  stateWith(partial) {
    this.isAboutImage = Object.keys(partial).every((name) => OF_THE_IMAGE.includes(name));
    return withDigits(this.shown.state, partial, this.host.describe);
  }

  render() {
    const { result, waits } = this.shown;
    return html`<div class="stack digits">
      <p class="sentence digits-sentence">${waits ? words.waits : result.sentence} ${result.verdict}</p>
      ${this.#settings()}
      <div class="digits-buttons">${this.#buttons()}</div>
      ${this.#picture()}
      <p class="soft">${words.source}</p>
      ${this.takeHome.template()}
    </div>`;
  }

  #picture() {
    const { state, result } = this.shown;
    const { records, image } = result;
    const count = result.gradient.length / 64;
    const pictures = (/** @type {string} */ label, /** @type {number} */ largest) => ({
      ...{ count, columns: COLUMNS, label, largest },
      caption: words.largest(numberText(largest, 2)),
    });
    const set = (/** @type {Record<string, unknown>} */ partial) => this.set(partial);
    return html`<div class="stack digits-picture">
      <div class="digits-halves">
        <div>
          <h3>${words.weights}</h3>
          ${tilesView(result.parameters, pictures(words.weightsLabel, result.largest_weight))}
        </div>
        <div>
          <h3>${words.gradients}</h3>
          ${tilesView(result.gradient, pictures(words.gradientsLabel, result.largest_gradient))}
        </div>
      </div>
      <div class="digits-charts">
        ${chartView(records, ["loss", "aside_loss"], words.losses, this.width)}
        ${chartView(records, ["whole_norm", "batch_norm"], words.sizes, this.width)}
        ${chartView(records, ["cosine_to_whole", "successive_cosine"], words.directions, this.width)}
        ${fanView(result.fan, this.width)}
      </div>
      <div class="digits-halves">
        ${imageView(
          image,
          {
            state,
            imageField: this.numbers.template({
              field: "image",
              label: words.number,
              value: state.image,
              nudge: 1,
            }),
            surface: this.surface,
            mostSteps: this.host.describe.limits.digits_steps.maximum,
          },
          set,
        )}
        ${confusionView(result, state.image, set)}
      </div>
    </div>`;
  }

  #buttons() {
    const { result } = this.shown;
    const most = this.host.describe.limits.digits_epochs.maximum;
    const wanted = Math.min(most, EPOCHS * (1 + Math.floor(result.epoch / EPOCHS)));
    const isOver = !this.isPlaying && result.epoch >= most;
    const train = () => {
      if (this.isPlaying) this.pause();
      else if (!isOver) this.grow(wanted);
    };
    return html`<button class="button primary" aria-disabled=${isOver ? "true" : "false"}
        @click=${train}>${this.isPlaying ? words.pause : words.train(EPOCHS)}</button>
      <button class="button quiet" @click=${() => this.reset()}>${words.reset}</button>
      ${Object.entries(EXCEPTIONS).map(
        ([name, fields]) =>
          html`<button class="button" @click=${() => {
            this.set(fields);
            this.grow(EPOCHS);
          }}>${words[/** @type {"tiny" | "large"} */ (name)]}</button>`,
      )}`;
  }

  #settings() {
    const { state } = this.shown;
    const menu = (
      /** @type {"guess" | "activation" | "start"} */ name,
      /** @type {string} */ label,
      /** @type {string[]} */ choices,
      /** @type {(name: string) => string} */ nameOf,
    ) =>
      choiceMenu({
        name,
        label,
        value: state[name],
        choices,
        nameOf,
        set: (value) => this.set({ [name]: value }),
      });
    const field = (
      /** @type {"hidden_units" | "learning_rate" | "seed"} */ name,
      /** @type {string} */ label,
      /** @type {number} */ nudge,
    ) => this.numbers.template({ field: name, label, value: state[name], nudge });
    return html`<fieldset class="field-row">
        ${menu("guess", words.guess, GUESSES, (name) => words.guesses[/** @type {keyof typeof words.guesses} */ (name)])}
      </fieldset>
      ${this.more.template(
        state.more_controls,
        () => html`<fieldset class="field-row">
          ${field("hidden_units", words.hiddenUnits, 1)}
          ${menu("activation", words.activation, ACTIVATIONS, activationName)}
          ${menu("start", words.start, STARTS, (name) => words.starts[/** @type {keyof typeof words.starts} */ (name)])}
          ${field("learning_rate", words.learningRate, 0.1)}
          ${field("seed", words.seed, 1)}
        </fieldset>`,
      )}`;
  }
}
