import { words } from "./code_words.js";

/** @import { ErrorResult } from "../../contract/messages.js" */
/** @import { FigureHost, Sandbox } from "../../kit/figure/figure_host.js" */
/** @import { JudgeMessage, Verdict } from "./code_messages.js" */

/** The program that was last run, and what came of it. */
export class ProgramRun {
  /** @param {FigureHost} host */
  constructor(host) {
    this.host = host;
    this.isRunning = false;
    /** @type {string | null} the task that it was run for */
    this.task = null;
    /** @type {string | null} the program that was run last */
    this.program = null;
    /** @type {Verdict | null} */
    this.verdict = null;
    /** @type {string | null} why there is no verdict */
    this.problem = null;
  }

  /** @returns {Sandbox | null} */
  get sandbox() {
    return this.host.site.sandbox;
  }

  /** Starts the reader's Python, so that the first run need not wait for it. */
  prepare() {
    this.#holding(async (sandbox) => {
      await sandbox.whenReady().catch(() => {});
    });
  }

  /**
   * @param {string} task
   * @param {string} program
   * @returns {Promise<void>} fulfilled when there is a verdict, or it is known why there is none
   */
  async judge(task, program) {
    if (this.isRunning) return;
    this.task = task;
    this.program = program;
    this.verdict = null;
    this.problem = null;
    this.isRunning = true;
    this.host.requestUpdate();
    if (this.sandbox) await this.#holding((sandbox) => this.#ask(sandbox, task, program));
    else this.problem = words.notebook;
    this.isRunning = false;
    this.host.requestUpdate();
  }

  /**
   * @param {Sandbox} sandbox
   * @param {string} task
   * @param {string} program
   */
  async #ask(sandbox, task, program) {
    /** @type {JudgeMessage} */
    const message = { kind: "judge", task, code: program };
    try {
      sandbox.retry();
      const answer = /** @type {Verdict | ErrorResult} */ (await sandbox.ask(message));
      if (answer.kind === "error") this.problem = answer.message;
      else {
        this.verdict = answer;
        // What it left in Python's modules is not for the next program.
        if (answer.spoilt) sandbox.restart();
      }
    } catch (error) {
      const { code, message: why } = /** @type {{code?: string, message: string}} */ (error);
      this.problem = code === "unresponsive" ? words.tooLong : why;
    }
  }

  /** @param {(sandbox: Sandbox) => Promise<void>} use */
  async #holding(use) {
    const { sandbox } = this;
    if (!sandbox) return;
    sandbox.acquire();
    try {
      await use(sandbox);
    } finally {
      sandbox.release();
    }
  }
}
