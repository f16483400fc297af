import { html, nothing } from "lit";
import { axisStyles } from "../../kit/charts/axis_styles.js";
import { HeatMap } from "../../kit/charts/surface/heat_map.js";
import { surfaceFrame } from "../../kit/charts/surface_plot.js";
import { choiceMenu } from "../../kit/fields/choice_menu.js";
import { refusalOf } from "../../kit/fields/fields.js";
import { GrowingFigure } from "../../kit/figure/growing_figure.js";
import { MoreControls } from "../../kit/figure/more_controls.js";
import { OpenedFigure } from "../../kit/figure/opened_figure.js";
import { StateFromOpening } from "../../kit/figure/state_from_opening.js";
import { isAfter, withChangesByHand } from "./changes.js";
import { Comparison } from "./compare/comparison.js";
import { controlsView } from "./controls_view.js";
import { KnownRun } from "./known_run.js";
import { LinkField } from "./link_field.js";
import { lossesView } from "./losses_view.js";
import { planeView } from "./plane_view.js";
import {
  playgroundLink,
  playgroundMessage,
  playgroundState,
  withPlayground,
} from "./playground_state.js";
import { playgroundStyles } from "./playground_styles.js";
import { words } from "./playground_words.js";
import { DATASETS } from "./setting_fields.js";
import { closerControls, trainingButtons } from "./training_view.js";
import { UNIT_FRAME, unitSurfaces, unitsView } from "./units_view.js";

/** @import { OneAnswerFigureKind, FigureHost, RecordedOpening } from "../../kit/figure/figure_host.js" */
/** @import { PlotFrame } from "../../kit/charts/surface_plot.js" */
/** @import { Surface } from "../../kit/charts/surface_messages.js" */
/** @import { PlaygroundMessage, PlaygroundResult } from "./playground_messages.js" */
/** @import { PlaygroundState } from "./playground_state.js" */

/** @type {OneAnswerFigureKind<PlaygroundState, PlaygroundMessage, PlaygroundResult>} */
export const playgroundFigure = {
  name: "playground",
  title: "A playground with every number",
  styles: [axisStyles, playgroundStyles],
  link: playgroundLink,
  partNames: /^(link|(value|frozen)\[\d{1,4}\])$/,
  create: (host, recorded) => new PlaygroundFigure(host, recorded),
};

/**
 * A run of TensorFlow Playground. It goes on in slices: each question hands back where the run stands.
 * @extends {GrowingFigure<PlaygroundState, PlaygroundResult>}
 */
export class PlaygroundFigure extends GrowingFigure {
  /**
   * @param {FigureHost} host
   * @param {RecordedOpening<PlaygroundMessage, PlaygroundResult>} recorded
   */
  constructor(host, { message, result }) {
    const opening = playgroundState(message);
    let known = new KnownRun(opening, result);
    super(
      host,
      new StateFromOpening(
        host,
        opening,
        result,
        (state) => playgroundMessage(state, known),
        (asked, answer, now) => {
          if (answer.start) known = new KnownRun(asked, answer);
          else known.goOn(asked, answer);
          const { epoch: epochs, step: steps } = answer.run;
          return epochs < now.epochs ? { ...now } : { ...now, epochs, steps };
        },
      ),
      { wanted: "epochs", reached: ({ run }) => run.epoch },
      { selector: ".playground-plane", width: 400 },
    );
    this.known = () => known;
    this.comparison = new Comparison(host, {
      shown: this.shown,
      known: () => known,
      set: (partial) => this.set(partial),
      goOnFrom: (run) => {
        known = run.copy();
      },
    });
    this.opened = new OpenedFigure(host, "network");
    this.more = new MoreControls((more_controls) => this.set({ more_controls }));
    this.link = new LinkField(host, ({ settings }) => {
      this.typed.clear();
      this.set({ ...settings, example: null });
    });
    /** @type {Map<string, string>} what was typed and refused, by field */
    this.typed = new Map();
    /** The formula that was typed last: Python may refuse it later. */
    this.formula = "";
    const refused = this.shown.onRefusal;
    this.shown.onRefusal = (field, why) => {
      refused(field, why);
      if (field === "formula") this.typed.set(field, this.formula);
    };
    /** @type {WeakMap<Element, HeatMap>} by the canvas of a unit */
    this.maps = new WeakMap();
    /** @type {PlotFrame | null} */
    this.frame = null;
    /** @type {Surface[][]} */
    this.layers = [];
    /** @type {PlaygroundResult | null} the answer whose units are in `layers` */
    this.unitsOf = null;
  }

  /** More is wanted than has been trained, and the run can go on. */
  get isPlaying() {
    const { state, result } = this.shown;
    const wanted = { epoch: state.epochs, step: state.steps };
    return isAfter(wanted, result.run) && !result.ended;
  }

  pause() {
    const { epoch: epochs, step: steps } = this.shown.result.run;
    this.set({ epochs, steps });
  }

  get spokenSummary() {
    return this.shown.result.example?.sentence ?? this.shown.result.sentence;
  }

  /** @param {Record<string, unknown>} partial */
  stateWith(partial) {
    const { state, result } = this.shown;
    const { describe } = this.host;
    try {
      const fields = withChangesByHand(partial, state.changes, result.run, describe.limits);
      return withPlayground(state, fields, describe);
    } catch (error) {
      return { state, refused: [refusalOf(error)] };
    }
  }

  /**
   * `link`, a link of TensorFlow Playground, sets all that it says; it is opened as a pasted one is.
   * @param {Record<string, unknown>} partial
   */
  setState({ link, ...partial }) {
    if (link !== undefined) this.link.openText(String(link));
    if (Object.keys(partial).length > 0) super.setState(partial);
  }

  /** The answer with the whole run's curve, however it was cut into slices. */
  inspect() {
    const { curve, start } = this.known();
    return structuredClone({ ...this.shown.result, curve, start });
  }

  render() {
    const { state, result, waits } = this.shown;
    this.#measure();
    const { curve, start } = this.known();
    const frame = /** @type {PlotFrame} */ (this.frame);
    return html`<div class="stack playground">
      ${this.link.template()}
      <div class="field-row">
        ${choiceMenu({
          name: "dataset",
          label: words.data,
          value: state.dataset,
          choices: DATASETS,
          nameOf: words.datasetName,
          set: (dataset) => this.set({ dataset, example: null }),
        })}
        ${trainingButtons(this)}
      </div>
      <p class="sentence playground-sentence">${waits ? words.waits : result.sentence}</p>
      <div class="playground-panels">
        <div class="stack">
          ${unitsView(this.layers, state.features, result.layer_sizes.length - 1)}
          ${lossesView(curve, Math.max(280, this.width), result.sentence, {
            curves: this.comparison.curves,
            epoch: state.read_epoch,
            read: (read_epoch) => this.shown.changeView({ read_epoch }),
          })}
        </div>
        <div class="stack">
          ${this.#classMenu()}
          ${planeView(result, start, frame, {
            showsTest: state.shows_test_data,
            example: state.example,
            shownClass: this.#classes > 2 ? state.shown_class : null,
            choose: (example) => this.set({ example }),
            open: () => this.#open(),
          })}
          ${this.#chosen()}
        </div>
      </div>
      <div class="playground-row">
        ${this.comparison.button()}
        <span class="soft">${
          result.link
            ? html`<a href=${result.link} rel="noopener">${words.there}</a>`
            : result.no_link
        }</span>
      </div>
      ${this.comparison.template(curve)}
      ${this.more.template(
        state.more_controls,
        () =>
          html`${closerControls(this)}
          ${controlsView(state, this.numbers, { typed: this.typed, set: this.#setOne })}`,
      )}
    </div>
    ${this.opened.template()}`;
  }

  get #classes() {
    const { layer_sizes: sizes } = this.shown.result;
    return sizes[sizes.length - 1];
  }

  /** Of more than two classes, which one the surface is about. */
  #classMenu() {
    const { state } = this.shown;
    if (this.#classes <= 2) return nothing;
    return choiceMenu({
      name: "shown_class",
      label: words.shownClass,
      value: String(state.shown_class),
      choices: Array.from({ length: this.#classes }, (_, index) => String(index)),
      nameOf: (index) => words.className(Number(index)),
      set: (index) => this.set({ shown_class: index }),
    });
  }

  #chosen() {
    const { example } = this.shown.result;
    return html`<div class="playground-told">
      ${example ? example.sentence : words.pointHint}
      ${
        example?.network
          ? html`<button class="button" @click=${() => this.#open()}>${words.openPoint}</button>`
          : (example?.too_large ?? nothing)
      }
    </div>`;
  }

  /** The frame of the plane and the surfaces of the units, made anew where they differ. */
  #measure() {
    const { result } = this.shown;
    if (this.frame?.width !== this.width) this.frame = surfaceFrame(result.surface, this.width);
    if (this.unitsOf === result) return;
    this.unitsOf = result;
    this.layers = unitSurfaces(result);
  }

  #setOne = (/** @type {string} */ name, /** @type {unknown} */ value) => {
    if (name === "formula") this.formula = String(value);
    const why = this.set({ [name]: value });
    this.typed.delete(name);
    if (why !== null && typeof value === "string") {
      this.typed.set(name, value);
      this.numbers.notes.set(name, why);
    }
    this.host.requestUpdate();
  };

  #open() {
    const { example } = this.shown.result;
    if (example?.network) this.opened.open(words.opened, example.network);
  }

  reset() {
    this.link.answer = null;
    this.link.preset = "";
    this.typed.clear();
    super.reset();
  }

  statusChanged() {
    super.statusChanged();
    this.link.statusChanged();
  }

  updated() {
    super.updated();
    this.opened.updated(this.host.shadowRoot);
    this.#draw();
    this.comparison.ask();
  }

  #draw() {
    const { shadowRoot } = this.host;
    if (!shadowRoot || !this.frame) return;
    const { surfaces: kept } = this.comparison;
    const surfaces = [...this.layers.flat(), this.shown.result.surface, ...kept];
    const canvases = shadowRoot.querySelectorAll(".playground canvas");
    canvases.forEach((canvas, index) => {
      const map = this.maps.get(canvas) ?? new HeatMap();
      this.maps.set(canvas, map);
      const frame = canvas.matches(".playground-heat") ? this.frame : UNIT_FRAME;
      map.draw(/** @type {HTMLCanvasElement} */ (canvas), surfaces[index], frame);
    });
  }
}
