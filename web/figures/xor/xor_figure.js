import { html } from "lit";
import { KeptContours } from "../../kit/charts/kept_contours.js";
import { DECISION_LEVEL, surfaceFrame, THIN_LEVELS } from "../../kit/charts/surface_plot.js";
import { checkbox } from "../../kit/fields/checkbox.js";
import { withTableValues } from "../../kit/fields/field_table.js";
import { NumberFields } from "../../kit/fields/number_fields.js";
import { countText } from "../../kit/formula/count_text.js";
import { numberText } from "../../kit/formula/number_text.js";
import { settingsBar, trainingBar } from "./controls_view.js";
import { earlierView } from "./earlier_view.js";
import { modelSwitch } from "./model_switch.js";
import { OneLineAccount } from "./one_line/one_line_account.js";
import { ownDataPart } from "./own_data/own_data.js";
import { HeatMap } from "./plots/heat_map.js";
import { hasHiddenSpace, hiddenSpace } from "./plots/hidden_space.js";
import { hiddenView } from "./plots/hidden_view.js";
import { lossPlot } from "./plots/loss_plot.js";
import { lossView } from "./plots/loss_view.js";
import { NetworkWindow } from "./plots/network_window.js";
import { tuple } from "./plots/plot_numbers.js";
import { PlotSizes } from "./plots/plot_sizes.js";
import { surfaceLegend } from "./plots/surface_legend.js";
import { surfaceCanvas, surfaceView } from "./plots/surface_view.js";
import { predictionsView } from "./predictions_view.js";
import { Readings } from "./readings.js";
import { readout } from "./readout_view.js";
import { PLACED } from "./training/placed_run.js";
import { XorTraining } from "./training/xor_training.js";
import { xorLink } from "./xor_link.js";
import { xorFields, xorOpening } from "./xor_state.js";
import { xorStyles } from "./xor_styles.js";
import { xorTakeHome } from "./xor_take_home.js";
import { words } from "./xor_words.js";

/** @import { Figure, FigureHost, FigureKind } from "../../kit/figure/figure_host.js" */
/** @import { XorShown } from "./xor_link.js" */
/** @import { RecordedXor } from "./training/xor_run.js" */

/** Pictures of the run through which the trails in the hidden space go. */
const TRAIL_STEPS = 60;

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
    this.training = new XorTraining(host, recorded, {
      settings: () => this.state,
      ended: (sentence) => host.announce(sentence),
    });
    this.threshold = recorded.message.stopping?.loss_below ?? null;
    this.numbers = new NumberFields({
      take: (field, text) => this.#set({ [field]: text })[0]?.message ?? null,
      onChange: () => host.requestUpdate(),
    });
    this.sizes = new PlotSizes(() => host.requestUpdate());
    this.heat = new HeatMap();
    this.kept = new KeptContours();
    this.readings = new Readings();
    /** @type {{key: string, frame: import("../../kit/charts/surface_plot.js").PlotFrame} | null} */
    this.framed = null;
    this.network = new NetworkWindow();
    this.oneLine = new OneLineAccount(() => host.requestUpdate());
    this.ownData = ownDataPart(host, {
      areOwn: () => this.state.examples !== null,
      use: (examples) => this.#set({ examples }),
    });
    this.takeHome = xorTakeHome(host, this.training, this);
    this.#contours(); // the first drawing, which is long, finds them there
  }

  render() {
    const { training, state } = this;
    const { frame } = training.run.record;
    const { slowly, inTurn } = this.readings;
    this.readings.begin(training.isTraining, training.pictures);
    const set = (/** @type {string} */ name, /** @type {unknown} */ value) =>
      this.#set({ [name]: value });
    return html`<div class="xor" data-training=${training.isTraining ? "true" : "false"}>
      ${modelSwitch(state.model, set)} ${slowly(() => readout(training))}
      <div class=${training.run.isCurrent ? "xor-panels" : "xor-panels xor-outdated"}>
        <section class="xor-panel xor-panel-surface">
          <h3 class="xor-panel-title">${words.surface}</h3>
          ${surfaceView(frame, this.#surfaceFrame(), {
            contours: this.#contours(),
            selected: state.selected,
            own: state.examples,
            slowly,
            onOpen: (example) => this.#open(example),
          })}
          ${surfaceLegend(!hasHiddenSpace(frame))}
        </section>
        ${slowly(() => this.#trainingBar())}
        <section class="xor-panel xor-panel-loss">
          <header>
            <h3 class="xor-panel-title">${words.loss}</h3>
            ${checkbox(words.logScale, state.log_scale, () => set("log_scale", !state.log_scale), "log_scale")}
          </header>
          ${inTurn(0, () => this.#loss())} ${earlierView(training.run.earlier)}
        </section>
        ${hasHiddenSpace(frame) ? inTurn(1, () => this.#hidden()) : slowly(() => this.oneLine.why(frame.line))}
        <section class="xor-panel xor-panel-predictions">
          <h3 class="xor-panel-title">${words.examples}</h3>
          ${slowly(() => predictionsView(frame.predictions))}
          <p class="xor-panel-note">${state.examples ? words.firstExamples : words.pointHint}</p>
        </section>
      </div>
      ${slowly(() => this.oneLine.perceptron(frame.line))}
      ${slowly(() => settingsBar(state, this.fields, this.numbers, set))}
      ${this.network.template(frame, state.selected, () => this.#set({ selected: null }))}
      ${this.ownData.template()} ${this.takeHome.template()}
    </div>`;
  }

  getState() {
    const { state, ended, legs } = this.training.run.standing;
    const { examples } = this.state;
    const settings = { ...this.state, examples: examples && Array.from(examples) };
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
    if (Object.keys(placed).length > 0) this.training.place(placed);
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
    this.sizes.observe(root);
    const { run, isTraining, message } = this.training;
    const { frame } = run.record;
    if (this.heat.drawn) this.#drawHeat();
    // The first needs the theme's colours; by then the browser has laid out what it asks about.
    else requestAnimationFrame(() => this.#drawHeat());
    const { selected } = this.state;
    if (this.network.follow(root, { frame, message, selected, isTraining })) {
      this.host.requestUpdate();
    }
    if (run.hasAnswer) this.host.answered();
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
    this.sizes.disconnect();
  }

  /**
   * @param {Record<string, unknown>} values
   * @returns {import("../../kit/figure/figure_host.js").Refusal[]}
   */
  #set(values) {
    const { state, refusals, restarts } = withTableValues(this.state, values, this.fields);
    this.state = state;
    for (const refusal of refusals) this.host.refuse(refusal);
    if (restarts) this.training.startAfresh();
    if (Object.keys(values).length > refusals.length) this.host.changed();
    this.host.requestUpdate();
    return refusals;
  }

  #toggle() {
    if (!this.training.isTraining) {
      this.training.train();
      return;
    }
    this.training.pause();
    this.#sayNow();
  }

  #reset() {
    this.training.reset();
    this.#sayNow();
  }

  /** The next seed, and the first one after the last. */
  #newSeed() {
    const seed = this.fields.find(({ name }) => name === "seed");
    const next = this.state.seed + 1;
    this.#set({ seed: next > (seed?.limit?.maximum ?? next) ? 0 : next });
  }

  /** @param {number} example */
  #open(example) {
    this.#set({ selected: example });
    const { inputs } = this.training.run.record.frame.predictions[example];
    this.host.announce(words.opened(tuple(inputs)));
    requestAnimationFrame(() => {
      const behavior = this.host.reducedMotion ? "auto" : "smooth";
      const part = this.host.shadowRoot?.querySelector(".xor-network-window");
      part?.scrollIntoView({ block: "nearest", behavior });
    });
  }

  #sayNow() {
    const { state, loss, right, examples } = this.training.run.record.frame;
    this.host.announce(
      words.spokenNow({
        epoch: countText(state.epoch),
        loss: numberText(loss, 3),
        right,
        count: examples,
      }),
    );
  }

  #trainingBar() {
    const { training } = this;
    const { isRecorded, record } = training.run;
    const { isTraining } = training;
    const now = { isTraining, isRecorded, record, speed: this.state.speed };
    return trainingBar(now, this.fields, {
      toggle: () => this.#toggle(),
      oneEpoch: () => training.step(1),
      reset: () => this.#reset(),
      newSeed: () => this.#newSeed(),
      show: (index) => training.show(index),
      set: (name, value) => this.#set({ [name]: value }),
    });
  }

  #drawHeat() {
    const canvas = surfaceCanvas(/** @type {ShadowRoot} */ (this.host.shadowRoot));
    const { surface } = this.training.run.record.frame;
    if (canvas && surface) this.heat.draw(canvas, surface, this.#surfaceFrame());
  }

  #surfaceFrame() {
    const ranges = this.training.run.record.frame.surface ?? this.training.run.start.surface;
    if (!ranges) throw new Error("The recorded start has no surface");
    const { width } = this.sizes.surface;
    const key = [width, ranges.x_range, ranges.y_range].join();
    if (this.framed?.key !== key) this.framed = { key, frame: surfaceFrame(ranges, width) };
    return this.framed.frame;
  }

  #contours() {
    const { surface } = this.training.run.record.frame;
    const levels = [...THIN_LEVELS, DECISION_LEVEL];
    return surface ? this.kept.lines(surface, levels, this.#surfaceFrame()) : [];
  }

  #loss() {
    const { record, earlier } = this.training.run;
    const { history, frame, last } = record;
    const { log_scale: isLog } = this.state;
    const shown = { epoch: frame.state.epoch, loss: frame.loss };
    const run = {
      points: history.extremes(),
      firstEpoch: earlier.isGoing ? 0 : history.firstEpoch,
      shown,
      last: { epoch: last.state.epoch, loss: last.loss },
    };
    const plot = lossPlot(run, this.threshold, { ...this.sizes.loss, isLog });
    const first = record.frames[0].loss;
    return lossView(
      plot,
      { ...shown, first, threshold: this.threshold, isLog },
      this.readings.slowly,
    );
  }

  #hidden() {
    const space = this.#hiddenSpace();
    return html`<section class="xor-panel xor-panel-hidden">
      <h3 class="xor-panel-title">${words.hidden}</h3>
      ${hiddenView(space, this.training.run.record.frame.predictions, this.readings.slowly)}
      <p class="xor-panel-note">${space.kind === "plane" ? words.hiddenPlane : words.hiddenStrip}</p>
    </section>`;
  }

  #hiddenSpace() {
    const { frames, shown, frame } = this.training.run.record;
    const stride = Math.max(1, Math.ceil(shown / TRAIL_STEPS));
    const earlier = frames
      .slice(0, shown)
      .filter((_, index) => index % stride === 0)
      .map(({ predictions }) => predictions);
    return hiddenSpace(frame.predictions, earlier, this.sizes.hidden);
  }
}

/** @type {FigureKind<XorShown, object, RecordedXor>} */
export const xorFigure = {
  name: "xor",
  styles: xorStyles,
  link: xorLink,
  create: (host, recorded) => new XorFigure(host, recorded),
};
