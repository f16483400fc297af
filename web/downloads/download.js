/**
 * The one way in which a page and its worker fetch a file.
 *
 * The browser says "Failed to fetch" of nearly everything; here a missing file, a refused request, a
 * broken connection, a silence and a damaged file each get their own reason. Nothing is handed over
 * that is not whole, and of what the build has counted and hashed nothing but just that.
 */

import { Deadline, pageClock } from "./deadline.js";
import { Failure } from "./failure.js";
import { missed } from "./missed.js";

/**
 * @typedef {object} Expectation
 * @property {number} [bytes] the file's size after decompression
 * @property {string} [sha256] in hexadecimal
 * @property {RequestCache} [cache] how the browser's cache is asked first. Without it what the browser
 *   has kept is taken unasked if a hash will tell whether it is still right, else as the server said
 * @property {number} [silence] milliseconds without a byte after which the download has stalled; without
 *   it nobody watches
 * @property {(bytes: number) => void} [onBytes] told the length of every chunk, and of a file that was
 *   not right the negative of all
 * @property {(response: Response) => void} [onResponse] given the response before its body is read;
 *   what it wants of it, it clones. Called again if the file is asked for again.
 */

/**
 * What bytes say; throws, or rejects, at those that cannot be such a file.
 * @template Content
 * @typedef {(bytes: Uint8Array<ArrayBuffer>) => Content | Promise<Content>} Read
 */

/** No file is larger, whatever a server sends; the largest of ours has some ten million bytes. */
export const MOST_BYTES = 100_000_000;

/**
 * What a browser's cache may be the reason of: an older version, a damaged copy, or what the server
 * answered in a bad moment, which browsers keep too.
 * @type {Set<import("../contract/engine_status.js").Reason>}
 */
const maybeStale = new Set(["corrupt", "not_found", "server_error"]);

/** The browser's own: while Pyodide starts, the global one answers from what was fetched here. */
const fetchFromHost = globalThis.fetch?.bind(globalThis);

/**
 * Fetch a file. One that is not right is asked for once more, past the browser's cache.
 * @param {string} url
 * @param {Expectation} [expected]
 * @returns {Promise<Uint8Array<ArrayBuffer>>} rejects with a Failure
 */
export function download(url, expected) {
  return downloadAs((bytes) => bytes, url, expected);
}

/**
 * Fetch what a file says.
 * @template Content
 * @param {Read<Content>} read
 * @param {string} url
 * @param {Expectation} [expected]
 * @returns {Promise<Content>} rejects with a Failure
 */
export async function downloadAs(read, url, expected = {}) {
  const cache = expected.sha256 ? "force-cache" : "default";
  try {
    return await readAs(read, await downloadOnce(url, { cache, ...expected }), url);
  } catch (error) {
    if (!(error instanceof Failure) || !maybeStale.has(error.reason)) throw error;
    return await fetchedPastCaches(read, url, expected);
  }
}

/**
 * @template Content
 * @param {Read<Content>} read
 * @param {string} url
 * @param {Expectation} expected
 */
async function fetchedPastCaches(read, url, expected) {
  try {
    return await readAs(read, await downloadOnce(url, { ...expected, cache: "reload" }), url);
  } catch (error) {
    const { reason } = /** @type {Failure} */ (error);
    if (reason === "not_found" || reason === "corrupt") missed.dispatchEvent(new Event("missed"));
    throw error;
  }
}

/** @param {Uint8Array<ArrayBuffer>} bytes */
export const asText = (bytes) => new TextDecoder().decode(bytes);

/** @param {Uint8Array<ArrayBuffer>} bytes */
export const asJson = (bytes) => JSON.parse(asText(bytes));

/**
 * @template Content
 * @param {Read<Content>} read
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {string} url
 */
async function readAs(read, bytes, url) {
  try {
    return await read(bytes);
  } catch (error) {
    if (error instanceof Failure && error.reason === "unsupported") throw error;
    throw new Failure("corrupt", `${url}: ${error}`);
  }
}

/**
 * @param {string} url
 * @param {Expectation} expected
 */
async function downloadOnce(url, { bytes, sha256, cache, silence, onBytes, onResponse }) {
  const quiet = new AbortController();
  const deadline = new Deadline(pageClock);
  const heard = () => silence !== undefined && deadline.set(silence, () => quiet.abort());
  let counted = 0;
  try {
    heard();
    const response = await respond(url, { cache, signal: quiet.signal });
    onResponse?.(response);
    const body = await readBody(response, bytes, (length) => {
      heard();
      counted += length;
      onBytes?.(length);
    });
    if (sha256) await verify(body, url, sha256);
    return body;
  } catch (error) {
    if (counted > 0) onBytes?.(-counted);
    if (quiet.signal.aborted) throw new Failure("stalled", `${url}: silence`);
    throw error;
  } finally {
    deadline.clear();
  }
}

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
    throw new Failure("fetch_blocked", `${url}: ${error}`);
  }
  if (response.ok) return response;
  response.body?.cancel().catch(() => {});
  const missing = response.status === 404 || response.status === 410;
  throw new Failure(missing ? "not_found" : "server_error", `${url}: ${response.status}`);
}

/**
 * @param {Response} response
 * @param {number | undefined} size bytes that the build counted
 * @param {(bytes: number) => void} onBytes told the length of every chunk
 * @returns {Promise<Uint8Array<ArrayBuffer>>} of exactly `size`, where that is known
 */
async function readBody(response, size, onBytes) {
  const reader = /** @type {ReadableStream<Uint8Array>} */ (response.body).getReader();
  const most = size ?? MOST_BYTES;
  const chunks = [];
  let length = 0;
  for (;;) {
    let chunk;
    try {
      chunk = await reader.read();
    } catch (error) {
      throw new Failure("fetch_blocked", `${response.url}: ${error}`);
    }
    if (chunk.done) break;
    length += chunk.value.length;
    if (length > most) {
      reader.cancel().catch(() => {});
      throw new Failure("corrupt", `${response.url}: longer than ${most} bytes`);
    }
    chunks.push(chunk.value);
    onBytes(chunk.value.length);
  }
  if (size !== undefined && length < size) {
    throw new Failure("corrupt", `${response.url}: ${length} of ${size} bytes`);
  }
  return joined(chunks, length);
}

/**
 * @param {Uint8Array[]} chunks
 * @param {number} length of all together
 */
export function joined(chunks, length) {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
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
  throw new Failure("corrupt", `${url}: not the file that was built`);
}
