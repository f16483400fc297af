import { html } from "lit";
import { nextSeed, withTableValues } from "../../kit/fields/field_table.js";
import { NumberFields } from "../../kit/fields/number_fields.js";
import { MoreControls } from "../../kit/figure/more_controls.js";
import { runBar, settingsBar, trainingBar } from "./controls_view.js";
import { earlierView } from "./earlier_view.js";
import { modelSwitch } from "./model_switch.js";
import { OneLineExplanation } from "./one_line/one_line_explanation.js";
import { ownDataPart, ownNote } from "./own_data/own_data.js";
import { PacedDrawing } from "./paced_drawing.js";
import { parallelLegend } from "./parallel/parallel_view.js";
import { hasHiddenSpace } from "./plots/hidden_space.js";
import { NetworkWindow } from "./plots/network_window.js";
import { tuple } from "./plots/plot_numbers.js";
import { RunPlots } from "./plots/run_plots.js";
import { surfaceLegend } from "./plots/surface_legend.js";
import { predictionsView } from "./predictions_view.js";
import { readout } from "./readout_view.js";
import { PLACED } from "./training/placed_run.js";
import { XorTraining } from "./training/xor_training.js";
import { xorLink } from "./xor_link.js";
import { sharedExamples, xorFields, xorOpening } from "./xor_state.js";
import { xorStyles } from "./xor_styles.js";
import { xorTakeHome } from "./xor_take_home.js";
import { words } from "./xor_words.js";

/** @import { Figure, FigureHost, FigureKind } from "../../kit/figure/figure_host.js" */
/** @import { XorShown } from "./xor_link.js" */
/** @import { RecordedXor } from "./training/xor_run.js" */

/**
 * A small network learns XOR: decision surface, loss, hidden space and predictions, live.
 * @implements {Figure}
 */
class XorFigure {
  /**
   * @param {FigureHost} host
   * @param {RecordedXor} recorded
   */
  constructor(host, recorded) {
    this.host = host;
    this.fields = xorFields(host.describe, recorded.message.network);
    this.state = xorOpening(recorded.message);
    this.training = new XorTraining(host, recorded, this.state);
    this.numbers = new NumberFields({
      tryText: (field, text) => this.#set({ [field]: text })[0]?.message ?? null,
      onChange: () => host.requestUpdate(),
    });
    this.pacing = new PacedDrawing();
    this.plots = new RunPlots(this.training.run, this.pacing.slowly, () => host.requestUpdate());
    this.network = new NetworkWindow();
    this.oneLine = new OneLineExplanation(() => host.requestUpdate());
    this.more = new MoreControls((isOpen) => this.#set({ more_controls: isOpen }));
    this.ownData = ownDataPart(host, {
      hasOwn: () => this.state.examples !== null,
      use: (examples) => this.#set({ examples }),
      settings: () => this.state,
      set: (name, value) => this.#set({ [name]: value }),
    });
    this.takeHome = xorTakeHome(host, this.training, this);
  }

  render() {
    const { training, state } = this;
    const { frame } = training.run.record;
    const { slowly, inTurn } = this.pacing;
    this.pacing.begin(training.isTraining, training.pictures);
    const set = (/** @type {string} */ name, /** @type {unknown} */ value) =>
      this.#set({ [name]: value });
    return html`<div class="xor" data-training=${training.isTraining ? "true" : "false"}>
      ${modelSwitch(state.model, set)} ${slowly(() => readout(training))}
      <div class=${training.run.isCurrent ? "panels xor-panels" : "panels outdated xor-panels"}>
        ${this.#examples()}
        ${slowly(() => this.#trainingBar())}
        <section class="xor-panel xor-panel-loss">
          <h3 class="xor-panel-title">${words.loss}</h3>
          ${inTurn(0, () => this.plots.loss(state.log_scale))}
          ${earlierView(training.run.earlier.notice, () => training.replayEarlier())}
        </section>
        ${hasHiddenSpace(frame) ? inTurn(1, () => this.plots.hidden()) : slowly(() => this.oneLine.why(frame.line))}
        <section class="xor-panel xor-panel-predictions">
          <h3 class="xor-panel-title">${words.examples}</h3>
          ${slowly(() => predictionsView(frame.predictions, state.examples ? null : this.#open))}
          <p class="xor-panel-note" data-part="examples-note">${slowly(() => (state.examples ? ownNote(frame.own) : words.pointHint))}</p>
        </section>
      </div>
      ${slowly(() => this.oneLine.perceptron(frame.line))}
      ${this.network.template(frame, state.selected, () => this.#set({ selected: null }))}
      ${this.more.template(
        state.more_controls,
        () =>
          html`${slowly(() => this.#settings(set))} ${this.ownData.template()} ${this.takeHome.template()}`,
      )}
    </div>`;
  }

  getState() {
    const { state, ended, legs } = this.training.run.standing;
    const settings = { ...this.state, examples: sharedExamples(this.state.examples) };
    if (!state) return settings;
    const { parameters, velocity, epoch } = state;
    return {
      ...settings,
      epoch,
      parameters: Array.from(parameters),
      velocity: Array.from(velocity),
      ended,
      legs,
    };
  }

  /** @param {Record<string, unknown>} partial */
  setState(partial) {
    const isPlaced = (/** @type {string} */ name) => PLACED.includes(name);
    const entries = Object.entries(partial);
    this.#set(Object.fromEntries(entries.filter(([name]) => !isPlaced(name))));
    const placed = Object.fromEntries(entries.filter(([name]) => isPlaced(name)));
    if (Object.keys(placed).length > 0) this.training.placeRun(placed);
  }

  inspect() {
    const { record } = this.training.run;
    const { state, loss, accuracy, predictions, surface, ended, stuck, hidden_lines } =
      record.frame;
    return {
      epoch: state.epoch,
      parameters: Array.from(state.parameters),
      velocity: Array.from(state.velocity),
      losses: Array.from(record.lossesShown),
      loss,
      accuracy,
      predictions,
      surface,
      hidden_lines,
      ended,
      stuck,
    };
  }

  /** @param {number} count */
  step(count) {
    this.training.step(count);
  }

  statusChanged() {
    this.training.statusChanged();
  }

  visibilityChanged() {
    this.training.visibilityChanged();
  }

  updated() {
    const root = this.host.shadowRoot;
    if (!root) return;
    this.plots.updated(root);
    const { run, isTraining, message } = this.training;
    const { frame } = run.record;
    const { selected } = this.state;
    if (this.network.follow(root, { frame, message, selected, isTraining })) {
      this.host.requestUpdate();
    }
    if (run.isAnswered) this.host.firstAnswerShown();
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const target = event.composedPath()[0];
    if (!(target instanceof Element) || event.target !== target) return false;
    if (target.closest("input, select, textarea, summary")) return false;
    const isButton = target.closest("button, [role=button]") !== null;
    if (event.key === " " && !isButton) this.#toggle();
    else if (event.key === ",") this.training.step(-1);
    else if (event.key === ".") this.training.step(1);
    else if (event.key === "Escape" && this.state.selected !== null) this.#set({ selected: null });
    else return false;
    return true;
  }

  destroy() {
    this.training.end();
    this.plots.disconnect();
  }

  /**
   * @param {Record<string, unknown>} values
   * @returns {import("../../kit/figure/figure_host.js").Refusal[]}
   */
  #set(values) {
    const { state, refused, restarts } = withTableValues(this.state, values, this.fields);
    this.state = state;
    this.training.applySettings(state);
    for (const refusal of refused) this.host.refuse(refusal);
    if (restarts) this.training.requestStart();
    if (Object.keys(values).length > refused.length) this.host.changed();
    this.host.requestUpdate();
    return refused;
  }

  /** The surface over two inputs, or the examples on parallel axes. */
  #examples() {
    const { state, plots } = this;
    const { frame } = this.training.run.record;
    const { examples } = state;
    const isPlane = !examples || examples.inputs === 2;
    return html`<section class="xor-panel xor-panel-surface">
      <h3 class="xor-panel-title">${isPlane ? words.surface : words.parallel}</h3>
      ${isPlane ? plots.surface(state, this.#open) : plots.parallel(examples)}
      ${isPlane ? surfaceLegend(frame.answers, !hasHiddenSpace(frame)) : parallelLegend(frame.answers)}
    </section>`;
  }

  #toggle() {
    if (!this.training.isTraining) {
      this.training.train();
      return;
    }
    this.training.pause();
    this.training.say();
  }

  #reset() {
    this.training.reset();
    this.training.say();
  }

  #open = (/** @type {number} */ example) => {
    this.#set({ selected: example });
    const { inputs } = this.training.run.record.frame.predictions[example];
    this.host.announce(words.opened(tuple(inputs)));
    requestAnimationFrame(() => {
      const behavior = this.host.reducedMotion ? "auto" : "smooth";
      const part = this.host.shadowRoot?.querySelector(".xor-network-window");
      part?.scrollIntoView({ block: "nearest", behavior });
    });
  };

  /** @param {(name: string, value: unknown) => void} set */
  #settings(set) {
    const { state, fields } = this;
    const oneEpoch = () => this.training.step(1);
    return html`${runBar(state, fields, { set, oneEpoch })} ${settingsBar(state, fields, this.numbers, set)}`;
  }

  #trainingBar() {
    const { training } = this;
    const { isTraining, run } = training;
    return trainingBar(isTraining, run.record, {
      toggle: () => this.#toggle(),
      reset: () => this.#reset(),
      newSeed: () => this.#set({ seed: nextSeed(this.fields, this.state.seed) }),
      show: (index) => training.show(index),
    });
  }
}

/** @type {FigureKind<XorShown, object, RecordedXor>} */
export const xorFigure = {
  name: "xor",
  title: "Learning XOR",
  styles: xorStyles,
  link: xorLink,
  create: (host, recorded) => new XorFigure(host, recorded),
};
