import { nextPicture } from "./next_picture.js";

/** @import { ErrorResult, Result } from "../../contract/messages.js" */
/** @import { FigureHost } from "./figure_host.js" */

/**
 * A figure's state and the engine's answer to it, kept together. Every change asks; what the engine
 * refuses is taken back. Until Python is there, recorded answers are shown where there are any, and
 * `waits` says that the answer shown is not that of the state.
 *
 * A figure says in its own class what a state asks (`message`), what was recorded for it
 * (`recorded`), and what of an answer goes back into the state (`adopt`).
 *
 * @template {object} State
 * @template {Result} Answer
 */
export class AnsweredState {
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
    this.answered = state;
    /** The result is not yet that of the state, because Python is not there. */
    this.waits = false;
    /** An answer is on its way. */
    this.isAsking = false;
    this.question = 0;
    /** @type {(field: string, message: string) => void} told when the engine refuses a field */
    this.onRefusal = () => {};
  }

  /**
   * The question that the engine answers with everything that a state shows.
   * @param {State} _state
   * @returns {{kind: Answer["kind"]}}
   */
  message(_state) {
    throw new Error("a figure says what it asks");
  }

  /**
   * The recorded answer to a state, or null.
   * @param {State} _state
   * @returns {Answer | null}
   */
  recorded(_state) {
    return null;
  }

  /**
   * The state as an answer leaves it; meanwhile the reader may have looked elsewhere.
   * @param {State} asked
   * @param {Answer} _result
   * @returns {State}
   */
  adopt(asked, _result) {
    return asked;
  }

  /**
   * Looks elsewhere: nothing is computed.
   * @param {Partial<State>} partial
   */
  look(partial) {
    this.state = { ...this.state, ...partial };
    this.answered = { ...this.answered, ...partial };
    this.host.changed();
    this.host.requestUpdate();
  }

  /**
   * @param {State} state
   * @returns {Promise<void>} fulfilled when its answer is there, or none will come
   */
  become(state) {
    this.state = state;
    this.host.changed();
    this.host.requestUpdate();
    return this.ask();
  }

  /** Asks the engine for all that the state shows; until Python is there, what was recorded. */
  async ask() {
    this.question += 1;
    const { question, state: asked } = this;
    const isReady = this.host.status.kind === "ready";
    const recorded = this.recorded(asked);
    if (recorded && !isReady) this.#show(recorded, asked);
    this.waits = !recorded && !isReady;
    if (!isReady) {
      if (!recorded) this.host.start();
      return;
    }
    this.isAsking = true;
    // What the reader did is seen at once: the answer is drawn into the picture after.
    const isSeen = nextPicture();
    try {
      /** @type {Answer | ErrorResult} */
      const result = await this.host.ask(this.message(asked), { latest: "answer" });
      await isSeen;
      if (question !== this.question) return;
      this.isAsking = false;
      if (isRefusal(result)) this.#takeBack(result.field ?? "state", result.message);
      else {
        this.#show(result, asked);
        this.host.answered();
      }
    } catch {
      // A newer question took its place, or the engine is lost: when it is ready again it is asked.
    }
  }

  /**
   * @param {Answer} result
   * @param {State} asked
   */
  #show(result, asked) {
    this.result = result;
    this.state = this.adopt(asked, result);
    this.answered = this.state;
    this.waits = false;
    this.host.requestUpdate();
  }

  /**
   * Back to the last state that the engine could answer.
   * @param {string} field
   * @param {string} message
   */
  #takeBack(field, message) {
    this.state = this.answered;
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
