/**
 * The page's side of the engine: starts the worker, says where it stands, asks it one question at
 * a time, and replaces it when it does not answer.
 *
 * Messages are stateless, so a new worker knows as much as the old one: nothing has to be given
 * back to it, a figure just asks again.
 */

import {
  failureSentences,
  letGoSentence,
  lossSentences,
  stageLabels,
  stoppedSentence,
} from "../lesson/engine_words.js";
import { Deadline, deadlines, pageClock } from "./deadlines.js";
import { EngineError } from "./engine_error.js";
import { spawnWorker } from "./spawn_worker.js";
import { WaitingLine } from "./waiting_line.js";

/** @import { EngineStatus, FromWorker, Reason, ReadyStatus } from "../contract/engine_status.js" */
/** @import { Message, Result } from "../contract/messages.js" */
/** @import { Clock, Deadlines } from "./deadlines.js" */
/** @import { WorkerLike } from "./spawn_worker.js" */
/** @import { Question } from "./waiting_line.js" */

/** What a question is answered with when a newer one with its `latest` key has taken its place. */
export const superseded = Object.freeze({ kind: /** @type {const} */ ("superseded") });

/** So many workers may be lost one after the other, with no answer between, before the page gives up. */
const lossesInARow = 3;

/**
 * @typedef {object} ClientOptions
 * @property {(url: string) => WorkerLike} [createWorker]
 * @property {Partial<Deadlines>} [deadlines]
 * @property {Clock} [clock]
 */

/**
 * @typedef {object} AskOptions
 * @property {AbortSignal} [signal] when aborted, a waiting question is taken back, and the answer to
 *   one that was sent is dropped; the promise rejects with the signal's reason
 * @property {number} [deadline] milliseconds for the answer, from sending
 * @property {unknown} [from] who asks (the figure's element, say): askers take turns
 * @property {string} [latest] of the waiting questions of one asker with the same key only the
 *   newest is sent; the others are answered with `superseded`
 * @property {boolean} [again] send it once more if the worker is lost before it answers
 */

export class EngineClient {
  /**
   * @param {string | URL} baseUrl the folder that holds `engine-worker.js` and `runtime/`
   * @param {ClientOptions} [options]
   */
  constructor(baseUrl, options = {}) {
    this.baseUrl = folderUrl(baseUrl);
    /** @type {EngineStatus} */
    this.status = { kind: "recorded" };
    this.deadlines = { ...deadlines, ...options.deadlines };
    this.createWorker = options.createWorker ?? spawnWorker;
    this.deadline = new Deadline(options.clock ?? pageClock);
    this.line = new WaitingLine();
    /** @type {Set<(status: EngineStatus) => void>} */
    this.listeners = new Set();
    /** @type {WorkerLike | undefined} */
    this.worker = undefined;
    /** @type {ReadyStatus | undefined} set while the worker answers questions */
    this.ready = undefined;
    /** @type {Question | undefined} the question that the worker has now */
    this.asked = undefined;
    this.lastId = 0;
    this.losses = 0;
    this.retries = 0;
    this.holders = 0;
  }

  /**
   * Be told of every later status.
   * @param {(status: EngineStatus) => void} listener
   * @returns {() => void} ends it
   */
  subscribe(listener) {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Start the engine, if that has not been done. A failed one waits for `retry`. */
  start() {
    if (this.status.kind === "recorded") this.#spawn();
  }

  /** Start a failed engine afresh. Does nothing in any other status. */
  retry() {
    if (this.status.kind !== "failed") return;
    this.losses = 0;
    this.retries += 1;
    this.#spawn();
  }

  /** Stop what the worker is doing, now, and go on with a new one; waiting questions keep waiting. */
  restart() {
    if (!this.worker) return;
    this.#dismiss();
    this.#giveUp(new EngineError("restarted", stoppedSentence));
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
    const { signal, from, latest, again = false, deadline = this.deadlines.answer } = options;
    if (signal?.aborted) return Promise.reject(signal.reason);
    this.start();
    if (this.status.kind === "failed") return Promise.reject(this.#absence());
    return new Promise((resolve, reject) => {
      const abort = () => {
        this.line.remove(question);
        settle(reject)(signal?.reason);
      };
      /** @param {(value: any) => void} how */
      const settle = (how) => (/** @type {unknown} */ value) => {
        signal?.removeEventListener("abort", abort);
        how(value);
      };
      /** @type {Question} */
      const question = {
        message,
        from,
        latest,
        deadline,
        again,
        resolve: settle(resolve),
        reject: settle(reject),
      };
      signal?.addEventListener("abort", abort);
      this.line.add(question)?.resolve(superseded);
      this.#askNext();
    });
  }

  /** A figure holds the engine from here … */
  acquire() {
    this.holders += 1;
  }

  /**
   * … to here. When nobody holds it any more it is disposed of; not at once, because an element
   * that is moved in the document lets go and takes hold again in one breath.
   */
  release() {
    this.holders -= 1;
    queueMicrotask(() => {
      if (this.holders <= 0) this.dispose();
    });
  }

  /** End the worker and reject every question. `start` makes a new one. */
  dispose() {
    this.#dismiss();
    this.losses = 0;
    this.#show({ kind: "recorded" });
    const error = new EngineError("disposed", letGoSentence);
    this.#giveUp(error);
    for (const question of this.line.takeAll()) question.reject(error);
  }

  #spawn() {
    this.#dismiss();
    this.#show({ kind: "loading", stage: "check", loaded: 0, total: 0, label: stageLabels.check });
    try {
      const worker = this.createWorker(this.#workerUrl());
      this.worker = worker;
      worker.onmessage = (event) => this.#hear(event.data);
      worker.onerror = (event) => this.#hearError(event);
      worker.onmessageerror = (event) => this.#hearError(event);
      worker.postMessage({ type: "start", runtime: new URL("runtime/", this.baseUrl).href });
    } catch (error) {
      this.#fail("no_worker", String(error));
      return;
    }
    this.deadline.set(this.deadlines.check, () => this.#fail("no_worker", "no word from it"));
  }

  /** After a retry it has a new name, lest the browser's copy, or its policy, is what is wrong. */
  #workerUrl() {
    const url = new URL("engine-worker.js", this.baseUrl);
    if (this.retries > 0) url.searchParams.set("retry", String(this.retries));
    return url.href;
  }

  /** @param {FromWorker} said */
  #hear(said) {
    if (said.type === "stage") this.#hearStage(said);
    else if (said.type === "ready") {
      this.deadline.clear();
      this.ready = { kind: "ready", versions: said.versions, times: said.times };
      this.#show(this.ready);
      this.#askNext();
    } else if (said.type === "answer" && said.id === this.lastId) {
      const question = this.asked;
      this.asked = undefined;
      this.losses = 0;
      this.deadline.clear();
      question?.resolve(said.result);
      this.#askNext();
    } else if (said.type === "failed") this.#fail(said.reason, said.detail);
    else if (said.type === "crashed") this.#lose("crashed", said.detail);
  }

  /** @param {FromWorker & {type: "stage"}} said */
  #hearStage({ stage, loaded, total }) {
    this.#show({ kind: "loading", stage, loaded, total, label: stageLabels[stage] });
    this.deadline.set(this.deadlines[stage], () => {
      this.#fail(stage === "download" ? "stalled" : "unresponsive", `in stage ${stage}`);
    });
  }

  /** @param {{message?: string, preventDefault?: () => void}} event */
  #hearError(event) {
    event.preventDefault?.();
    const detail = event.message ?? "";
    if (this.ready) this.#lose("crashed", detail);
    else if (this.status.kind === "loading" && this.status.stage !== "check") {
      this.#fail("crashed", detail);
    } else this.#fail("no_worker", detail);
  }

  #askNext() {
    if (!this.worker || !this.ready || this.asked) return;
    const question = this.line.take();
    if (!question) {
      this.#show(this.ready);
      return;
    }
    this.asked = question;
    this.lastId += 1;
    try {
      this.worker.postMessage({ type: "ask", id: this.lastId, message: question.message });
    } catch (error) {
      // What cannot be cloned never left the page: only this question is at fault.
      this.asked = undefined;
      question.reject(error);
      this.#askNext();
      return;
    }
    this.deadline.set(question.deadline, () => this.#lose("unresponsive", "no answer"));
    this.#show({ kind: "busy" });
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
    const question = this.asked;
    if (question?.again) {
      this.asked = undefined;
      question.again = false;
      this.line.addFirst(question);
    }
    this.#giveUp(new EngineError(reason, lossSentences[reason], detail));
    this.#spawn();
  }

  /**
   * @param {Reason} reason
   * @param {string} detail
   */
  #fail(reason, detail) {
    this.#dismiss();
    this.#show({ kind: "failed", reason, message: failureSentences[reason], detail, retry: true });
    this.#giveUp(this.#absence());
    for (const question of this.line.takeAll()) question.reject(this.#absence());
  }

  /** @param {EngineError} error to reject the question with that the lost worker had */
  #giveUp(error) {
    const question = this.asked;
    this.asked = undefined;
    question?.reject(error);
  }

  #absence() {
    if (this.status.kind === "failed") {
      return new EngineError(this.status.reason, this.status.message, this.status.detail);
    }
    return new EngineError("disposed", letGoSentence);
  }

  /** End the worker; nothing that it still says is heard. */
  #dismiss() {
    this.deadline.clear();
    this.ready = undefined;
    if (!this.worker) return;
    this.worker.onmessage = null;
    this.worker.onerror = null;
    this.worker.onmessageerror = null;
    this.worker.terminate();
    this.worker = undefined;
  }

  /** @param {EngineStatus} status */
  #show(status) {
    if (status === this.status || (status.kind === "busy" && this.status.kind === "busy")) return;
    this.status = status;
    for (const listener of [...this.listeners]) {
      try {
        listener(status);
      } catch (error) {
        // One figure's fault must not keep the others from hearing.
        reportError(error);
      }
    }
  }
}

/**
 * @param {string | URL} url
 * @returns {string} the same address with a slash at its end
 */
function folderUrl(url) {
  const folder = new URL(url);
  if (!folder.pathname.endsWith("/")) folder.pathname += "/";
  return folder.href;
}

/** @type {Map<string, EngineClient>} */
const shared = new Map();

/**
 * The page's one engine for a base URL.
 * @param {string | URL} baseUrl
 * @returns {EngineClient}
 */
export function sharedEngine(baseUrl) {
  const url = folderUrl(baseUrl);
  const client = shared.get(url) ?? new EngineClient(url);
  shared.set(url, client);
  return client;
}
