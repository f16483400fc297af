import { OneAnswerFigure } from "./one_answer_figure.js";
import { StateFromOpening } from "./state_from_opening.js";

/** @import { FigureHost } from "./figure_host.js" */

/**
 * How much of an answer there is, and how much of it a state wants.
 * @template {object} State
 * @template {{kind: string}} Answer
 * @typedef {object} Growth
 * @property {string & keyof State} wanted the field of a state that says how much it wants
 * @property {(answer: Answer) => number} reached how much there is
 */

/**
 * How a question hands back the answer to the one before.
 * @template {object} State
 * @template {{kind: string}} Answer
 * @typedef {object} Questions
 * @property {(state: State, known: Answer | null) => {kind: Answer["kind"]}} message asks for a little more than
 *   is known
 * @property {(state: State) => string} settingsOf what a state and all of its answer have in common
 */

/**
 * The state of a figure whose every question hands back what Python has answered to it so far.
 * @template {object} State
 * @template {{kind: string}} Answer
 * @param {FigureHost} host
 * @param {State} opening
 * @param {Answer} result the recorded answer to it
 * @param {Questions<State, Answer>} questions
 * @returns {StateFromOpening<State, Answer>}
 */
export function growingState(host, opening, result, { message, settingsOf }) {
  /** @type {{settings: string, answer: Answer} | null} */
  let known = null;
  let hasOpened = false;
  const asked = (/** @type {State} */ state) =>
    message(state, known?.settings === settingsOf(state) ? known.answer : null);
  const shown = new StateFromOpening(host, opening, result, asked, (state, answer, now) => {
    const isRecorded = host.status.kind !== "ready" || !hasOpened;
    if (!isRecorded) known = { settings: settingsOf(state), answer };
    return { ...now };
  });
  hasOpened = true;
  return shown;
}

/**
 * The base of figures whose answer grows: each question asks for a little more, until there is as much as the
 * state wants, while the figure is in sight.
 *
 * @template {object} State
 * @template {{kind: string}} Answer
 * @extends {OneAnswerFigure<State, Answer>}
 */
export class GrowingFigure extends OneAnswerFigure {
  /**
   * @param {FigureHost} host
   * @param {StateFromOpening<State, Answer>} shown
   * @param {Growth<State, Answer>} growth
   * @param {{selector: string, width: number}} plot
   */
  constructor(host, shown, growth, plot) {
    super(host, shown, plot);
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
