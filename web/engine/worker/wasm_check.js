/**
 * Whether WebAssembly may be compiled here. Asked before anything is downloaded, because Pyodide's
 * own loader never comes back when a security policy forbids it.
 */

import { Failure } from "../../downloads/failure.js";

/** The shortest module there is: the magic number and the version. */
const emptyModule = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

/** @throws {Failure} `wasm_blocked` */
export function checkWasm() {
  try {
    new WebAssembly.Module(emptyModule);
  } catch (error) {
    throw new Failure("wasm_blocked", String(error));
  }
}
