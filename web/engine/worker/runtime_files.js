/** The files of the runtime, each by the one rule for downloads, counted as they come. */

import { asJson, download, downloadAs, MOST_BYTES } from "../../downloads/download.js";
import { Failure } from "../../downloads/failure.js";
import { unpacked } from "../../downloads/packed.js";

/**
 * What a file is for: `loader` and `glue` are Pyodide's two scripts, `interpreter` the wasm, `numpy`
 * the wheel, `engine` the core, `take home` what makes files for readers, `graph` the graphs of any formula,
 * `exercises` the tasks that they solve in code, `experiments` the named studies that they rerun, `weights`
 * what reads and writes weights.
 * @typedef {"loader" | "glue" | "interpreter" | "standard library" | "lock" | "numpy" | "engine"
 *   | "take home" | "graph" | "exercises" | "playground" | "experiments" | "weights"} Role
 */

/**
 * @typedef {object} RuntimeFile
 * @property {string} name
 * @property {number} bytes as they come, after what the server did to them
 * @property {string} sha256 of these, in hexadecimal
 * @property {number} [unpacked] bytes of the file itself, where it comes packed
 * @property {Role} role
 */

/**
 * What a start fetches, and what is fetched `later`, when it is needed.
 * @typedef {{files: RuntimeFile[], later?: RuntimeFile[], pyodide: string, numpy: string}} Manifest
 */

/** @typedef {(loaded: number, total: number) => void} OnProgress */

const SHA_256 = /^[0-9a-f]{64}$/;

/**
 * The manifest names the files; it is asked for anew each time, so that after an update of the
 * site an old one from the cache does not refuse the new files.
 * @param {string} runtime URL of the folder, with a slash at its end
 * @returns {Promise<Manifest>} rejects with a Failure
 */
export async function fetchManifest(runtime) {
  return downloadAs(asManifest, `${runtime}manifest.json`, { cache: "no-cache" });
}

/** @param {Uint8Array<ArrayBuffer>} bytes */
function asManifest(bytes) {
  const found = asJson(bytes);
  if (!isManifest(found)) throw new TypeError("no list of files");
  return found;
}

/**
 * Looked at before room is made for what it promises.
 * @param {any} found
 * @returns {found is Manifest}
 */
function isManifest(found) {
  return areFiles(found?.files) && (found.later === undefined || areFiles(found.later));
}

/** @param {any} found */
function areFiles(found) {
  return Array.isArray(found) && found.every(isFile);
}

/** @param {any} found */
function isFile(found) {
  const areSizes = isSize(found?.bytes) && (found.unpacked === undefined || isSize(found.unpacked));
  return areSizes && typeof found.name === "string" && SHA_256.test(found.sha256);
}

/** @param {any} found */
function isSize(found) {
  return Number.isInteger(found) && found >= 0 && found <= MOST_BYTES;
}

export class RuntimeFiles {
  /**
   * @param {string} runtime URL of the folder, with a slash at its end
   * @param {Manifest} manifest
   * @param {object} [options]
   * @param {OnProgress} [options.onProgress]
   * @param {number} [options.silence] milliseconds without a byte after which a file has stalled; without
   *   it the page watches, which is told of every byte
   */
  constructor(runtime, manifest, { onProgress = () => {}, silence } = {}) {
    this.runtime = runtime;
    this.files = manifest.files;
    this.total = manifest.files.reduce((sum, file) => sum + file.bytes, 0);
    this.loaded = 0;
    this.onProgress = onProgress;
    this.silence = silence;
  }

  /**
   * Fetch one file, verify it, and unpack it if it is packed.
   * @param {RuntimeFile} file
   * @param {(response: Response) => void} [onResponse] given each response before its body is read
   * @returns {Promise<Uint8Array<ArrayBuffer>>} rejects with a Failure
   */
  async fetch({ name, bytes, sha256, unpacked: size }, onResponse) {
    const fetched = await download(this.runtime + name, {
      bytes,
      sha256,
      silence: this.silence,
      onResponse,
      onBytes: (length) => {
        this.loaded += length;
        this.onProgress(this.loaded, this.total);
      },
    });
    if (size === undefined) return fetched;
    const file = await unpacked(fetched, size);
    if (file.length < size)
      throw new Failure("corrupt", `${name}: ${file.length} of ${size} bytes`);
    return file;
  }
}
