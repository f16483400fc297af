import { nextPaint } from "./next_paint.js";

/** @import { ErrorResult, Result } from "../../contract/messages.js" */
/** @import { FigureHost } from "./figure_host.js" */

/**
 * A figure's state and the engine's answer to it, kept together. Every change of the state is a question
 * to the engine; a state that the engine refuses is replaced by the last one that it answered. Before
 * Python has started, recorded answers are shown where there are any, and `waits` tells that the answer
 * shown is not yet the one that belongs to the state.
 *
 * A figure overrides what a state asks (`message`), what the build recorded for it (`recordedAnswer`), and
 * what of an answer goes back into the state (`stateAfter`).
 *
 * @template {object} State
 * @template {Result} Answer
 */
export class StateAndAnswer {
  /**
   * @param {FigureHost} host
   * @param {State} state one for which there is a recorded answer
   * @param {Answer} result that answer
   */
  constructor(host, state, result) {
    this.host = host;
    this.state = state;
    this.result = result;
    /** The last state that the engine could answer. */
    this.lastAnswered = state;
    /** The result is not yet that of the state, because Python has not started. */
    this.waits = false;
    /** A question has been sent and its answer has not come. */
    this.isAsking = false;
    /** How many questions have been asked: an answer to an earlier one is dropped. */
    this.questions = 0;
    /** @type {(field: string, message: string) => void} called when the engine refuses a field */
    this.onRefusal = () => {};
  }

  /**
   * The question that the engine answers with everything that a state shows.
   * @param {State} _state
   * @returns {{kind: Answer["kind"]}}
   */
  message(_state) {
    throw new Error("a figure overrides what a state asks");
  }

  /**
   * The recorded answer to a state, or null.
   * @param {State} _state
   * @returns {Answer | null}
   */
  recordedAnswer(_state) {
    return null;
  }

  /**
   * The state once its answer is there. What the reader changed of the view in the meantime is in
   * `this.state`.
   * @param {State} asked the state that was asked about
   * @param {Answer} _result
   * @returns {State}
   */
  stateAfter(asked, _result) {
    return asked;
  }

  /**
   * Changes fields that say where the reader looks, for which nothing has to be computed.
   * @param {Partial<State>} partial
   */
  changeView(partial) {
    this.state = { ...this.state, ...partial };
    this.lastAnswered = { ...this.lastAnswered, ...partial };
    this.host.changed();
    this.host.requestUpdate();
  }

  /**
   * Changes the state and asks the engine about it.
   * @param {State} state
   * @returns {Promise<void>} fulfilled when its answer is there, or none will come
   */
  change(state) {
    this.state = state;
    this.host.changed();
    this.host.requestUpdate();
    return this.ask();
  }

  /** Asks the engine about the state; before Python has started, takes what was recorded. */
  async ask() {
    this.questions += 1;
    const { questions: number, state: asked } = this;
    const isReady = this.host.status.kind === "ready";
    const recorded = this.recordedAnswer(asked);
    if (recorded && !isReady) this.#show(recorded, asked);
    this.waits = !recorded && !isReady;
    if (!isReady) {
      if (!recorded) this.host.startPython();
      return;
    }
    this.isAsking = true;
    // The reader sees at once what was chosen; drawing the answer may take longer and comes after it.
    const isPainted = nextPaint();
    try {
      /** @type {Answer | ErrorResult} */
      const result = await this.host.ask(this.message(asked), { latest: "answer" });
      await isPainted;
      if (number !== this.questions) return;
      this.isAsking = false;
      if (isRefusal(result)) this.#revert(result.field ?? "state", result.message);
      else {
        this.#show(result, asked);
        this.host.firstAnswerShown();
      }
    } catch {
      // A newer question replaced this one, or the engine is lost and is asked again when it is back.
    }
  }

  /**
   * @param {Answer} result
   * @param {State} asked
   */
  #show(result, asked) {
    this.result = result;
    this.state = this.stateAfter(asked, result);
    this.lastAnswered = this.state;
    this.waits = false;
    this.host.requestUpdate();
  }

  /**
   * Goes back to the last state that the engine could answer.
   * @param {string} field
   * @param {string} message
   */
  #revert(field, message) {
    this.state = this.lastAnswered;
    this.waits = false;
    this.onRefusal(field, message);
    this.host.refuse({ field, message });
    this.host.announce(message);
    this.host.requestUpdate();
  }
}

/**
 * @param {Result} result
 * @returns {result is ErrorResult}
 */
const isRefusal = (result) => result.kind === "error";
