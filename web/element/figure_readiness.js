import { EngineError } from "../engine/engine_error.js";

/** @import { EngineStatus } from "../contract/engine_status.js" */

/**
 * How far a figure is, as the page around it can see: `data-state` on the element, and a promise for
 * the first answer from Python.
 */
export class FigureReadiness {
  /** @param {HTMLElement} element */
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
    this.begin();
  }

  /** What is waited for is another answer: the figure opens, or Python starts after all. */
  begin() {
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
    if (this.isSettled) this.begin();
    this.isReady = false;
    this.isSettled = true;
    this.reject(reason);
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
    const { engine, isReady, isBusy } = this;
    const waits = engine === "ready" && !isReady;
    const works = engine === "ready" && isBusy;
    this.element.dataset.state = waits ? "loading" : works ? "busy" : engine;
  }
}
