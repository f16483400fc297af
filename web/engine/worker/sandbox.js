/**
 * What is taken from a worker that runs programs of readers: memory without a bound, and the ways to the
 * network, to storage and to the page. Python's own door to the browser is closed with them.
 */

const MOST_BYTES = 256 * 2 ** 20;
const PAGE_BYTES = 65_536;

/** What a worker reaches others by. */
const WAYS_OUT = [
  ...["fetch", "XMLHttpRequest", "WebSocket", "WebSocketStream", "WebTransport", "EventSource"],
  ...["Worker", "SharedWorker", "BroadcastChannel", "RTCPeerConnection", "importScripts"],
  ...["indexedDB", "caches", "cookieStore", "navigator", "Notification", "FontFace"],
];

/** Python's modules that speak with the browser. */
const DOORS = ["js", "pyodide_js", "pyodide.http", "pyodide.code", "_pyodide_core"];

/** From here on the interpreter gets no more memory than `MOST_BYTES`: Python then says MemoryError. */
export function limitMemory() {
  const { grow } = WebAssembly.Memory.prototype;
  WebAssembly.Memory.prototype.grow = function (pages) {
    if (this.buffer.byteLength + pages * PAGE_BYTES > MOST_BYTES) {
      throw new RangeError("a reader's program wants more memory than it may have");
    }
    return grow.call(this, pages);
  };
}

/** @param {any} pyodide after everything that it needs has come */
export function closeWaysOut(pyodide) {
  for (const name of WAYS_OUT) {
    for (let at = globalThis; at; at = Object.getPrototypeOf(at)) {
      delete (/** @type {any} */ (at)[name]);
    }
    Object.defineProperty(globalThis, name, { value: undefined });
  }
  const sys = pyodide.pyimport("sys");
  for (const name of DOORS) sys.modules.set(name, null);
  sys.destroy();
}
