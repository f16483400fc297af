/**
 * The interpreter, started from files that are in memory already. With `worker.js`, the only code
 * that knows Pyodide.
 */

import { filesInArchive } from "./archive.js";
import { StartFailure } from "./start_failure.js";

/** @typedef {Uint8Array<ArrayBuffer>} Bytes */

/**
 * @typedef {object} RuntimeParts
 * @property {string} runtime URL of the folder, with a slash at its end
 * @property {Bytes} stdlib Python's standard library
 * @property {Bytes} lock Pyodide's list of packages
 * @property {Bytes[]} packages archives that go on Python's path
 * @property {WebAssembly.Module} wasm the interpreter, compiled
 */

/**
 * Start Python. NumPy and the core are laid into its file system before it looks there first.
 * @param {RuntimeParts} parts
 * @returns {Promise<any>} Pyodide's interface
 */
export async function startPython({ runtime, stdlib, lock, packages, wasm }) {
  const [{ loadPyodide }, interpreter] = await Promise.all([
    import(/* @vite-ignore */ `${runtime}pyodide.mjs`),
    import(/* @vite-ignore */ `${runtime}pyodide.asm.mjs`),
  ]);
  /** @type {Promise<never>} */
  const failure = new Promise((_, reject) => {
    serve(runtime, stdlib, wasm, reject);
  });
  const start = loadPyodide({
    indexURL: runtime,
    packageBaseUrl: runtime,
    lockFileContents: JSON.parse(new TextDecoder().decode(lock)),
    createPyodideModule: interpreter.default,
    convertNullToNone: true,
    fsInit: async (/** @type {any} */ fs, /** @type {{sitePackages: string}} */ places) => {
      for (const archive of packages) install(fs, archive, places.sitePackages);
    },
  });
  try {
    return await Promise.race([start, failure]);
  } finally {
    Object.assign(globalThis, { fetch: networkFetch });
    Object.assign(WebAssembly, { instantiateStreaming });
  }
}

const networkFetch = globalThis.fetch;
const instantiateStreaming = WebAssembly?.instantiateStreaming;

/**
 * Pyodide fetches its own files. Until it has started, `fetch` gives it those that are here, and
 * streaming compilation the module that was compiled while it came.
 * @param {string} runtime
 * @param {Bytes} stdlib
 * @param {WebAssembly.Module} wasm
 * @param {(reason: StartFailure) => void} onFailure Pyodide only logs a failure to instantiate,
 *   and then waits for ever
 */
function serve(runtime, stdlib, wasm, onFailure) {
  const wasmUrl = `${runtime}pyodide.asm.wasm`;
  const inMemory = new Map([
    [wasmUrl, () => new Response(null)],
    [`${runtime}python_stdlib.zip`, () => new Response(stdlib)],
  ]);
  let asked = false;
  globalThis.fetch = async (input, init) => {
    const response = inMemory.get(String(input instanceof Request ? input.url : input));
    return response ? response() : networkFetch(input, init);
  };
  WebAssembly.instantiateStreaming = async (source, imports) => {
    if (asked) return instantiateStreaming(source, imports);
    asked = true;
    try {
      return { module: wasm, instance: await WebAssembly.instantiate(wasm, imports) };
    } catch (error) {
      onFailure(new StartFailure("unsupported", String(error)));
      throw error;
    }
  };
}

/**
 * @param {any} fs Emscripten's file system
 * @param {Bytes} archive
 * @param {string} folder
 */
function install(fs, archive, folder) {
  const made = new Set();
  for (const { name, bytes } of filesInArchive(archive)) {
    const path = `${folder}/${name}`;
    const parent = path.slice(0, path.lastIndexOf("/"));
    if (!made.has(parent)) fs.mkdirTree(parent);
    made.add(parent);
    // Owned, not copied: the archive's own memory is the file's.
    fs.writeFile(path, bytes, { canOwn: true });
  }
}
