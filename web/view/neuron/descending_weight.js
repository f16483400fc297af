import { words } from "../../lesson/neuron_words.js";
import { neuronMessage, neuronState, withNeuronFields, withRun } from "../../state/neuron_state.js";
import { NumberFields, nudged } from "../number_fields.js";
import { OpenedState } from "../opened_state.js";
import { Playback } from "../playback.js";
import { PlotWidth } from "../plot_width.js";

/** @typedef {import("../figure_host.js").FigureHost} FigureHost */
/** @typedef {import("../../contract/neuron_messages.js").NeuronResult} NeuronResult */
/** @typedef {import("../../contract/neuron_messages.js").NeuronMessage} NeuronMessage */
/** @typedef {import("../../state/neuron_state.js").NeuronState} NeuronState */

/** As far as a run goes before its end is known. */
const MOST_STEPS = 200;
/** Least height of the plot (px). */
const LEAST_HEIGHT = 260;
/** What an arrow key adds to the weight. */
const NUDGE = 0.05;

/**
 * One weight on its way down its error curve: the state, the engine's answer to it, and all that a
 * reader can do to it. The figures `slope` and `neuron` are two views of it.
 */
export class DescendingWeight {
  /**
   * @param {FigureHost} host
   * @param {{message: NeuronMessage, result: NeuronResult}} recorded
   */
  constructor(host, { message, result }) {
    this.host = host;
    const opening = neuronState(message);
    /** @type {OpenedState<NeuronState, NeuronResult>} */
    this.run = new OpenedState(
      host,
      opening,
      result,
      neuronMessage,
      (/** @type {NeuronState} */ asked, /** @type {NeuronResult} */ answer) =>
        this.#arrive(asked, answer),
    );
    this.fields = new NumberFields({
      take: (field, text) => this.set({ [field]: text }),
      onChange: () => host.requestUpdate(),
    });
    this.run.onRefusal = (field, why) => this.fields.notes.set(field, why);
    this.playback = new Playback(host, {
      at: () => this.state.steps,
      last: () => this.lastStep,
      go: (steps) => this.set({ steps }),
      said: () => words.steps(this.state.steps),
    });
    this.room = new PlotWidth(".neuron-plot", 520, () => host.requestUpdate());
  }

  get state() {
    return this.run.state;
  }

  get result() {
    return this.run.result;
  }

  /**
   * How large the plot of the curve is (px): of this shape, but never too flat to drag on.
   * @param {number} shape its height as a part of its width
   */
  plotSize(shape) {
    const { width } = this.room;
    return { width, height: Math.max(LEAST_HEIGHT, Math.round(width * shape)) };
  }

  /** Where the run stands. */
  get now() {
    const { rows } = this.result;
    return rows[rows.length - 1];
  }

  /** The last step that can be asked for: that of the end, or where Python is not there the present. */
  get lastStep() {
    const { run } = this;
    return run.waits || run.result.ended ? run.state.steps : MOST_STEPS;
  }

  /**
   * @param {Record<string, unknown>} partial
   * @returns {string | null} why the first bad field was refused
   */
  set(partial) {
    const { state, refused } = withNeuronFields(this.state, partial, this.host.describe);
    for (const { field, message } of refused) this.host.refuse({ field, message });
    if (JSON.stringify(state) !== JSON.stringify(this.state)) this.run.become(state);
    return refused[0]?.message ?? null;
  }

  /**
   * The run starts afresh from another weight; the bias stays where it has come to.
   * @param {number} weight
   */
  moveTo(weight) {
    this.playback.stop();
    const bias = this.state.bias === null ? {} : { bias: this.now.bias };
    this.set({ weight, ...bias });
  }

  /** @param {number} count steps, either way */
  step(count) {
    this.playback.by(count);
  }

  reset() {
    this.playback.stop();
    this.fields.notes.clear();
    this.run.become(this.run.opening);
  }

  /** @param {KeyboardEvent} event on the ball */
  ballKey(event) {
    const way = {
      ArrowRight: 1,
      ArrowUp: 1,
      ArrowLeft: -1,
      ArrowDown: -1,
      PageUp: 10,
      PageDown: -10,
    };
    const count = way[/** @type {keyof typeof way} */ (event.key)];
    if (count === undefined) return;
    event.preventDefault();
    this.moveTo(nudged(Number(this.now.weight.toPrecision(6)), count * NUDGE));
    this.host.announce(this.result.slope_sentence);
  }

  updated() {
    this.room.observe(this.host.shadowRoot);
  }

  statusChanged() {
    if (this.host.status.kind === "ready") this.run.ask();
    this.host.requestUpdate();
  }

  destroy() {
    this.playback.stop();
    this.room.disconnect();
  }

  /** What is said of where the run stands. */
  get sentence() {
    return this.run.waits ? words.waits : this.result.slope_sentence;
  }

  /**
   * @param {NeuronState} asked
   * @param {NeuronResult} result
   */
  #arrive(asked, result) {
    const next = withRun(asked, result);
    if (result.ended && this.playback?.isPlaying) this.playback.stop();
    const isStep = this.run && next.steps !== this.run.answered.steps && !this.playback.isPlaying;
    if (isStep) this.host.announce(result.ended?.sentence ?? result.slope_sentence);
    return next;
  }
}
