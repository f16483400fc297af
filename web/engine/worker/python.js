/**
 * The interpreter, started from files that the worker fetches itself. With the entry `worker.js` and
 * `start.js`, the only code that knows Pyodide.
 */

import { Failure } from "../../downloads/failure.js";
import { filesInArchive } from "./archive.js";

/** @typedef {Uint8Array<ArrayBuffer>} Bytes */

/** @typedef {{loadPyodide: any, createPyodideModule: any}} Interpreter */

/**
 * @typedef {object} InterpreterFiles
 * @property {string} runtime URL of the folder, with a slash at its end
 * @property {Bytes} lock Pyodide's list of packages
 * @property {Promise<Bytes>} stdlib Python's standard library
 * @property {Promise<WebAssembly.Module>} wasm the interpreter, compiled
 */

/**
 * The interpreter's two scripts. They have been fetched and verified; here the browser takes them
 * from its cache, with the byte code that it keeps beside them.
 * @param {string} runtime
 * @returns {Promise<Interpreter>} rejects with a Failure
 */
export async function importInterpreter(runtime) {
  try {
    const [loader, interpreter] = await Promise.all([
      import(`${runtime}pyodide.js`),
      import(`${runtime}pyodide.asm.js`),
    ]);
    return { loadPyodide: loader.loadPyodide, createPyodideModule: interpreter.default };
  } catch (error) {
    throw new Failure("refused", String(error));
  }
}

/**
 * Start Python.
 * @param {Interpreter} interpreter
 * @param {InterpreterFiles} files
 * @returns {Promise<any>} Pyodide's interface
 */
export async function startPython({ loadPyodide, createPyodideModule }, files) {
  const memory = new MemoryServer(files);
  try {
    const start = loadPyodide({
      indexURL: files.runtime,
      packageBaseUrl: files.runtime,
      lockFileContents: JSON.parse(new TextDecoder().decode(files.lock)),
      createPyodideModule,
      convertNullToNone: true,
    });
    return await Promise.race([start, memory.failure]);
  } finally {
    memory.close();
  }
}

/**
 * Pyodide fetches its own files. While this is open, `fetch` gives it the standard library that the
 * worker has fetched, and streaming compilation the module that was compiled while it came.
 */
class MemoryServer {
  /** @param {InterpreterFiles} files */
  constructor({ runtime, stdlib, wasm }) {
    this.fetch = globalThis.fetch;
    this.instantiateStreaming = WebAssembly.instantiateStreaming;
    /** Marks the request for the interpreter's wasm; its body is not read. */
    const wasmResponse = new Response(null);
    /** @type {(reason: unknown) => void} */
    let fail;
    /**
     * Rejects when something of the interpreter fails. Pyodide is not told: it would only log that,
     * and wait for ever.
     * @type {Promise<never>}
     */
    this.failure = new Promise((_, reject) => {
      fail = reject;
    });
    /**
     * @template T
     * @param {Promise<T>} part
     * @returns {Promise<T>} never settled when the part fails
     */
    const unlessItFails = (part) =>
      part.catch((error) => {
        fail(error);
        return new Promise(() => {});
      });
    const module = unlessItFails(wasm);
    const library = unlessItFails(stdlib);
    WebAssembly.instantiateStreaming = async (source, imports) => {
      if ((await source) !== wasmResponse) return this.instantiateStreaming(source, imports);
      return unlessItFails(instantiate(await module, imports));
    };
    globalThis.fetch = async (input, init) => {
      const url = String(input instanceof Request ? input.url : input);
      if (url === `${runtime}pyodide.asm.wasm`) return wasmResponse;
      if (url === `${runtime}python_stdlib.zip`) return new Response(await library);
      return this.fetch.call(globalThis, input, init);
    };
  }

  close() {
    globalThis.fetch = this.fetch;
    WebAssembly.instantiateStreaming = this.instantiateStreaming;
  }
}

/**
 * @param {WebAssembly.Module} module
 * @param {WebAssembly.Imports | undefined} imports
 */
async function instantiate(module, imports) {
  try {
    return { module, instance: await WebAssembly.instantiate(module, imports) };
  } catch (error) {
    throw new Failure("unsupported", String(error));
  }
}

/**
 * Lay archives where Python looks for packages.
 * @param {any} pyodide
 * @param {Bytes[]} archives
 */
export function installPackages(pyodide, ...archives) {
  const fs = pyodide.FS;
  const folder = pyodide.runPython("import site; site.getsitepackages()[0]");
  const made = new Set();
  for (const { name, bytes } of archives.flatMap(filesInArchive)) {
    const path = `${folder}/${name}`;
    const parent = path.slice(0, path.lastIndexOf("/"));
    if (!made.has(parent)) fs.mkdirTree(parent);
    made.add(parent);
    // Owned, not copied: the archive's own memory is the file's.
    fs.writeFile(path, bytes, { canOwn: true });
  }
  const importlib = pyodide.pyimport("importlib");
  importlib.invalidate_caches();
  importlib.destroy();
}
