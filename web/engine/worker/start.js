/**
 * One start, from the first byte to the core's own entry point.
 *
 * Files are fetched side by side, and the interpreter starts as soon as its own are here and
 * verified, while NumPy is still on its way.
 */

import { Failure } from "../../downloads/failure.js";
import { LaterArchives } from "./later_archives.js";
import { importInterpreter, installPackages, startPython } from "./python.js";
import { fetchManifest, RuntimeFiles } from "./runtime_files.js";
import { closeWaysOut, limitMemory } from "./sandbox.js";
import { checkWasm } from "./wasm_check.js";

/** @import { EngineVersions, Stage } from "../../contract/engine_status.js" */
/** @import { Manifest, OnProgress, Role } from "./runtime_files.js" */

/**
 * @typedef {object} StartedEngine
 * @property {any} pyodide
 * @property {any} handle the PyProxy of `backprop.engine.handle`, held for the worker's life
 * @property {EngineVersions} versions
 * @property {LaterArchives} later
 */

/**
 * @param {{runtime: string, silence: number, isSandbox?: boolean}} wanted the URL of the folder with the
 *   runtime's files, with a slash at its end; how many milliseconds without a byte a later download may
 *   last; whether programs of readers will run here
 * @param {(stage: Stage) => void} enter told of each stage as it begins
 * @param {OnProgress} onProgress
 * @returns {Promise<StartedEngine>} rejects with a Failure, or with what broke in Python
 */
export async function startEngine({ runtime, silence, isSandbox = false }, enter, onProgress) {
  checkWasm();
  if (isSandbox) limitMemory();
  enter("download");
  const manifest = await fetchManifest(runtime);
  const files = new ArrivingFiles(runtime, manifest, onProgress);
  const starting = startInterpreter(files);
  // Awaited below; until then a failure of it is no unhandled one.
  starting.catch(() => {});
  await files.all;
  enter("interpreter");
  const pyodide = await starting;
  enter("numpy");
  installPackages(pyodide, await files.of("numpy"), await files.of("engine"));
  const versions = { pyodide: pyodide.version, ...importNumpy(pyodide) };
  enter("core");
  const later = new LaterArchives(pyodide, runtime, manifest, silence);
  if (isSandbox) await later.bring("exercises");
  const engine = pyodide.pyimport(isSandbox ? "backprop.engine.sandbox" : "backprop.engine");
  // A copy: the attribute itself would be destroyed with the module that it was borrowed from.
  const handle = engine.handle.copy();
  engine.destroy();
  if (isSandbox) closeWaysOut(pyodide);
  return { pyodide, handle, versions, later };
}

/** The files of a manifest, each a promise of verified bytes from the start. */
class ArrivingFiles {
  /**
   * @param {string} runtime
   * @param {Manifest} manifest
   * @param {OnProgress} onProgress
   */
  constructor(runtime, manifest, onProgress) {
    this.runtime = runtime;
    const files = new RuntimeFiles(runtime, manifest, { onProgress });
    /** @type {Promise<WebAssembly.Module> | undefined} */
    this.compiling = undefined;
    /** @param {Response} response */
    const compile = (response) => {
      // A clone of the real response, because the browser keeps its compiled code beside that one.
      this.compiling = WebAssembly.compileStreaming(response.clone());
      this.compiling.catch(() => {});
    };
    /** @param {import("./runtime_files.js").RuntimeFile} file */
    const onResponse = ({ role, unpacked }) =>
      role === "interpreter" && unpacked === undefined ? compile : undefined;
    /** @type {Map<Role, Promise<Uint8Array<ArrayBuffer>>>} */
    this.arriving = new Map(
      manifest.files.map((file) => [file.role, files.fetch(file, onResponse(file))]),
    );
    this.all = Promise.all(this.arriving.values());
    // Whoever awaits a file hears of its failure; that nobody does yet is no failure of its own.
    this.all.catch(() => {});
  }

  /**
   * @param {Role} role
   * @returns {Promise<Uint8Array<ArrayBuffer>>}
   */
  async of(role) {
    const bytes = await this.arriving.get(role);
    if (!bytes) throw new Failure("corrupt", `manifest.json: no ${role}`);
    return bytes;
  }

  /** @returns {Promise<WebAssembly.Module>} compiled while it came, or else from its bytes */
  async wasm() {
    const bytes = await this.of("interpreter");
    try {
      // Streaming refuses a host that sends wasm under another type; the bytes are right all the same.
      return (await this.compiling?.catch(() => null)) ?? (await WebAssembly.compile(bytes));
    } catch (error) {
      // The bytes are right, so it is the browser that does not know some instruction in them.
      throw new Failure("unsupported", String(error));
    }
  }
}

/**
 * Pyodide sets itself up as soon as its scripts are here; the rest of the interpreter may still be
 * on its way.
 * @param {ArrivingFiles} files
 */
async function startInterpreter(files) {
  const { runtime } = files;
  await Promise.all([files.of("loader"), files.of("glue")]);
  const interpreter = await importInterpreter(runtime);
  const lock = await files.of("lock");
  const stdlib = files.of("standard library");
  return await startPython(interpreter, { runtime, lock, stdlib, wasm: files.wasm() });
}

/** @param {any} pyodide */
function importNumpy(pyodide) {
  const numpy = pyodide.pyimport("numpy");
  const sys = pyodide.pyimport("sys");
  try {
    return { python: sys.version.split(" ")[0], numpy: numpy.__version__ };
  } finally {
    numpy.destroy();
    sys.destroy();
  }
}
