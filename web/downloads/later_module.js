/**
 * Modules of ours that are fetched when they are first needed.
 *
 * A browser's own import says nothing while it waits, hides why it failed, and remembers some failures
 * for as long as the page is open. So a module that fails, or keeps silent, is fetched by the one rule
 * for downloads, which finds out what is wrong and puts a good copy into the browser's cache, and is then
 * imported under another name.
 */

import { Deadline, pageClock, SILENCE } from "./deadline.js";
import { asText, downloadAs } from "./download.js";
import { Failure } from "./failure.js";

/** What a function that imports a module has in its text; a bundler has written the file's name there. */
const IMPORT = /\bimport\(\s*(["'`])([^"'`]+)\1\s*\)/;

/** A module's static imports, which a bundler puts before all else. */
const STATIC_IMPORT = /(?:\s|\/\/.*\n)*import\b[^"';]*["']([^"']+)["'];?/y;

/** So long (ms) nobody asks why a module does not come. */
const PATIENCE = SILENCE / 2;

/** @type {Map<string, Promise<any>>} modules that are here or on their way, by address */
const modules = new Map();

/** @type {Map<string, number>} how often a module was asked for, by address */
const attempts = new Map();

/**
 * @template {object} Module
 * @param {() => Promise<Module>} load imports the module, and nothing else
 * @returns {Promise<Module>} rejects with a Failure; then the next call tries anew
 */
export function bring(load) {
  const address = addressIn(load);
  if (address === null) return within(SILENCE, load().then(whole));
  let coming = modules.get(address);
  if (!coming) {
    coming = fetched(load, address);
    coming.catch(() => modules.delete(address));
    modules.set(address, coming);
  }
  return coming;
}

/**
 * @template {object} Module
 * @param {() => Promise<Module>} load
 * @param {string} address
 */
async function fetched(load, address) {
  const attempt = (attempts.get(address) ?? 0) + 1;
  attempts.set(address, attempt);
  const plain = load().then(whole);
  try {
    // What has failed once may be what the browser remembers: nobody waits for that again.
    return await within(attempt === 1 ? PATIENCE : 0, plain);
  } catch {
    // It failed, or may still come.
    const late = plain.catch(() => new Promise(() => {}));
    return Promise.race([late, fetchedAnew(address, attempt)]);
  }
}

/**
 * @param {string} address
 * @param {number} attempt
 * @returns {Promise<any>}
 */
async function fetchedAnew(address, attempt) {
  await fetchWithImports(address, new Set());
  const renamed = `${address}?retry=${attempt}`;
  try {
    return whole(await within(PATIENCE, import(renamed)));
  } catch (error) {
    if (error instanceof Failure) throw error;
    // It came whole as far as its server knows, and so did all that it imports.
    throw new Failure(error instanceof SyntaxError ? "corrupt" : "refused", String(error));
  }
}

/**
 * Fetch a script and all that it imports, past the browser's cache and into it.
 * @param {string} address
 * @param {Set<string>} known those that are looked after already
 */
async function fetchWithImports(address, known) {
  known.add(address);
  const text = await downloadAs(asText, address, { cache: "reload", silence: PATIENCE });
  const imported = staticImports(text).map((name) => new URL(name, address).href);
  await Promise.all(
    imported.filter((other) => !known.has(other)).map((other) => fetchWithImports(other, known)),
  );
}

/** @param {string} text of a module */
function staticImports(text) {
  const names = [];
  STATIC_IMPORT.lastIndex = 0;
  for (;;) {
    const name = STATIC_IMPORT.exec(text)?.[1];
    if (name === undefined) return names;
    names.push(name);
  }
}

/**
 * The address that a function imports. A function's text is its source, and scripts that were built
 * stand in one folder.
 * @param {Function} load
 * @returns {string | null} null where another bundler has its own way
 */
function addressIn(load) {
  const name = IMPORT.exec(String(load))?.[2];
  return name === undefined ? null : new URL(name, import.meta.url).href;
}

/**
 * @template {object} Module
 * @param {Module} module
 * @returns {Module}
 */
function whole(module) {
  if (Object.keys(module).length === 0) throw new Failure("corrupt", "a module with nothing in it");
  return module;
}

/**
 * @template Value
 * @param {number} milliseconds
 * @param {Promise<Value>} promise
 * @returns {Promise<Value>} rejects as `stalled` when it takes longer
 */
async function within(milliseconds, promise) {
  const deadline = new Deadline(pageClock);
  const late = new Promise((_, reject) => {
    deadline.set(milliseconds, () => reject(new Failure("stalled", "silence")));
  });
  try {
    return await Promise.race([promise, /** @type {Promise<never>} */ (late)]);
  } finally {
    deadline.clear();
  }
}
