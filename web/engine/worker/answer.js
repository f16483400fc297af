/**
 * One message in, one plain result out. Nothing of Python's crosses: lists, dicts and numbers are
 * converted, arrays are copied into typed arrays, whose memory is handed to the page.
 */

/** @import { ErrorResult, Result } from "../../contract/messages.js" */

/** The interpreter is beyond help; only a new worker can go on. */
export class PythonCrash extends Error {}

/**
 * @param {any} pyodide
 * @param {any} handle the PyProxy of `backprop.engine.handle`
 * @param {unknown} message
 * @returns {Result}
 * @throws {PythonCrash}
 */
export function answer(pyodide, handle, message) {
  /** @type {any[]} */
  const proxies = [];
  try {
    const request = pyodide.toPy(message);
    if (request instanceof pyodide.ffi.PyProxy) proxies.push(request);
    const result = handle.callKwargs(request, { arrays: true });
    proxies.push(result);
    return result.toJs({ dict_converter: Object.fromEntries, create_pyproxies: false });
  } catch (error) {
    return internalError(pyodide, error);
  } finally {
    for (const proxy of proxies) proxy.destroy();
  }
}

/**
 * @param {any} pyodide
 * @param {any} error
 * @returns {ErrorResult}
 */
function internalError(pyodide, error) {
  const python = error instanceof pyodide.ffi.PythonError;
  if (error?.pyodide_fatal_error || !python) throw new PythonCrash(String(error));
  return {
    kind: "error",
    code: "internal",
    message: `The core failed on this request (${error.type}); please report it.`,
    field: null,
  };
}

/**
 * The memory of every typed array in a result, each once.
 * @param {unknown} value plain data
 * @param {Set<ArrayBuffer>} [found]
 * @returns {Set<ArrayBuffer>}
 */
export function transferable(value, found = new Set()) {
  if (ArrayBuffer.isView(value)) found.add(/** @type {ArrayBuffer} */ (value.buffer));
  else if (Array.isArray(value)) {
    // Lists of numbers, the bulk of a result, need no look at each.
    if (typeof value[0] === "object") for (const item of value) transferable(item, found);
  } else if (value && typeof value === "object") {
    for (const item of Object.values(value)) transferable(item, found);
  }
  return found;
}
