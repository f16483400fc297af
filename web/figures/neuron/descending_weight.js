import { slidTo } from "../../kit/fields/slider_keys.js";
import { StateFromOpening } from "../../kit/figure/state_from_opening.js";
import { PlayedFigure } from "../../kit/playback/played_figure.js";
import { neuronMessage, neuronState, withNeuronFields, withRun } from "./neuron_state.js";
import { words } from "./neuron_words.js";

/** @import { FigureHost, RecordedOpening } from "../../kit/figure/figure_host.js" */
/** @import { NeuronMessage, NeuronResult } from "./neuron_messages.js" */
/** @import { NeuronState } from "./neuron_state.js" */

/** The most steps of a run; where it ends earlier is known with the answer. */
const MOST_STEPS = 200;
/** How wide the plot is drawn before it has been measured (px). */
const WIDTH = 520;
/** What an arrow key adds to the weight. */
const NUDGE = 0.05;

/**
 * One weight that descends its error curve: the state, the engine's answer, and everything that a reader can
 * do. The figures `slope` and `neuron` are two views of it.
 * @extends {PlayedFigure<NeuronState, NeuronResult>}
 */
export class DescendingWeight extends PlayedFigure {
  /**
   * @param {FigureHost} host
   * @param {RecordedOpening<NeuronMessage, NeuronResult>} recorded
   * @param {number} shape height of the plot as a part of its width, as in the styles
   */
  constructor(host, { message, result }, shape) {
    const run = new StateFromOpening(host, neuronState(message), result, neuronMessage, withRun);
    const height = Math.round(WIDTH * shape);
    super(host, run, { selector: ".neuron-plot > svg", width: WIDTH, height });
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

  /** The last step that can be chosen: that of the end, or, until Python has answered, the present one. */
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
    return withNeuronFields(this.state, partial, this.host.describe, this.canHaveBias);
  }

  /** Whether a reader can add a bias to the neuron. */
  get canHaveBias() {
    return false;
  }

  /** The weight after the present step, with its loss and gradients. */
  get now() {
    const { rows } = this.result;
    return rows[rows.length - 1];
  }

  /**
   * Starts the run again from another weight, and from the present bias.
   * @param {number} weight
   */
  moveTo(weight) {
    this.playback.stop();
    const bias = this.state.bias === null ? {} : { bias: this.now.bias };
    this.set({ weight, ...bias });
  }

  /** @param {KeyboardEvent} event on the ball */
  ballKey(event) {
    const value = Number(this.now.weight.toPrecision(6));
    const [minimum, maximum] = this.result.view.weights;
    const moved = slidTo(event.key, { value, nudge: NUDGE, minimum, maximum });
    if (moved === null) return;
    event.preventDefault();
    this.moveTo(moved);
  }

  /** The sentence on the present step. */
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
