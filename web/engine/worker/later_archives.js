/**
 * Archives that a start does not wait for: each is fetched, verified and laid beside the core when
 * the first message comes that needs it.
 */

import { installPackages } from "./python.js";
import { RuntimeFiles } from "./runtime_files.js";

/** @import { Manifest, Role } from "./runtime_files.js" */

/**
 * Kind of message → the archive without which it has no answer.
 * @type {Map<unknown, Role>}
 */
const NEEDS = new Map([["export", "take home"]]);

export class LaterArchives {
  /**
   * @param {any} pyodide
   * @param {string} runtime URL of the folder, with a slash at its end
   * @param {Manifest} manifest
   */
  constructor(pyodide, runtime, manifest) {
    this.pyodide = pyodide;
    this.files = new RuntimeFiles(runtime, manifest, () => {});
    this.missing = new Map((manifest.later ?? []).map((file) => [file.role, file]));
  }

  /**
   * Bring what a message needs.
   * @param {any} message
   * @returns {Promise<void> | undefined} undefined when everything is here already; rejects with a
   *   StartFailure, and then the next message asks again
   */
  bringFor(message) {
    const role = NEEDS.get(message?.kind);
    const file = role && this.missing.get(role);
    if (!file) return undefined;
    return this.files.fetch(file).then((bytes) => {
      installPackages(this.pyodide, bytes);
      this.missing.delete(file.role);
    });
  }
}
