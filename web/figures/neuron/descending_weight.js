import { nudged } from "../../kit/fields/number_fields.js";
import { PlayedFigure } from "../../kit/figure/played_figure.js";
import { StateFromOpening } from "../../kit/figure/state_from_opening.js";
import { neuronMessage, neuronState, withNeuronFields, withRun } from "./neuron_state.js";
import { words } from "./neuron_words.js";

/** @import { FigureHost, RecordedOpening } from "../../kit/figure/figure_host.js" */
/** @import { NeuronMessage, NeuronResult } from "./neuron_messages.js" */
/** @import { NeuronState } from "./neuron_state.js" */

/** As far as a run goes before its end is known. */
const MOST_STEPS = 200;
/** Least height of the plot (px). */
const LEAST_HEIGHT = 260;
/** What an arrow key adds to the weight. */
const NUDGE = 0.05;

/**
 * One weight on its way down its error curve: the state, the engine's answer to it, and all that a
 * reader can do to it. The figures `slope` and `neuron` are two views of it.
 * @extends {PlayedFigure<NeuronState, NeuronResult>}
 */
export class DescendingWeight extends PlayedFigure {
  /**
   * @param {FigureHost} host
   * @param {RecordedOpening<NeuronMessage, NeuronResult>} recorded
   */
  constructor(host, { message, result }) {
    const run = new StateFromOpening(host, neuronState(message), result, neuronMessage, withRun);
    super(host, run, { selector: ".neuron-plot", width: 520 });
    run.afterAnswer = (asked, answer) => this.#stateAfter(asked, answer);
  }

  get state() {
    return this.shown.state;
  }

  get result() {
    return this.shown.result;
  }

  get position() {
    return this.state.steps;
  }

  /** The last step that can be asked for: that of the end, or where Python is not there the present. */
  get lastPosition() {
    const { waits, result, state } = this.shown;
    return waits || result.ended ? state.steps : MOST_STEPS;
  }

  get spokenSummary() {
    const { ended, slope_sentence: sentence } = this.result;
    return ended?.sentence ?? sentence;
  }

  /** @param {number} steps */
  goTo(steps) {
    this.set({ steps });
  }

  /** @param {Record<string, unknown>} partial */
  stateWith(partial) {
    return withNeuronFields(this.state, partial, this.host.describe);
  }

  /**
   * How large the plot of the curve is (px): of this shape, but never too flat to drag on.
   * @param {number} shape its height as a part of its width
   */
  plotSize(shape) {
    const { width } = this;
    return { width, height: Math.max(LEAST_HEIGHT, Math.round(width * shape)) };
  }

  /** Where the run stands. */
  get now() {
    const { rows } = this.result;
    return rows[rows.length - 1];
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
  }

  /** What is said of where the run stands. */
  get sentence() {
    return this.shown.waits ? words.waits : this.result.slope_sentence;
  }

  /**
   * @param {NeuronState} asked
   * @param {NeuronResult} result
   */
  #stateAfter(asked, result) {
    const next = withRun(asked, result);
    if (result.ended && this.playback.isPlaying) this.playback.stop();
    return next;
  }
}
