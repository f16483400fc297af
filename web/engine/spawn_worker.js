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

/**
 * In a sandboxed frame a module cannot be made from a Blob. A classic worker can, and imports all
 * the same; Pyodide wants to be told that it is in a module, and asks as below.
 */
const LIKE_A_MODULE = `importScripts = () => { throw new TypeError("as in a module"); };
`;

/** @type {Map<string, string>} Blob URLs by the script that they import; few, and kept for respawns */
const importing = new Map();

/**
 * A module worker that runs the script at `url`. Browsers refuse to make a worker from another
 * origin's script, as in a figure on somebody else's page; there a Blob of our own imports it. A
 * sandboxed frame has an origin of its own, whatever its address says.
 * @param {string} url absolute
 * @returns {WorkerLike}
 */
export function spawnWorker(url) {
  const { origin } = globalThis;
  if (new URL(url).origin === origin) return new Worker(vouchedFor(url), { type: "module" });
  const isSandboxed = origin === "null";
  let blobUrl = importing.get(url);
  if (!blobUrl) {
    const text = (isSandboxed ? LIKE_A_MODULE : "") + importingWorkerSource(url);
    blobUrl = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
    importing.set(url, blobUrl);
  }
  return new Worker(vouchedFor(blobUrl), { type: isSandboxed ? "classic" : "module" });
}

/** @type {{createScriptURL: (url: string) => any} | undefined} */
let trust;

/**
 * A page may demand that somebody vouches for what becomes a script. Only addresses of ours come here.
 * @param {string} url
 * @returns {string} what a worker may be made from there
 */
function vouchedFor(url) {
  trust ??= /** @type {any} */ (globalThis).trustedTypes?.createPolicy("backpropagation-traced", {
    createScriptURL: (/** @type {string} */ address) => address,
  });
  return trust?.createScriptURL(url) ?? url;
}
