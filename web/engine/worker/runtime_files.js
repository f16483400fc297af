/**
 * The files of the runtime, fetched side by side, counted as they come, and verified.
 *
 * The browser says "Failed to fetch" of nearly everything; here a missing file, a refused request,
 * a broken connection and a damaged file each get their own reason. Silence is not seen from here:
 * the page has a deadline for it.
 */

import { StartFailure } from "./start_failure.js";

/**
 * What a file is for: `loader` and `glue` are Pyodide's two scripts, `interpreter` the wasm, `numpy`
 * the wheel, `engine` the core, and `take home` what makes files for readers.
 * @typedef {"loader" | "glue" | "interpreter" | "standard library" | "lock" | "numpy" | "engine"
 *   | "take home"} Role
 */

/**
 * @typedef {object} RuntimeFile
 * @property {string} name
 * @property {number} bytes after decompression
 * @property {string} sha256 in hexadecimal
 * @property {Role} role
 */

/**
 * What a start fetches, and what is fetched `later`, when it is needed.
 * @typedef {{files: RuntimeFile[], later?: RuntimeFile[], pyodide: string, numpy: string}} Manifest
 */

/** @typedef {(loaded: number, total: number) => void} OnProgress */

/** No file of a runtime is larger: the interpreter, the largest, has some ten million bytes. */
const MOST_BYTES = 100_000_000;
const SHA_256 = /^[0-9a-f]{64}$/;

/**
 * What a browser's old copy may be the reason of.
 * @type {Set<import("../../contract/engine_status.js").Reason>}
 */
const maybeStale = new Set(["corrupt", "not_found"]);

/** The browser's own: while Pyodide starts, the global one answers from what was fetched here. */
const fetchFromHost = globalThis.fetch.bind(globalThis);

/**
 * @param {string} url
 * @param {RequestInit} options
 * @returns {Promise<Response>}
 */
async function respond(url, options) {
  let response;
  try {
    response = await fetchFromHost(url, options);
  } catch (error) {
    throw new StartFailure("fetch_blocked", `${url}: ${error}`);
  }
  if (response.ok) return response;
  response.body?.cancel().catch(() => {});
  const missing = response.status === 404 || response.status === 410;
  throw new StartFailure(missing ? "not_found" : "server_error", `${url}: ${response.status}`);
}

/**
 * @param {Response} response
 * @param {number} size bytes that the build counted
 * @param {(bytes: number) => void} onBytes told the length of every chunk
 * @returns {Promise<Uint8Array<ArrayBuffer>>} of exactly `size`
 */
async function readBody(response, size, onBytes) {
  const bytes = new Uint8Array(size);
  const reader = /** @type {ReadableStream<Uint8Array>} */ (response.body).getReader();
  let length = 0;
  for (;;) {
    let chunk;
    try {
      chunk = await reader.read();
    } catch (error) {
      throw new StartFailure("fetch_blocked", `${response.url}: ${error}`);
    }
    if (chunk.done) break;
    if (length + chunk.value.length > size) {
      reader.cancel().catch(() => {});
      throw new StartFailure("corrupt", `${response.url}: longer than ${size} bytes`);
    }
    bytes.set(chunk.value, length);
    length += chunk.value.length;
    onBytes(chunk.value.length);
  }
  if (length < size) {
    throw new StartFailure("corrupt", `${response.url}: ${length} of ${size} bytes`);
  }
  return bytes;
}

/**
 * @param {string} hexadecimal
 * @returns {Uint8Array}
 */
function bytesOfHash(hexadecimal) {
  const pairs = hexadecimal.match(/../g) ?? [];
  return Uint8Array.from(pairs, (pair) => Number.parseInt(pair, 16));
}

/**
 * Pages served over plain HTTP have no `crypto.subtle`; there `fetch` itself compares the hash, of
 * the copy that the browser has just put into its cache.
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {string} url
 * @param {string} sha256
 */
async function verify(bytes, url, sha256) {
  const expected = bytesOfHash(sha256);
  if (globalThis.crypto?.subtle) {
    const found = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    if (found.every((byte, place) => byte === expected[place])) return;
  } else {
    const integrity = `sha256-${btoa(String.fromCharCode(...expected))}`;
    const same = await fetchFromHost(url, { integrity, cache: "force-cache" }).catch(() => null);
    if (same) return;
  }
  throw new StartFailure("corrupt", `${url}: not the file that was built`);
}

/**
 * The manifest names the files; it is asked for anew each time, so that after an update of the
 * site an old one from the cache does not refuse the new files.
 * @param {string} runtime URL of the folder, with a slash at its end
 * @returns {Promise<Manifest>}
 */
export async function fetchManifest(runtime) {
  const response = await respond(`${runtime}manifest.json`, { cache: "no-cache" });
  const manifest = await response.json().catch(() => null);
  if (isManifest(manifest)) return manifest;
  throw new StartFailure("corrupt", `${runtime}manifest.json: no list of files`);
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
  const isSize = Number.isInteger(found?.bytes) && found.bytes >= 0 && found.bytes <= MOST_BYTES;
  return isSize && typeof found.name === "string" && SHA_256.test(found.sha256);
}

export class RuntimeFiles {
  /**
   * @param {string} runtime URL of the folder, with a slash at its end
   * @param {Manifest} manifest
   * @param {OnProgress} onProgress
   */
  constructor(runtime, manifest, onProgress) {
    this.runtime = runtime;
    this.files = manifest.files;
    this.total = manifest.files.reduce((sum, file) => sum + file.bytes, 0);
    this.loaded = 0;
    this.onProgress = onProgress;
  }

  /**
   * Fetch one file and verify it. What the browser has kept is taken without asking the server: its
   * hash tells whether it is still right. A file that is not the one expected, or not there, is
   * fetched once more past the browser's cache, which may hold an older version or a damaged copy.
   * @param {RuntimeFile} file
   * @param {(response: Response) => void} [onResponse] given the response before its body is read;
   *   what it wants of it, it clones. Called again for the second fetch.
   * @returns {Promise<Uint8Array<ArrayBuffer>>} rejects with a StartFailure
   */
  async fetch(file, onResponse) {
    try {
      return await this.#fetchOnce(file, { cache: "force-cache" }, onResponse);
    } catch (error) {
      if (!(error instanceof StartFailure) || !maybeStale.has(error.reason)) throw error;
      return await this.#fetchOnce(file, { cache: "reload" }, onResponse);
    }
  }

  /**
   * @param {RuntimeFile} file
   * @param {RequestInit} options
   * @param {((response: Response) => void) | undefined} onResponse
   */
  async #fetchOnce(file, options, onResponse) {
    const url = this.runtime + file.name;
    const response = await respond(url, options);
    onResponse?.(response);
    let counted = 0;
    try {
      const bytes = await readBody(response, file.bytes, (length) => {
        counted += length;
        this.#count(length);
      });
      await verify(bytes, url, file.sha256);
      return bytes;
    } catch (error) {
      this.#count(-counted);
      throw error;
    }
  }

  /** @param {number} bytes */
  #count(bytes) {
    this.loaded += bytes;
    this.onProgress(this.loaded, this.total);
  }
}
