import { Playback } from "../playback/playback.js";
import { AskedFigure } from "./asked_figure.js";

/** @import { FigureHost } from "./figure_host.js" */

/**
 * A figure with a run to go through: Step, Play and a scrubber over its positions.
 *
 * @template {object} State
 * @template {{kind: string}} Answer
 * @extends {AskedFigure<State, Answer>}
 */
export class PlayedFigure extends AskedFigure {
  /**
   * @param {FigureHost} host
   * @param {import("./opened_state.js").OpenedState<State, Answer>} asked
   * @param {{selector: string, width: number}} plot
   * @param {number} [stride] positions that Play moves at once
   */
  constructor(host, asked, plot, stride = 1) {
    super(host, asked, plot);
    this.playback = new Playback(host, {
      at: () => this.at,
      last: () => this.last,
      go: (position) => this.go(position),
      say: () => this.say(),
      stride,
    });
  }

  /** Where the reader is in the run. */
  get at() {
    return 0;
  }

  /** The last position of the run. */
  get last() {
    return 0;
  }

  get isPlaying() {
    return this.playback.isPlaying;
  }

  /** @param {number} _position */
  go(_position) {}

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
    this.playback.by(count);
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
