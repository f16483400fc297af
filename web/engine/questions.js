import { superseded } from "./question.js";
import { WaitingLine } from "./waiting_line.js";

/** @import { FromWorker } from "../contract/engine_status.js" */
/** @import { Question } from "./question.js" */

/**
 * All questions that are open: the one that the worker has now, those that wait for it, and those that
 * wait for a file which it fetches meanwhile.
 */
export class Questions {
  constructor() {
    this.line = new WaitingLine();
    /** @type {Question | undefined} the question that the worker has now */
    this.asked = undefined;
    this.lastId = 0;
    /** @type {Map<number, Question>} by number: those that wait for a file */
    this.aside = new Map();
  }

  /** @param {Question} question */
  add(question) {
    question.heedSignal(() => this.#forget(question));
    this.line.add(question)?.resolve(superseded);
  }

  /**
   * Puts the next question to the worker.
   * @param {(id: number, question: Question) => void} tell throws where a message cannot be sent
   * @returns {Question | undefined} none when no question waits
   */
  putNext(tell) {
    for (let question = this.line.take(); question; question = this.line.take()) {
      this.asked = question;
      this.lastId += 1;
      try {
        tell(this.lastId, question);
        return question;
      } catch (error) {
        // What cannot be cloned never left the page: only this question is at fault.
        this.asked = undefined;
        question.reject(error);
      }
    }
    return undefined;
  }

  /** @param {FromWorker & {type: "answer" | "later" | "brought"}} said of a question */
  hear(said) {
    if (said.type === "answer") this.#taken(said.id)?.resolve(said.result);
    else if (said.type === "brought") this.#putBack(said.id);
    else {
      const question = this.#taken(said.id);
      if (question) this.aside.set(said.id, question);
    }
  }

  /** Nobody fetches for the questions that were set aside: they go before all others again. */
  putAllBack() {
    for (const id of [...this.aside.keys()]) this.#putBack(id);
  }

  /** The worker is lost: the question that it had goes before all others, if it may be asked again. */
  askAgain() {
    const question = this.asked;
    if (!question?.again) return;
    this.asked = undefined;
    question.again = false;
    this.line.addFirst(question);
  }

  /** @param {unknown} error to reject the question with that the worker had */
  giveUpAsked(error) {
    const question = this.asked;
    this.asked = undefined;
    question?.reject(error);
  }

  /** @param {unknown} error to reject every question with */
  giveUpAll(error) {
    this.giveUpAsked(error);
    this.putAllBack();
    for (const question of this.line.takeAll()) question.reject(error);
  }

  /**
   * @param {number} id
   * @returns {Question | undefined} the question that was asked with this number, if it is open
   */
  #taken(id) {
    const question = this.aside.get(id) ?? (id === this.lastId ? this.asked : undefined);
    this.aside.delete(id);
    if (question === this.asked) this.asked = undefined;
    return question;
  }

  /** @param {number} id of a question that was set aside: it goes before all others again */
  #putBack(id) {
    const question = this.aside.get(id);
    this.aside.delete(id);
    if (question) this.line.addFirst(question);
  }

  /** @param {Question} question that nobody waits for any more */
  #forget(question) {
    this.line.remove(question);
    for (const [id, waiting] of this.aside) if (waiting === question) this.aside.delete(id);
  }
}
