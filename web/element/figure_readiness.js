import { EngineError } from "../engine/engine_error.js";

/** @import { EngineStatus } from "../contract/engine_status.js" */

/**
 * How far a figure is, as the page around it can see: `data-state` on the element, and a promise for
 * the first answer from Python.
 */
export class FigureReadiness {
  /** @param {HTMLElement & {missing: string | null}} element */
  constructor(element) {
    this.element = element;
    /** @type {EngineStatus["kind"]} */
    this.engine = "recorded";
    this.isReady = false;
    this.isBusy = false;
    this.isSettled = true;
    this.resolve = () => {};
    /** @type {(reason: Error) => void} */
    this.reject = () => {};
    /** @type {Promise<void>} fulfilled with the answer; rejects when none will come */
    this.ready = Promise.resolve();
    this.#wait();
  }

  /** What is waited for is another answer: the figure opens, or Python starts after all. */
  begin() {
    this.#wait();
    this.#show();
  }

  #wait() {
    this.isReady = false;
    if (!this.isSettled) return;
    this.isSettled = false;
    this.ready = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
    // Whoever waits hears of a failure; that nobody waits is none.
    this.ready.catch(() => {});
  }

  /** The answer is on screen. */
  fulfil() {
    this.isSettled = true;
    this.resolve();
  }

  /** @param {Error} reason why no answer will come */
  giveUp(reason) {
    this.#wait();
    this.isSettled = true;
    this.reject(reason);
    this.#show();
  }

  /** @param {EngineStatus} status */
  hear(status) {
    const hadFailed = this.engine === "failed";
    this.engine = status.kind;
    if (status.kind === "failed") {
      this.giveUp(new EngineError(status.reason, status.message, status.detail));
    } else if (hadFailed) this.begin();
    this.#show();
  }

  /** @returns {boolean} whether this answer was the first */
  answered() {
    if (this.isReady) return false;
    this.isReady = true;
    this.#show();
    return true;
  }

  /** @param {boolean} isBusy a long computation is under way */
  setBusy(isBusy) {
    this.isBusy = isBusy;
    this.#show();
  }

  #show() {
    const { element, engine, isReady, isBusy } = this;
    const waits = engine === "ready" && !isReady;
    const works = engine === "ready" && isBusy;
    const isMissing = element.missing !== null;
    element.dataset.state = isMissing ? "failed" : waits ? "loading" : works ? "busy" : engine;
  }
}
