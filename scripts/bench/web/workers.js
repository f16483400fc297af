// In a blank page of the bench: a worker that answers one message at a time.

/** @type {Map<string, Worker>} */
const workers = new Map();

/**
 * @param {string} name
 * @param {string} script
 * @param {WorkerType} type
 */
function openWorker(name, script, type) {
  workers.set(name, new Worker(script, { type }));
}

/**
 * @param {string} name
 * @param {unknown} message
 * @returns {Promise<any>} what it answers
 */
function askWorker(name, message) {
  return new Promise((resolve, reject) => {
    const worker = workers.get(name);
    if (!worker) throw new Error(`no worker ${name}`);
    worker.onerror = (event) => reject(new Error(event.message));
    worker.onmessage = ({ data }) => {
      if (data.failure) reject(new Error(data.failure));
      else resolve(data.result);
    };
    worker.postMessage(message);
  });
}

/** @param {string} name */
function closeWorker(name) {
  workers.get(name)?.terminate();
  workers.delete(name);
}

Object.assign(globalThis, { openWorker, askWorker, closeWorker });
