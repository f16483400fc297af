/**
 * The worker: starts Python, stage by stage, and then answers messages one at a time.
 */

import { Failure } from "../downloads/failure.js";
import { failureSentences } from "./engine_words.js";
import { answer } from "./worker/answer.js";
import { startEngine } from "./worker/start.js";
import { WorkAhead } from "./worker/work_ahead.js";

/** @import { ErrorResult } from "../contract/messages.js" */
/** @import { FromWorker, Stage, StageTimes, ToWorker } from "../contract/engine_status.js" */

/** Bytes are told this often, in milliseconds: often enough for a bar, seldom enough to be free. */
const tellEvery = 50;

/**
 * @param {FromWorker} message
 * @param {Iterable<ArrayBuffer>} [transfer]
 */
function say(message, transfer = []) {
  postMessage(message, { transfer: [...transfer] });
}

/** How far the start has come, told to the page. */
class StartReport {
  constructor() {
    /** @type {Stage} */
    this.stage = "check";
    this.times = /** @type {StageTimes} */ ({});
    this.began = performance.now();
    this.told = 0;
    this.loaded = 0;
    this.total = 0;
    this.tell();
  }

  tell() {
    this.told = performance.now();
    say({ type: "stage", stage: this.stage, loaded: this.loaded, total: this.total });
  }

  endStage() {
    const now = performance.now();
    this.times[this.stage] = now - this.began;
    this.began = now;
  }

  /** @param {Stage} stage */
  enter(stage) {
    this.endStage();
    this.stage = stage;
    this.tell();
  }

  /**
   * @param {number} loaded
   * @param {number} total
   */
  progress(loaded, total) {
    this.loaded = loaded;
    this.total = total;
    if (loaded === total || performance.now() - this.told >= tellEvery) this.tell();
  }
}

/** @type {{later: import("./worker/later_archives.js").LaterArchives, ahead: WorkAhead} | undefined} */
let engine;

/** @param {ToWorker & {type: "start"}} wanted */
async function start(wanted) {
  const report = new StartReport();
  try {
    const { pyodide, handle, versions, later } = await startEngine(
      wanted,
      (stage) => report.enter(stage),
      (loaded, total) => report.progress(loaded, total),
    );
    report.endStage();
    engine = { later, ahead: new WorkAhead((message) => answer(pyodide, handle, message)) };
    say({ type: "ready", versions, times: report.times });
  } catch (error) {
    const reason = error instanceof Failure ? error.reason : "crashed";
    say({ type: "failed", reason, detail: String(error) });
  }
}

/** @param {ToWorker & {type: "ask"}} question */
function reply({ id, message }) {
  if (!engine) return;
  const bringing = engine.later.bringFor(message);
  if (bringing) {
    replyLater(id, bringing);
    return;
  }
  try {
    const { result, transfer } = engine.ahead.answer(message);
    say({ type: "answer", id, result }, transfer);
    engine.ahead.goOn();
  } catch (error) {
    say({ type: "crashed", detail: String(error) });
  }
}

/**
 * The page goes on with other questions while a file comes that this one needs.
 * @param {number} id
 * @param {Promise<unknown>} bringing
 */
async function replyLater(id, bringing) {
  say({ type: "later", id });
  try {
    await bringing;
    say({ type: "brought", id });
  } catch (error) {
    const reason = error instanceof Failure ? error.reason : "crashed";
    const result = { kind: "error", code: reason, message: failureSentences[reason], field: null };
    say({ type: "answer", id, result: /** @type {ErrorResult} */ (result) });
  }
}

addEventListener("message", (/** @type {MessageEvent<ToWorker>} */ { data }) => {
  if (data.type === "start") start(data);
  else reply(data);
});
