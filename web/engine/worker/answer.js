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
 * @returns {{result: Result, transfer: Set<ArrayBuffer>}} the memory of its arrays beside the result
 * @throws {PythonCrash}
 */
export function answer(pyodide, handle, message) {
  /** @type {Set<ArrayBuffer>} */
  const transfer = new Set();
  try {
    return { result: tidy(plainAnswer(pyodide, handle, message), transfer), transfer };
  } catch (error) {
    return { result: internalError(error), transfer };
  }
}

/**
 * @param {any} pyodide
 * @param {any} handle
 * @param {unknown} message
 * @returns {Result}
 */
function plainAnswer(pyodide, handle, message) {
  /** @type {any[]} */
  const proxies = [];
  try {
    const request = pyodide.toPy(message);
    if (request instanceof pyodide.ffi.PyProxy) proxies.push(request);
    const answered = handle.callKwargs(request, { arrays: true });
    proxies.push(answered);
    return answered.toJs({ dict_converter: Object.fromEntries, create_pyproxies: false });
  } finally {
    for (const proxy of proxies) proxy.destroy();
  }
}

/**
 * Only an exception of Python's leaves the interpreter fit for the next message. It is known by
 * its name: a dead interpreter does not even give out its classes.
 * @param {any} error
 * @returns {ErrorResult}
 * @throws {PythonCrash}
 */
function internalError(error) {
  if (error?.name !== "PythonError" || error.pyodide_fatal_error) {
    throw new PythonCrash(String(error));
  }
  return {
    kind: "error",
    code: "internal",
    message: `The core failed on this request (${error.type}); please report it.`,
    field: null,
  };
}

/**
 * Python's None arrives as `undefined`; the contract, and what was recorded as JSON, say `null`.
 * @param {any} value plain data, changed in place
 * @param {Set<ArrayBuffer>} transfer is given the memory of every array
 * @returns {any} the value
 */
function tidy(value, transfer) {
  if (value === undefined) return null;
  if (typeof value !== "object" || value === null) return value;
  if (ArrayBuffer.isView(value)) transfer.add(/** @type {ArrayBuffer} */ (value.buffer));
  else for (const key of Object.keys(value)) value[key] = tidy(value[key], transfer);
  return value;
}
