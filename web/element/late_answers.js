import { Deadline, pageClock } from "../downloads/deadline.js";

/** So long (ms) an answer may take before the reader is told that it has not come. */
const LONG = 5_000;

/** The questions of a figure that have waited long: nothing tells long work from a worker that is gone. */
export class LateAnswers {
  /** @param {() => void} onChange */
  constructor(onChange) {
    this.onChange = onChange;
    this.count = 0;
  }

  /**
   * @template Answer
   * @param {Promise<Answer>} answer
   * @returns {Promise<Answer>} the same
   */
  async watch(answer) {
    let isLate = false;
    const deadline = new Deadline(pageClock);
    deadline.set(LONG, () => {
      isLate = true;
      this.#add(1);
    });
    try {
      return await answer;
    } finally {
      deadline.clear();
      if (isLate) this.#add(-1);
    }
  }

  /** @param {1 | -1} change */
  #add(change) {
    this.count += change;
    this.onChange();
  }
}
