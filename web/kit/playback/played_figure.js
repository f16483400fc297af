import { OneAnswerFigure } from "../figure/one_answer_figure.js";
import { Playback } from "./playback.js";

/** @import { FigureHost } from "../figure/figure_host.js" */

/**
 * A figure with a run to go through: Step, Play and a scrubber over its positions.
 *
 * @template {object} State
 * @template {{kind: string}} Answer
 * @extends {OneAnswerFigure<State, Answer>}
 */
export class PlayedFigure extends OneAnswerFigure {
  /**
   * @param {FigureHost} host
   * @param {import("../figure/state_from_opening.js").StateFromOpening<State, Answer>} shown
   * @param {{selector: string, width: number, height?: number}} plot
   * @param {{stride?: number, rest?: number}} [pace] how many positions Play moves at a time, and how long each stays (ms)
   */
  constructor(host, shown, plot, pace = {}) {
    super(host, shown, plot);
    this.playback = new Playback(host, {
      position: () => this.position,
      last: () => this.lastPosition,
      goTo: (position) => this.goTo(position),
      speak: () => this.speak(),
      ...pace,
    });
  }

  /** Where the reader is in the run. */
  get position() {
    return 0;
  }

  /** The last position of the run. */
  get lastPosition() {
    return 0;
  }

  get isPlaying() {
    return this.playback.isPlaying;
  }

  /** @param {number} _position */
  goTo(_position) {}

  /** @param {Record<string, unknown>} partial */
  setState(partial) {
    this.playback.stop();
    super.setState(partial);
  }

  reset() {
    this.playback.stop();
    super.reset();
  }

  /** @param {number} count */
  step(count) {
    this.playback.moveBy(count);
  }

  visibilityChanged() {
    if (!this.host.visible) this.playback.stop();
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    return this.playback.key(event);
  }

  destroy() {
    this.playback.stop();
    super.destroy();
  }
}
