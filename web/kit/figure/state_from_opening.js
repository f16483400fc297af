import { StateAndAnswer } from "./state_and_answer.js";

/** @import { Result } from "../../contract/messages.js" */
/** @import { FigureHost } from "./figure_host.js" */

/**
 * A state that starts as the figure opens. The build asked about the opening and recorded the answer: it is
 * shown until Python has started, and again whenever the state asks the same question.
 *
 * @template {object} State
 * @template {Result} Answer
 * @extends {StateAndAnswer<State, Answer>}
 */
export class StateFromOpening extends StateAndAnswer {
  /**
   * @param {FigureHost} host
   * @param {State} state the opening
   * @param {Answer} result the recorded answer to it
   * @param {(state: State) => {kind: Answer["kind"]}} message
   * @param {(asked: State, result: Answer, now: State) => State} [afterAnswer] the state once its
   *   answer is there; `now` holds what the reader changed of the view in the meantime
   */
  constructor(host, state, result, message, afterAnswer = (asked) => asked) {
    super(host, afterAnswer(state, result, state), result);
    this.message = message;
    this.afterAnswer = afterAnswer;
    this.opening = this.state;
    this.openingResult = result;
    this.openingQuestion = JSON.stringify(message(this.state));
  }

  /** @param {State} state */
  recordedAnswer(state) {
    return JSON.stringify(this.message(state)) === this.openingQuestion ? this.openingResult : null;
  }

  /**
   * @param {State} asked
   * @param {Answer} result
   */
  stateAfter(asked, result) {
    return this.afterAnswer(asked, result, this.state);
  }

  /**
   * Shows another state. The engine is asked only if the question differs, and the page is told only if
   * anything differs.
   * @param {State} next
   * @returns {Promise<void>} fulfilled when its answer is there, or none will come
   */
  async show(next) {
    const isSame = (/** @type {(state: State) => object} */ part) =>
      JSON.stringify(part(next)) === JSON.stringify(part(this.state));
    if (!isSame(this.message)) await this.change(next);
    else if (!isSame((state) => state)) this.changeView(next);
    else this.host.requestUpdate();
  }
}
