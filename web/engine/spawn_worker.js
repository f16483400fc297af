/**
 * What the client needs of a worker.
 * @typedef {object} WorkerLike
 * @property {(message: any) => void} postMessage
 * @property {() => void} terminate
 * @property {((event: any) => void) | null} onmessage
 * @property {((event: any) => void) | null} onerror
 * @property {((event: any) => void) | null} onmessageerror
 */

/**
 * The text of a worker that imports a module from another origin. The import is dynamic: a static
 * one would need that origin in the page's `worker-src` too. What the page posts before the module
 * listens is kept and handed over.
 * @param {string} url
 * @returns {string}
 */
export function importingWorkerSource(url) {
  return `const early = [];
const keep = (event) => early.push(event.data);
addEventListener("message", keep);
import(${JSON.stringify(url)}).then(
  () => {
    removeEventListener("message", keep);
    for (const data of early) dispatchEvent(new MessageEvent("message", { data }));
  },
  (error) => postMessage({ type: "failed", reason: "no_worker", detail: String(error) }),
);`;
}

/** @type {Map<string, string>} Blob URLs by the script that they import; few, and kept for respawns */
const importing = new Map();

/**
 * A module worker that runs the script at `url`. Browsers refuse to make a worker from another
 * origin's script, as in a figure on somebody else's page; there a Blob of our own imports it.
 * @param {string} url absolute
 * @returns {WorkerLike}
 */
export function spawnWorker(url) {
  if (new URL(url).origin === location.origin) return new Worker(url, { type: "module" });
  let blobUrl = importing.get(url);
  if (!blobUrl) {
    const source = new Blob([importingWorkerSource(url)], { type: "text/javascript" });
    blobUrl = URL.createObjectURL(source);
    importing.set(url, blobUrl);
  }
  return new Worker(blobUrl, { type: "module" });
}
