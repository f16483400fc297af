/** @import { EngineStatus } from "../contract/engine_status.js" */

/** Where the engine stands, told to everyone who wants to know. */
export class StatusBoard {
  constructor() {
    /** @type {EngineStatus} */
    this.status = { kind: "recorded" };
    /** @type {Set<(status: EngineStatus) => void>} */
    this.listeners = new Set();
  }

  /**
   * @param {(status: EngineStatus) => void} listener told of every later status
   * @returns {() => void} ends it
   */
  subscribe(listener) {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** @param {EngineStatus} status told unless it says what is known already */
  show(status) {
    if (status === this.status) return;
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
