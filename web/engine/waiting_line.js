/**
 * The questions that wait for the one worker.
 *
 * Each asker has its own line, and the lines take turns, so a figure that trains does not keep
 * another's slider waiting; those of askers out of sight wait until nothing in sight is asked, for the
 * reader sees that. A question with a `latest` key takes the place of an older one of the
 * same asker and key: of all the positions of a dragged slider only the newest is asked.
 */

/** @import { Question } from "./question.js" */

export class WaitingLine {
  constructor() {
    /** @type {Map<unknown, Question[]>} in the order in which the askers have their turns */
    this.lines = new Map();
  }

  /**
   * Put a question at the end of its asker's line, or where the older one with its key stood.
   * @param {Question} question
   * @returns {Question | undefined} the older question that it replaces
   */
  add(question) {
    const line = this.lines.get(question.from);
    if (!line) {
      this.lines.set(question.from, [question]);
      return undefined;
    }
    const older =
      question.latest === undefined
        ? -1
        : line.findIndex((waiting) => waiting.latest === question.latest);
    if (older === -1) {
      line.push(question);
      return undefined;
    }
    return line.splice(older, 1, question)[0];
  }

  /**
   * Put a question before all others, as one that has been taken already.
   * @param {Question} question
   */
  addFirst(question) {
    const rest = [...this.lines].filter(([from]) => from !== question.from);
    const line = [question, ...(this.lines.get(question.from) ?? [])];
    this.lines = new Map([[question.from, line], ...rest]);
  }

  /**
   * The next question, taken out; its asker goes behind all the others.
   * @returns {Question | undefined}
   */
  take() {
    const lines = [...this.lines];
    const next = lines.find(([, [question]]) => question.isSeen()) ?? lines[0];
    if (!next) return undefined;
    const [from, [question, ...rest]] = next;
    this.lines.delete(from);
    if (rest.length > 0) this.lines.set(from, rest);
    return question;
  }

  /**
   * @param {Question} question
   * @returns {boolean} whether it was waiting
   */
  remove(question) {
    const line = this.lines.get(question.from);
    const place = line?.indexOf(question) ?? -1;
    if (!line || place === -1) return false;
    line.splice(place, 1);
    if (line.length === 0) this.lines.delete(question.from);
    return true;
  }

  /** @returns {Question[]} every question, all taken out */
  takeAll() {
    const all = [...this.lines.values()].flat();
    this.lines.clear();
    return all;
  }
}
