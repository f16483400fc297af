/**
 * Where the engine stands, and what crosses between its client on the page and its worker.
 * Types only; this file imports nothing and runs nothing.
 */

/**
 * The steps of a start, in order:
 * `check` the worker runs and this browser may compile WebAssembly; `download` every file of the
 * runtime, verified; `interpreter` Python starts; `numpy` NumPy is imported; `core` py/backprop is.
 * @typedef {"check" | "download" | "interpreter" | "numpy" | "core"} Stage
 */

/**
 * Why the engine is not there:
 * `no_worker` the worker's script could not be loaded or run; `wasm_blocked` WebAssembly may not be
 * compiled; `unsupported` the browser is too old for this Python; `fetch_blocked` a request got no
 * answer; `not_found` the server has no such file; `server_error` the server refused in another
 * way; `stalled` no byte came for too long; `corrupt` a file is not the one that was built; `refused`
 * the browser does not run a script that is in order; `no_kernel` the page was made of a notebook, and no
 * kernel is behind it;
 * `crashed` the interpreter died; `unresponsive` it did not answer in time.
 * @typedef {"no_worker" | "wasm_blocked" | "unsupported" | "fetch_blocked" | "not_found"
 *   | "server_error" | "stalled" | "corrupt" | "refused" | "no_kernel" | "crashed" | "unresponsive"} Reason
 */

/** @typedef {{pyodide: string, python: string, numpy: string}} EngineVersions */

/**
 * How long each stage of the start took, in milliseconds, as the worker saw it.
 * @typedef {Record<Stage, number>} StageTimes
 */

/** @typedef {{kind: "recorded"}} RecordedStatus nothing has been started; figures show what was recorded */

/**
 * @typedef {object} LoadingStatus
 * @property {"loading"} kind
 * @property {Stage} stage
 * @property {number} loaded bytes that have come, after decompression
 * @property {number} total bytes of all files; 0 until known
 * @property {string} label what happens now, for the reader
 */

/**
 * Python is there and answers, as long as nothing else is said: messages come and go unannounced.
 * @typedef {object} ReadyStatus
 * @property {"ready"} kind
 * @property {EngineVersions} versions
 * @property {StageTimes} times
 */

/**
 * @typedef {object} FailedStatus
 * @property {"failed"} kind
 * @property {Reason} reason
 * @property {string} message one plain sentence for the reader
 * @property {string} detail for a bug report: the file, the browser's own words; may be empty
 * @property {boolean} retry `EngineClient.retry()` is worth offering
 */

/** @typedef {RecordedStatus | LoadingStatus | ReadyStatus | FailedStatus} EngineStatus */

/**
 * What the page sends the worker. `start` comes once and first; its `silence` is how many milliseconds
 * without a byte the worker waits for a file that it fetches later, and a sandbox runs programs of readers.
 * @typedef {{type: "start", runtime: string, silence: number, isSandbox?: boolean}
 *   | {type: "ask", id: number, message: import("./messages.js").Message}} ToWorker
 */

/**
 * What the worker sends the page. `later` says that a file is on its way which the question needs, and
 * that others may be asked; then comes `brought`, and the question is to be asked again, or its answer,
 * an error. `crashed` is the last thing a worker says.
 * @typedef {{type: "stage", stage: Stage, loaded: number, total: number}
 *   | {type: "ready", versions: EngineVersions, times: StageTimes}
 *   | {type: "failed", reason: Reason, detail: string}
 *   | {type: "answer", id: number, result: import("./messages.js").Result}
 *   | {type: "later", id: number}
 *   | {type: "brought", id: number}
 *   | {type: "crashed", detail: string}} FromWorker
 */

export {};
