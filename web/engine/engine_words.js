/**
 * What a reader is told about the engine: one label for each stage of its start, one sentence for
 * each way in which it can fail. Every sentence says what happened and what can be done.
 */

/** @type {Record<import("../contract/engine_status.js").Stage, string>} */
export const stageLabels = {
  check: "Looking at what this browser can run",
  download: "Downloading Python and NumPy",
  interpreter: "Starting Python",
  numpy: "Importing NumPy",
  core: "Importing the network code",
};

/** @type {Record<import("../contract/engine_status.js").Reason, string>} */
export const failureSentences = {
  no_worker:
    "This page could not start its background worker, so it shows recorded results; try again, or look whether a content blocker is in the way.",
  wasm_blocked:
    "WebAssembly is blocked here, by the browser's settings or by this site's security policy, so Python cannot run; what was recorded still works.",
  unsupported:
    "This browser is too old to run this version of Python; a newer one will, and what was recorded still works.",
  fetch_blocked:
    "A request for Python's files got no answer: the network is down or something blocks it; check the connection and try again.",
  not_found:
    "One of Python's files is missing on the server; the page may just have been updated, so try again, or reload.",
  server_error: "The server refused to send one of Python's files; try again in a moment.",
  stalled:
    "The download of Python stopped half-way and no more came; check the connection and try again.",
  corrupt:
    "One of Python's files arrived damaged or in another version than this page expects; try again to fetch it afresh.",
  refused:
    "The browser refused to run one of Python’s scripts, though it came whole: the server may send it as another kind of file, or something forbids it; reload the page.",
  no_kernel:
    "This page was made from a notebook and has no kernel, so it shows recorded results; open the notebook itself to change them.",
  crashed:
    "Python crashed, and starting it again did not help; your network is unchanged, and you can try once more.",
  unresponsive:
    "Python did not answer in time and was stopped; your network is unchanged, and you can try again.",
};

/**
 * Of a question whose worker was lost while it worked on it; a new worker is on its way.
 * @type {Record<"crashed" | "unresponsive", string>}
 */
export const lossSentences = {
  crashed: "Python crashed while it worked on this, and is being started again.",
  unresponsive: "Python did not answer this in time; it was stopped and is being started again.",
};

export const stoppedSentence = "The calculation was stopped.";

export const letGoSentence = "The engine is not needed here any more.";

/**
 * In a notebook the engine is its kernel.
 * @type {Partial<typeof stageLabels>}
 */
export const kernelLabels = { check: "Waiting for the notebook’s kernel" };
