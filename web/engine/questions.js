import { superseded } from "./question.js";
import { WaitingLine } from "./waiting_line.js";

/** @import { Question } from "./question.js" */

/** All questions that are open: the one that the worker has now, and those that wait for it. */
export class Questions {
  constructor() {
    this.line = new WaitingLine();
    /** @type {Question | undefined} the question that the worker has now */
    this.asked = undefined;
    this.lastId = 0;
  }

  /** @param {Question} question */
  add(question) {
    question.heedSignal(() => this.line.remove(question));
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

  /**
   * @param {number} id of the question that was answered
   * @returns {Question | undefined} that question; none if the worker has not been asked it last
   */
  takeAnswered(id) {
    if (id !== this.lastId) return undefined;
    const question = this.asked;
    this.asked = undefined;
    return question;
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
    for (const question of this.line.takeAll()) question.reject(error);
  }
}
