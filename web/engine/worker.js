/**
 * The worker: starts Python, stage by stage, and then answers messages one at a time.
 */

import { answer } from "./worker/answer.js";
import { startPython } from "./worker/python.js";
import { fetchManifest, RuntimeFiles } from "./worker/runtime_files.js";
import { StartFailure } from "./worker/start_failure.js";
import { checkWasm } from "./worker/wasm_check.js";

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

const times = /** @type {StageTimes} */ ({});
/** @type {Stage} */
let stage = "check";
let stageBegan = performance.now();
const bytes = { loaded: 0, total: 0 };
let told = 0;

/** @param {Stage} next */
function enter(next) {
  const now = performance.now();
  times[stage] = now - stageBegan;
  stage = next;
  stageBegan = now;
  say({ type: "stage", stage, ...bytes });
}

/**
 * @param {number} loaded
 * @param {number} total
 */
function progress(loaded, total) {
  bytes.loaded = loaded;
  bytes.total = total;
  const now = performance.now();
  if (now - told < tellEvery && loaded < total) return;
  told = now;
  say({ type: "stage", stage, ...bytes });
}

/**
 * @param {string} runtime
 * @returns {Promise<import("./worker/python.js").RuntimeParts>}
 */
async function download(runtime) {
  const manifest = await fetchManifest(runtime);
  const files = new RuntimeFiles(runtime, manifest, progress);
  /** @type {Promise<WebAssembly.Module> | undefined} */
  let compiling;
  /** @param {Response} response */
  const compile = (response) => {
    // A clone of the real response, because the browser keeps its compiled code beside that one.
    compiling = WebAssembly.compileStreaming(response.clone());
    compiling.catch(() => {});
  };
  const names = manifest.files.map((file) => file.name);
  const all = await Promise.all(
    manifest.files.map((file) =>
      files.fetch(file, file.name.endsWith(".wasm") ? compile : undefined),
    ),
  );
  /** @param {string} ending */
  const named = (ending) => {
    const place = names.findIndex((name) => name.endsWith(ending));
    if (place === -1) throw new StartFailure("corrupt", `manifest.json: no ${ending}`);
    return all[place];
  };
  return {
    runtime,
    stdlib: named("python_stdlib.zip"),
    lock: named("pyodide-lock.json"),
    packages: [named(".whl"), named("backprop.zip")],
    wasm: await compiled(compiling),
  };
}

/**
 * @param {Promise<WebAssembly.Module> | undefined} compiling
 * @returns {Promise<WebAssembly.Module>}
 */
async function compiled(compiling) {
  if (!compiling) throw new StartFailure("corrupt", "manifest.json: no .wasm");
  try {
    return await compiling;
  } catch (error) {
    // The bytes are right, so it is the browser that does not know some instruction in them.
    throw new StartFailure("unsupported", String(error));
  }
}

/**
 * @param {string} runtime
 * @returns {Promise<{pyodide: any, handle: any}>}
 */
async function start(runtime) {
  say({ type: "stage", stage, ...bytes });
  checkWasm();
  enter("download");
  const parts = await download(runtime);
  enter("interpreter");
  const pyodide = await startPython(parts);
  enter("numpy");
  const numpy = pyodide.pyimport("numpy");
  const versions = { pyodide: pyodide.version, python: pythonVersion(pyodide), numpy: "" };
  versions.numpy = numpy.__version__;
  numpy.destroy();
  enter("core");
  const engine = pyodide.pyimport("backprop.engine");
  // A copy: the attribute itself would be destroyed with the module that it was borrowed from.
  const handle = engine.handle.copy();
  engine.destroy();
  times.core = performance.now() - stageBegan;
  say({ type: "ready", versions, times });
  return { pyodide, handle };
}

/** @param {any} pyodide */
function pythonVersion(pyodide) {
  const sys = pyodide.pyimport("sys");
  const version = sys.version.split(" ")[0];
  sys.destroy();
  return version;
}

/** @type {{pyodide: any, handle: any} | undefined} */
let python;

addEventListener("message", async (/** @type {MessageEvent<ToWorker>} */ { data }) => {
  if (data.type === "start") {
    try {
      python = await start(data.runtime);
    } catch (error) {
      const reason = error instanceof StartFailure ? error.reason : "crashed";
      say({ type: "failed", reason, detail: String(error) });
    }
  } else if (data.type === "ask" && python) {
    try {
      const { result, transfer } = answer(python.pyodide, python.handle, data.message);
      say({ type: "answer", id: data.id, result }, transfer);
    } catch (error) {
      say({ type: "crashed", detail: String(error) });
    }
  }
});
