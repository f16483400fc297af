/**
 * What a reader has written and solved, kept on the reader's machine. Where a browser keeps nothing, it
 * lasts as long as the page.
 */

const KEY = "backpropagation-traced:code";

/** @typedef {{solved: string[], programs: Record<string, string>}} Progress */

/** @type {Progress} */
const NOTHING = { solved: [], programs: {} };

export class TaskProgress {
  constructor() {
    this.kept = read();
  }

  /** @returns {string[]} names of tasks */
  get solved() {
    return this.kept.solved;
  }

  /**
   * @param {string} task
   * @returns {string | null}
   */
  programFor(task) {
    return this.kept.programs[task] ?? null;
  }

  /**
   * @param {string} task
   * @param {string | null} program null: the one to begin with
   */
  keepProgram(task, program) {
    const { [task]: _, ...others } = this.kept.programs;
    this.#keep({
      ...this.kept,
      programs: program === null ? others : { ...others, [task]: program },
    });
  }

  /** @param {string} task */
  keepSolved(task) {
    if (this.solved.includes(task)) return;
    this.#keep({ ...this.kept, solved: [...this.solved, task] });
  }

  forget() {
    this.#keep(NOTHING);
  }

  /** @param {Progress} progress */
  #keep(progress) {
    this.kept = progress;
    try {
      localStorage.setItem(KEY, JSON.stringify(progress));
    } catch {
      // The browser keeps nothing, or has no room.
    }
  }
}

/** @returns {Progress} what was kept, as far as it is what this program writes */
function read() {
  try {
    const { solved, programs } = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    const isText = (/** @type {unknown} */ value) => typeof value === "string";
    return {
      solved: Array.isArray(solved) ? solved.filter(isText) : [],
      programs: Object.fromEntries(
        Object.entries(programs ?? {}).filter(([, text]) => isText(text)),
      ),
    };
  } catch {
    return NOTHING;
  }
}
