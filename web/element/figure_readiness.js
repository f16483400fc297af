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
    /** @type {() => void} */
    this.fulfil = () => {};
    /** @type {Promise<void>} */
    this.ready = new Promise((resolve) => {
      this.fulfil = resolve;
    });
  }

  /** @param {EngineStatus["kind"]} engine */
  hear(engine) {
    this.engine = engine;
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
