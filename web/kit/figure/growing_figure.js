import { OneAnswerFigure } from "./one_answer_figure.js";
import { StateFromOpening } from "./state_from_opening.js";

/** @import { FigureHost } from "./figure_host.js" */

/**
 * How an answer grows.
 * @template {object} State
 * @template {{kind: string}} Answer
 * @typedef {object} Growth
 * @property {(state: State, known: Answer | null) => {kind: Answer["kind"]}} message asks for a little more than
 *   is known
 * @property {(state: State) => string} settingsOf what a state and all of its answer have in common
 * @property {string & keyof State} wanted the field of a state that says how much it wants
 * @property {(answer: Answer) => number} reached how much there is
 */

/**
 * The base of figures whose answer grows: each question hands back what is known and asks for a little more,
 * until there is as much as the state wants, while the figure is in sight.
 *
 * @template {object} State
 * @template {{kind: string}} Answer
 * @extends {OneAnswerFigure<State, Answer>}
 */
export class GrowingFigure extends OneAnswerFigure {
  /**
   * @param {FigureHost} host
   * @param {State} opening
   * @param {Answer} result the recorded answer to it
   * @param {Growth<State, Answer>} growth
   * @param {{selector: string, width: number}} plot
   */
  constructor(host, opening, result, growth, plot) {
    /** @type {{settings: string, answer: Answer} | null} what Python has answered to this figure */
    let known = null;
    let hasOpened = false;
    const message = (/** @type {State} */ state) =>
      growth.message(state, known?.settings === growth.settingsOf(state) ? known.answer : null);
    const shown = new StateFromOpening(host, opening, result, message, (state, answer, now) => {
      const isRecorded = host.status.kind !== "ready" || !hasOpened;
      if (!isRecorded) known = { settings: growth.settingsOf(state), answer };
      return { ...now };
    });
    super(host, shown, plot);
    hasOpened = true;
    this.growth = growth;
    const refused = shown.onRefusal;
    shown.onRefusal = (field, why) => {
      refused(field, why);
      // It would be refused again.
      shown.state = { ...shown.state, [growth.wanted]: growth.reached(shown.result) };
      shown.lastAnswered = shown.state;
    };
  }

  /** More is wanted than there is. */
  get isPlaying() {
    const { state, result } = this.shown;
    return this.growth.reached(result) < Number(state[this.growth.wanted]);
  }

  /** @param {number} amount from now on; what there is already stays */
  grow(amount) {
    this.host.startPython();
    this.set({ [this.growth.wanted]: amount });
  }

  /** Wants no more than there is. */
  pause() {
    this.set({ [this.growth.wanted]: this.growth.reached(this.shown.result) });
  }

  visibilityChanged() {
    if (this.host.visible) this.host.requestUpdate();
  }

  updated() {
    super.updated();
    const { isAsking, waits } = this.shown;
    const isReady = this.host.status.kind === "ready";
    if (this.isPlaying && this.host.visible && isReady && !isAsking && !waits) this.shown.ask();
  }
}
