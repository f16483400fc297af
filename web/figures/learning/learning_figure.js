import { html, isServer } from "lit";
import { guard } from "lit/directives/guard.js";
import { keyed } from "lit/directives/keyed.js";
import { drawingStyles } from "../../drawing/drawing_styles.js";
import { surfaceStyles } from "../../kit/charts/surface_styles.js";
import { OneAnswerFigure } from "../../kit/figure/one_answer_figure.js";
import { OpenedFigure } from "../../kit/figure/opened_figure.js";
import { StateFromOpening } from "../../kit/figure/state_from_opening.js";
import { LearningPlayer } from "./learning_player.js";
import {
  endOfRun,
  learningLink,
  learningMessage,
  momentIndex,
  withLearningFields,
} from "./learning_state.js";
import { learningStyles } from "./learning_styles.js";
import { shownAt, timeOf } from "./learning_time.js";
import { words } from "./learning_words.js";
import { NetworkPicture } from "./network_picture.js";
import { lossView, surfaceView } from "./run_pictures_view.js";

/** @import { OneAnswerFigureKind, FigureHost, RecordedOpening } from "../../kit/figure/figure_host.js" */
/** @import { WeightAddress } from "../../contract/messages.js" */
/** @import { LearningMessage, LearningResult } from "./learning_messages.js" */
/** @import { LearningState } from "./learning_state.js" */

/** How wide the network is drawn until it has been measured, and for a narrow column (px). */
const WIDTH = 640;
const NARROW = 350;

/**
 * A small network is taught XOR: values run through it, gradients run back, weights change, and its answers
 * with them. It plays once when it comes into view, and rests at the end.
 * @extends {OneAnswerFigure<LearningState, LearningResult>}
 */
class LearningFigure extends OneAnswerFigure {
  /**
   * @param {FigureHost} host
   * @param {RecordedOpening<LearningMessage, LearningResult>} recorded
   */
  constructor(host, { result }) {
    super(host, new StateFromOpening(host, endOfRun(result), result, learningMessage, keepPlace), {
      selector: ".learning-network",
      width: WIDTH,
    });
    this.player = new LearningPlayer(
      host,
      (time) => this.#showAt(time),
      () => this.#rest(),
    );
    this.network = new NetworkPicture(host, result.network, (weight) => this.#open(weight));
    this.opened = new OpenedFigure(host, "network");
    /** It plays by itself once, unless a reader was there first. */
    this.isUntouched = true;
    /** The reader has set it going, and is told when it rests. */
    this.isAsked = false;
  }

  get state() {
    return this.shown.state;
  }

  get result() {
    return this.shown.result;
  }

  get index() {
    return momentIndex(this.result, this.state);
  }

  get moment() {
    return this.result.moments[this.index];
  }

  get isPlaying() {
    return this.player.isPlaying;
  }

  get isAtEnd() {
    return this.index === this.result.moments.length - 1;
  }

  get spokenSummary() {
    return this.isAtEnd ? this.result.summary : this.moment.sentence;
  }

  /** @param {Record<string, unknown>} partial */
  stateWith(partial) {
    return withLearningFields(this.result, this.state, partial);
  }

  /** @param {Record<string, unknown>} partial */
  setState(partial) {
    this.#stop();
    super.setState(partial);
  }

  /** @param {number} count moments on, or back */
  step(count) {
    this.#stop();
    const { moments } = this.result;
    const { epoch } = moments[Math.max(0, Math.min(moments.length - 1, this.index + count))];
    this.set({ epoch, progress: 1 });
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const target = event.composedPath()[0];
    if (
      event.key === " " &&
      target instanceof Element &&
      !target.closest("button, [role=button]")
    ) {
      this.toggle();
      return true;
    }
    return super.key(event);
  }

  toggle() {
    if (this.isPlaying) {
      this.#pause();
      return;
    }
    this.isUntouched = false;
    this.isAsked = true;
    const { moments } = this.result;
    this.player.play(this.isAtEnd ? 0 : timeOf(moments, this.index, this.state.progress));
    this.host.requestUpdate();
  }

  visibilityChanged() {
    this.player.visibilityChanged();
    this.#playOnce();
  }

  updated() {
    super.updated();
    this.opened.updated(this.host.shadowRoot);
    this.#playOnce();
  }

  destroy() {
    this.player.stop();
    super.destroy();
  }

  render() {
    const { result, moment, isPlaying } = this;
    const [first] = result.moments;
    const networkAt = (/** @type {number} */ width) =>
      this.network.template(moment, this.state.progress, width);
    return html`<div class="learning" data-playing=${isPlaying ? "true" : "false"}
      data-epoch=${moment.epoch}>
      <div class="learning-network">
        ${isServer ? [WIDTH, NARROW].map(networkAt) : networkAt(this.width)}
      </div>
      <div class="learning-run">
        <figure class="learning-now">
          ${keyed(
            moment,
            html`<figcaption><span class="learning-after">${words.after}</span>
              ${words.corrections(moment.texts.epoch)}</figcaption>`,
          )}
          ${guard([moment], () => surfaceView(result, moment, false))}
        </figure>
        <figure class="learning-first">
          <figcaption>${words.atFirst}</figcaption>
          ${guard([result], () => surfaceView(result, first, true))}
        </figure>
        <figure class="learning-loss">
          <figcaption>${words.loss} <b>${moment.texts.loss}</b></figcaption>
          ${guard([moment], () => lossView(result, moment))}
        </figure>
      </div>
      <p class="learning-sentence">
        <span class="learning-said">${this.#sentence()}</span>
        <span class="learning-room" aria-hidden="true">${result.question}</span>
      </p>
      <button class="button primary learning-play" @click=${() => this.toggle()}>${
        isPlaying ? words.pause : this.isAtEnd ? words.again : words.goOn
      }</button>
      <p class="unseen">${result.summary} ${words.choose}</p>
    </div>
    ${this.opened.template()}`;
  }

  #sentence() {
    const { steps, sentence } = this.moment;
    if (this.isAtEnd && !this.isPlaying) return this.result.question;
    if (!steps) return sentence;
    const phase = this.network.phaseAt(this.state.progress);
    return phase === "loss" ? steps.forward : steps[phase];
  }

  /** @param {WeightAddress | null} selected */
  #open(selected) {
    const { network, learning_rate, examples } = this.result;
    const { pass, example, texts } = this.moment;
    if (this.isPlaying) this.#pause();
    this.isUntouched = false;
    const { name, inputs, target } = examples[example];
    this.opened.open(words.opened(name, texts.epoch), {
      ...network,
      parameters: [...pass.parameters],
      inputs: [...inputs],
      targets: [target],
      learning_rate,
      overview: true,
      selected,
    });
  }

  /**
   * @param {number} time
   * @returns {boolean} whether the run is over
   */
  #showAt(time) {
    const { moments } = this.result;
    const { index, progress, isOver } = shownAt(moments, time);
    this.shown.state = { epoch: moments[index].epoch, progress };
    this.host.requestUpdate();
    return isOver;
  }

  #rest() {
    this.host.requestUpdate();
    if (!this.isAsked) return;
    this.host.changed();
    this.speak();
  }

  #stop() {
    this.isUntouched = false;
    this.player.stop();
  }

  /** Stays where the run is; between two passes, with all that is known there. */
  #pause() {
    this.#stop();
    this.shown.changeView({ progress: this.moment.steps ? this.state.progress : 1 });
    this.speak();
  }

  /** Once, when it can first be seen. */
  #playOnce() {
    const { visible, reducedMotion, shadowRoot } = this.host;
    if (!this.isUntouched || !visible || reducedMotion || !shadowRoot) return;
    this.isUntouched = false;
    this.player.play(0);
    this.host.requestUpdate();
  }
}

/**
 * The answer is always the same run: what is shown of it stays.
 * @param {LearningState} _asked
 * @param {LearningResult} _result
 * @param {LearningState} now
 */
const keepPlace = (_asked, _result, now) => now;

/** @type {OneAnswerFigureKind<LearningState, LearningMessage, LearningResult>} */
export const learningFigure = {
  name: "learning",
  title: "A network learns",
  styles: [drawingStyles, surfaceStyles, learningStyles],
  link: learningLink,
  create: (host, recorded) => new LearningFigure(host, recorded),
};
