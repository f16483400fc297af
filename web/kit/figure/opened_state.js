import { AnsweredState } from "./answered_state.js";

/** @import { Result } from "../../contract/messages.js" */
/** @import { FigureHost } from "./figure_host.js" */

/**
 * A state with the answer to its opening recorded: what the build asked first is shown until Python
 * is there, and again whenever the state comes back to it.
 *
 * @template {object} State
 * @template {Result} Answer
 * @extends {AnsweredState<State, Answer>}
 */
export class OpenedState extends AnsweredState {
  /**
   * @param {FigureHost} host
   * @param {State} state the opening
   * @param {Answer} result the recorded answer to it
   * @param {(state: State) => {kind: Answer["kind"]}} message
   * @param {(asked: State, result: Answer, now: State) => State} [adopt] the state as an answer
   *   leaves it; `now` says where the reader looks meanwhile
   */
  constructor(host, state, result, message, adopt = (asked) => asked) {
    super(host, adopt(state, result, state), result);
    this.message = message;
    this.takeIn = adopt;
    this.opening = this.state;
    this.openingResult = result;
    this.asked = JSON.stringify(message(this.state));
  }

  /** @param {State} state */
  recorded(state) {
    return JSON.stringify(this.message(state)) === this.asked ? this.openingResult : null;
  }

  /**
   * @param {State} asked
   * @param {Answer} result
   */
  adopt(asked, result) {
    return this.takeIn(asked, result, this.state);
  }

  /**
   * Takes another state; asks only where that makes another question, and tells only of a change.
   * @param {State} next
   * @returns {Promise<void>} fulfilled when its answer is there, or none will come
   */
  async turnTo(next) {
    const isSame = (/** @type {(state: State) => object} */ part) =>
      JSON.stringify(part(next)) === JSON.stringify(part(this.state));
    if (!isSame(this.message)) await this.become(next);
    else if (!isSame((state) => state)) this.look(next);
    else this.host.requestUpdate();
  }
}
