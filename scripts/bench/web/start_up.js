// In a blank page of the bench: how long a worker takes from its making to NumPy, in milliseconds.

/**
 * The page's own engine, started as its client starts it.
 * @param {string} site URL of the built site
 * @returns {Promise<{numpy: number, ready: number, stages: Record<string, number>}>} `numpy`: until
 *   NumPy was imported; `ready`: until the core was too; `stages`: the worker's own account
 */
function startOurs(site) {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    let numpy = 0;
    const worker = new Worker(`${site}engine-worker.js`, { type: "module" });
    worker.onerror = (event) => reject(new Error(event.message));
    worker.onmessage = ({ data }) => {
      const now = performance.now() - began;
      // The stage `core` begins when NumPy is there.
      if (data.type === "stage" && data.stage === "core") numpy = now;
      if (data.type === "ready") resolve({ numpy, ready: now, stages: data.times });
      if (data.type === "failed") reject(new Error(`${data.reason}: ${data.detail}`));
    };
    worker.postMessage({ type: "start", runtime: `${site}runtime/` });
  });
}

/**
 * Pyodide as it is published.
 * @param {string} folder URL of its files and of NumPy's wheel
 * @returns {Promise<{numpy: number, stages: Record<string, number>}>}
 */
function startStock(folder) {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const worker = new Worker("stock_worker.js", { type: "module" });
    worker.onerror = (event) => reject(new Error(event.message));
    worker.onmessage = ({ data }) => {
      if (data.failure) reject(new Error(data.failure));
      else resolve({ numpy: performance.now() - began, stages: data.stages });
    };
    worker.postMessage(folder);
  });
}

Object.assign(globalThis, { startOurs, startStock });
