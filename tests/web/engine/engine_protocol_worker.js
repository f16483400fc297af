// A worker of Node's that speaks the engine's protocol and has no Python: it does what a message
// tells it to, so that a test can be at any point of a conversation.

import { parentPort, workerData } from "node:worker_threads";

const port = /** @type {import("node:worker_threads").MessagePort} */ (parentPort);
const stages = ["check", "download", "interpreter", "numpy", "core"];
const times = { check: 1, download: 2, interpreter: 3, numpy: 4, core: 5 };
const versions = { pyodide: "314", python: "3.14", numpy: "2.4" };

/** Of the one file that this worker fetches later: whether it came, and the question that waits for it. */
let isHere = false;
let waiting = 0;

port.on("message", (data) => {
  if (data.type === "start") start(workerData.start);
  else reply(data);
});

/** @param {string} how */
function start(how) {
  if (how === "silent") return;
  for (const stage of stages) {
    port.postMessage({ type: "stage", stage, loaded: 10, total: 20 });
    if (how === `stop at ${stage}`) return;
    if (how === "corrupt" && stage === "download") {
      port.postMessage({ type: "failed", reason: "corrupt", detail: "numpy.whl" });
      return;
    }
  }
  port.postMessage({ type: "ready", versions, times });
}

/** @param {{id: number, message: any}} question */
function reply({ id, message }) {
  if (message.kind === "hang") {
    for (;;);
  }
  if (message.kind === "hang in the first worker" && workerData.number === 1) {
    for (;;);
  }
  if (message.kind === "needs a file" && !isHere) {
    waiting = id;
    port.postMessage({ type: "later", id });
    return;
  }
  if (message.kind === "the file comes") {
    isHere = true;
    port.postMessage({ type: "brought", id: waiting });
  }
  if (message.kind === "the file does not come") {
    port.postMessage({ type: "answer", id: waiting, result: { kind: "error" } });
  }
  if (message.kind === "throw") throw new Error("a fault in the worker");
  if (message.kind === "crash") port.postMessage({ type: "crashed", detail: "memory" });
  else port.postMessage({ type: "answer", id, result: { ...message, by: workerData.number } });
}
