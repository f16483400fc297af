/** @import { FromWorker, ToWorker } from "../contract/engine_status.js" */
/** @import { WorkerLike } from "./spawn_worker.js" */

/** The line to one worker. Once it has ended, nothing that the worker still says is heard. */
export class WorkerLink {
  /**
   * @param {WorkerLike} worker
   * @param {(said: FromWorker) => void} onSaid
   * @param {(detail: string) => void} onError its script could not be run, or threw, or sent what
   *   cannot be read
   */
  constructor(worker, onSaid, onError) {
    this.worker = worker;
    /** Its script runs. */
    this.hasSpoken = false;
    worker.onmessage = ({ data }) => {
      this.hasSpoken ||= data.type !== "failed" || data.reason !== "no_worker";
      onSaid(data);
    };
    worker.onerror = (event) => {
      event.preventDefault?.();
      onError(event.message ?? "");
    };
    worker.onmessageerror = () => onError("a message that cannot be read");
  }

  /** @param {ToWorker} message */
  tell(message) {
    this.worker.postMessage(message);
  }

  end() {
    this.worker.onmessage = null;
    this.worker.onerror = null;
    this.worker.onmessageerror = null;
    this.worker.terminate();
  }
}
