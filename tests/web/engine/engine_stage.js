// What the tests of the client stand on: a clock that they turn by hand, real workers, and a way to
// wait for a state instead of for a time.

import { Worker } from "node:worker_threads";
import { EngineClient } from "../../../web/engine/client.js";

/** A clock that stands still until it is turned. */
export class HandClock {
  constructor() {
    this.now = 0;
    /** @type {Map<number, {at: number, callback: () => void}>} */
    this.timers = new Map();
    this.lastTimer = 0;
  }

  /**
   * @param {() => void} callback
   * @param {number} milliseconds
   */
  setTimeout = (callback, milliseconds) => {
    this.lastTimer += 1;
    this.timers.set(this.lastTimer, { at: this.now + milliseconds, callback });
    return this.lastTimer;
  };

  /** @param {number} timer */
  clearTimeout = (timer) => {
    this.timers.delete(timer);
  };

  /** @param {number} milliseconds */
  turn(milliseconds) {
    const end = this.now + milliseconds;
    for (;;) {
      const due = [...this.timers].filter(([, { at }]) => at <= end);
      due.sort(([, one], [, other]) => one.at - other.at);
      if (due.length === 0) break;
      const [timer, { at, callback }] = due[0];
      this.timers.delete(timer);
      this.now = at;
      callback();
    }
    this.now = end;
  }
}

/**
 * A client whose workers run `engine_protocol_worker.js`.
 * @param {{after: (hook: () => void) => void}} t ends the workers with the test
 * @param {string[]} [starts] how each worker starts; the last one holds for all that follow
 * @param {(url: string, silence: number) => Promise<any>} [whyAbsent] what is wrong with its script
 */
export function staged(t, starts = ["well"], whyAbsent = async () => "no_worker") {
  const clock = new HandClock();
  /** @type {Worker[]} */
  const workers = [];
  const createWorker = () => {
    const number = workers.length + 1;
    const start = starts[Math.min(number, starts.length) - 1];
    if (start === "refused") throw new Error("no workers here");
    const worker = new Worker(new URL("engine_protocol_worker.js", import.meta.url), {
      workerData: { start, number },
    });
    workers.push(worker);
    /** @type {import("../../../web/engine/spawn_worker.js").WorkerLike} */
    const face = {
      postMessage: (message) => worker.postMessage(message),
      terminate: () => worker.terminate(),
      onmessage: null,
      onerror: null,
      onmessageerror: null,
    };
    worker.on("message", (data) => face.onmessage?.({ data }));
    worker.on("error", (error) => face.onerror?.(error));
    return face;
  };
  const client = new EngineClient("http://engine.test/a", { createWorker, clock, whyAbsent });
  /** @type {import("../../../web/contract/engine_status.js").EngineStatus[]} */
  const seen = [];
  client.subscribe((status) => seen.push(status));
  t.after(() => client.dispose());
  return { client, clock, workers, seen };
}

/**
 * @param {EngineClient} client
 * @param {(status: any) => boolean} wanted
 * @returns {Promise<any>} the first status, from now on, that is wanted
 */
export function reached(client, wanted) {
  if (wanted(client.status)) return Promise.resolve(client.status);
  return new Promise((resolve) => {
    const end = client.subscribe((status) => {
      if (!wanted(status)) return;
      end();
      resolve(status);
    });
  });
}

/**
 * @param {any} message anything: these workers answer with what they were asked
 * @returns {import("../../../web/contract/messages.js").Message}
 */
export function like(message) {
  return message;
}

/**
 * @param {EngineClient} client
 * @returns {string} the reason of a failure, else the kind of its status
 */
export function standing({ status }) {
  return status.kind === "failed" ? status.reason : status.kind;
}
