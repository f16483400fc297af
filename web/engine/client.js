/**
 * The page's side of the engine: starts the worker, says where it stands, asks it one question at
 * a time, and replaces it when it does not answer.
 *
 * Messages are stateless, so a new worker knows as much as the old one: nothing has to be given
 * back to it, a figure just asks again.
 */

import { Deadline, pageClock } from "../downloads/deadline.js";
import { deadlines } from "./deadlines.js";
import { EngineError } from "./engine_error.js";
import {
  failureSentences,
  letGoSentence,
  lossSentences,
  stageLabels,
  stoppedSentence,
} from "./engine_words.js";
import { folderUrl } from "./folder_url.js";
import { Question, superseded } from "./question.js";
import { Questions } from "./questions.js";
import { spawnWorker } from "./spawn_worker.js";
import { StatusBoard } from "./status_board.js";
import { WorkerLink } from "./worker_link.js";
import { WorkerScript } from "./worker_script.js";

/** @import { EngineStatus, FromWorker, Reason, ReadyStatus, Stage } from "../contract/engine_status.js" */
/** @import { Message, Result } from "../contract/messages.js" */
/** @import { Clock } from "../downloads/deadline.js" */
/** @import { Deadlines } from "./deadlines.js" */
/** @import { WorkerLike } from "./spawn_worker.js" */
/** @import { AskOptions } from "./question.js" */

export { superseded };

/** So many workers may be lost one after the other, with no answer between, before the page gives up. */
const lossesInARow = 3;

/**
 * @typedef {object} ClientOptions
 * @property {(url: string) => WorkerLike} [createWorker]
 * @property {Partial<Deadlines>} [deadlines]
 * @property {Clock} [clock]
 * @property {typeof import("./worker_script.js").whyAbsent} [whyAbsent]
 * @property {Partial<Record<Stage, string>>} [labels] of stages that are other ones there
 * @property {boolean} [isSandbox] its worker runs programs of readers
 */

export class EngineClient {
  /**
   * @param {string | URL} baseUrl the folder that holds `engine-worker.js` and `runtime/`
   * @param {ClientOptions} [options]
   */
  constructor(baseUrl, options = {}) {
    this.baseUrl = folderUrl(baseUrl);
    this.board = new StatusBoard();
    this.deadlines = { ...deadlines, ...options.deadlines };
    this.labels = { ...stageLabels, ...options.labels };
    this.createWorker = options.createWorker ?? spawnWorker;
    this.isSandbox = options.isSandbox ?? false;
    this.script = new WorkerScript(this.baseUrl, options.whyAbsent);
    this.deadline = new Deadline(options.clock ?? pageClock);
    this.grace = new Deadline(options.clock ?? pageClock);
    this.questions = new Questions();
    /** @type {WorkerLink | undefined} */
    this.worker = undefined;
    /** @type {ReadyStatus | undefined} set while the worker answers questions */
    this.ready = undefined;
    this.losses = 0;
    this.holders = 0;
  }

  /** @returns {EngineStatus} */
  get status() {
    return this.board.status;
  }

  /**
   * Be told of every later status.
   * @param {(status: EngineStatus) => void} listener
   * @returns {() => void} ends it
   */
  subscribe(listener) {
    return this.board.subscribe(listener);
  }

  /** Start the engine, if that has not been done. A failed one waits for `retry`. */
  start() {
    if (this.status.kind === "recorded") this.#spawn();
  }

  /** Start a failed engine afresh. Does nothing in any other status. */
  retry() {
    if (this.status.kind !== "failed") return;
    this.losses = 0;
    this.script.rename(false);
    this.#spawn();
  }

  /** Stop what the worker is doing, now, and go on with a new one; waiting questions keep waiting. */
  restart() {
    if (!this.worker) return;
    this.#dismiss();
    this.questions.giveUpAsked(new EngineError("restarted", stoppedSentence));
    this.#spawn();
  }

  /** @returns {Promise<ReadyStatus>} rejects with an EngineError if the start fails */
  whenReady() {
    this.start();
    if (this.ready) return Promise.resolve(this.ready);
    return new Promise((resolve, reject) => {
      const look = () => {
        if (this.status.kind === "loading") return;
        end();
        if (this.ready) resolve(this.ready);
        else reject(this.#absence());
      };
      const end = this.subscribe(look);
      look();
    });
  }

  /**
   * Ask Python. Starts the engine if need be; while it loads, questions wait.
   * @param {Message} message
   * @param {AskOptions} [options]
   * @returns {Promise<Result | typeof superseded>} rejects with an EngineError when the engine is lost
   *   or not to be had, and with the signal's reason when aborted
   */
  ask(message, options = {}) {
    if (options.signal?.aborted) return Promise.reject(options.signal.reason);
    this.start();
    if (this.status.kind === "failed") return Promise.reject(this.#absence());
    const question = new Question(message, options);
    this.questions.add(question);
    this.#askNext();
    return question.answer;
  }

  /** A figure needs the engine, until it calls `release`. */
  acquire() {
    this.holders += 1;
    this.grace.clear();
  }

  /** A figure needs it no more. When none has needed it for a while it is disposed of. */
  release() {
    this.holders -= 1;
    if (this.holders <= 0) this.grace.set(this.deadlines.grace, () => this.dispose());
  }

  /** End the worker and reject every question. `start` makes a new one. */
  dispose() {
    this.grace.clear();
    this.#dismiss();
    this.losses = 0;
    this.questions.giveUpAll(new EngineError("disposed", letGoSentence));
    this.board.show({ kind: "recorded" });
  }

  // What listeners hear comes last everywhere below: they may ask, retry or dispose at once.

  #spawn() {
    this.#dismiss();
    try {
      this.worker = new WorkerLink(
        this.createWorker(this.script.url),
        (said) => this.#hear(said),
        (detail) => this.#hearError(detail),
      );
      const runtime = new URL("runtime/", this.baseUrl).href;
      const silence = this.deadlines.download;
      this.worker.tell({ type: "start", runtime, silence, isSandbox: this.isSandbox });
    } catch (error) {
      this.#fail("no_worker", String(error));
      return;
    }
    this.deadline.set(this.deadlines.check, () => this.#explainAbsence("no word from it"));
    this.#showLoading("check", 0, 0);
  }

  /**
   * @param {Stage} stage
   * @param {number} loaded
   * @param {number} total
   */
  #showLoading(stage, loaded, total) {
    this.board.show({ kind: "loading", stage, loaded, total, label: this.labels[stage] });
  }

  /** @param {FromWorker} said */
  #hear(said) {
    if (said.type === "stage") this.#hearStage(said);
    else if (said.type === "ready") {
      this.deadline.clear();
      this.script.isSecondTry = false;
      this.ready = { kind: "ready", versions: said.versions, times: said.times };
      this.board.show(this.ready);
      this.#askNext();
    } else if (said.type === "answer" || said.type === "later" || said.type === "brought") {
      this.questions.hear(said);
      if (!this.questions.asked) {
        this.losses = 0;
        this.deadline.clear();
      }
      this.#askNext();
    } else if (said.type === "failed" && said.reason === "no_worker") {
      this.#explainAbsence(said.detail);
    } else if (said.type === "failed") this.#fail(said.reason, said.detail);
    else if (said.type === "crashed") this.#lose("crashed", said.detail);
  }

  /** @param {FromWorker & {type: "stage"}} said */
  #hearStage({ stage, loaded, total }) {
    this.deadline.set(this.deadlines[stage], () => {
      this.#fail(stage === "download" ? "stalled" : "unresponsive", `in stage ${stage}`);
    });
    this.#showLoading(stage, loaded, total);
  }

  /** @param {string} detail */
  #hearError(detail) {
    if (this.ready) this.#lose("crashed", detail);
    else if (this.status.kind === "loading" && this.status.stage !== "check") {
      this.#fail("crashed", detail);
    } else this.#explainAbsence(detail);
  }

  /** @param {string} detail of a worker without a word; it may still come, while its script is seen to */
  async #explainAbsence(detail) {
    const { worker } = this;
    this.deadline.clear();
    const reason = await this.script.whyAbsent(detail, this.deadlines.download / 2);
    if (!worker || worker !== this.worker || worker.hasSpoken) return;
    if (reason) this.#fail(reason, detail);
    else {
      this.script.rename(true);
      this.#spawn();
    }
  }

  #askNext() {
    const { worker, questions } = this;
    if (!worker || !this.ready || questions.asked) return;
    const question = questions.putNext((id, { message }) =>
      worker.tell({ type: "ask", id, message }),
    );
    if (!question) return;
    this.deadline.set(question.deadline ?? this.deadlines.answer, () =>
      this.#lose("unresponsive", "no answer"),
    );
  }

  /**
   * The worker is lost in the middle of its work: take a new one.
   * @param {"crashed" | "unresponsive"} reason
   * @param {string} detail
   */
  #lose(reason, detail) {
    this.losses += 1;
    if (this.losses >= lossesInARow) {
      this.#fail(reason, detail);
      return;
    }
    this.#dismiss();
    this.questions.askAgain();
    this.questions.giveUpAsked(new EngineError(reason, lossSentences[reason], detail));
    this.#spawn();
  }

  /**
   * @param {Reason} reason
   * @param {string} detail
   */
  #fail(reason, detail) {
    this.#dismiss();
    const message = failureSentences[reason];
    this.questions.giveUpAll(new EngineError(reason, message, detail));
    this.board.show({ kind: "failed", reason, message, detail, retry: reason !== "no_kernel" });
  }

  #absence() {
    if (this.status.kind === "failed") {
      return new EngineError(this.status.reason, this.status.message, this.status.detail);
    }
    return new EngineError("disposed", letGoSentence);
  }

  /** The worker goes; what waits for one of its files waits for the next worker. */
  #dismiss() {
    this.deadline.clear();
    this.ready = undefined;
    this.worker?.end();
    this.worker = undefined;
    this.questions.putAllBack();
  }
}
