/**
 * Archives that a start does not wait for: each is fetched, verified and laid beside the core when
 * the first message comes that needs it. Other messages are answered meanwhile.
 */

import { installPackages } from "./python.js";
import { RuntimeFiles } from "./runtime_files.js";

/** @import { Manifest, Role, RuntimeFile } from "./runtime_files.js" */

/**
 * Kind of message → the archives without which it has no answer.
 * @type {Map<unknown, Role[]>}
 */
const NEEDS = new Map([
  ["export", ["take home", "weights"]],
  ["graph", ["graph"]],
  ["weights", ["weights"]],
  ["code", ["exercises"]],
  ["symmetry", ["experiments"]],
  ["symmetry_starts", ["experiments"]],
  ["family", ["experiments"]],
  ["family_starts", ["experiments"]],
  ["luck", ["experiments"]],
  ["luck_map", ["experiments"]],
  ["digits", ["experiments"]],
  ["playground", ["playground", "graph"]],
  ["playground_link", ["playground"]],
  ["playground_compare", ["playground"]],
]);

export class LaterArchives {
  /**
   * @param {any} pyodide
   * @param {string} runtime URL of the folder, with a slash at its end
   * @param {Manifest} manifest
   * @param {number} silence milliseconds without a byte after which a download has stalled
   */
  constructor(pyodide, runtime, manifest, silence) {
    this.pyodide = pyodide;
    this.files = new RuntimeFiles(runtime, manifest, { silence });
    this.missing = new Map((manifest.later ?? []).map((file) => [file.role, file]));
    /** @type {Map<Role, Promise<void>>} those on their way */
    this.coming = new Map();
  }

  /**
   * Bring what a message needs; a file to take home also needs what its subject needs.
   * @param {any} message
   * @returns {Promise<unknown> | undefined} undefined when everything is here already; rejects with a
   *   Failure, and then the next message asks again
   */
  bringFor(message) {
    const kinds = [message?.kind, message?.subject?.kind];
    const roles = kinds.flatMap((kind) => NEEDS.get(kind) ?? []);
    const coming = roles.flatMap((role) => this.bring(role) ?? []);
    return coming.length > 0 ? Promise.all(coming) : undefined;
  }

  /**
   * @param {Role} role
   * @returns {Promise<void> | undefined} as of `bringFor`
   */
  bring(role) {
    const file = this.missing.get(role);
    if (!file) return undefined;
    let coming = this.coming.get(role);
    if (!coming) {
      coming = this.#bring(file).finally(() => this.coming.delete(role));
      this.coming.set(role, coming);
    }
    return coming;
  }

  /** @param {RuntimeFile} file */
  async #bring(file) {
    installPackages(this.pyodide, await this.files.fetch(file));
    this.missing.delete(file.role);
  }
}
