import { KnownRun } from "../known_run.js";
import { pinnedRun, playgroundMessage, settingsOf } from "../playground_state.js";

/** @import { FigureHost } from "../../../kit/figure/figure_host.js" */
/** @import { Surface } from "../../../kit/charts/surface_messages.js" */
/** @import { CompareMessage, CompareResult, PlaygroundResult } from "../playground_messages.js" */
/** @import { PinnedRun, PlaygroundState } from "../playground_state.js" */

/**
 * What is known of a run that is kept.
 * @typedef {object} KeptRun
 * @property {KnownRun} known
 * @property {Surface} surface
 * @property {string | null} ended
 */

/** Values along each edge of its little surface. */
const RESOLUTION = 50;

/** The runs that a reader keeps beside the present one. Those that a link names are trained again, in slices. */
export class PinnedRuns {
  /** @param {FigureHost} host */
  constructor(host) {
    this.host = host;
    /** @type {Map<string, KeptRun>} by settings and epochs */
    this.runs = new Map();
    /** @type {string[]} what differs from the first: of each further run, and of the present one */
    this.differences = [];
    this.comparedKey = "";
    this.isAsking = false;
  }

  /**
   * What is known of each kept run; null: nothing yet.
   * @param {PlaygroundState} state
   */
  of(state) {
    return state.pins.map((pin) => this.runs.get(keyOf(stateOf(state, pin))) ?? null);
  }

  /**
   * Takes over what is known of the present run.
   * @param {PlaygroundState} state
   * @param {KnownRun} known
   * @param {PlaygroundResult} result
   */
  keep(state, known, { surface, ended }) {
    this.runs.set(keyOf(state), { known: known.copy(), surface, ended });
  }

  /**
   * Asks for what is missing, one question after the other, while the figure is in sight.
   * @param {() => PlaygroundState} now
   */
  async ask(now) {
    if (this.isAsking) return;
    this.isAsking = true;
    try {
      while (this.host.visible && this.host.status.kind === "ready") {
        if (!((await this.#compare(now())) || (await this.#goOn(now())))) break;
        this.host.requestUpdate();
      }
    } catch {
      // The engine is lost: it is asked again when it is back.
    } finally {
      this.isAsking = false;
    }
  }

  /**
   * @param {PlaygroundState} state
   * @returns {Promise<boolean>} whether there was something to ask
   */
  async #compare(state) {
    const runs = [...state.pins.map((pin) => stateOf(state, pin)), state].map(settingsOnly);
    const key = JSON.stringify(runs);
    if (state.pins.length === 0 || key === this.comparedKey) return false;
    /** @type {CompareMessage} */
    const message = { kind: "playground_compare", runs };
    const answer = await this.host.ask(message, { latest: "compare" });
    this.comparedKey = key;
    if (answer.kind !== "error") {
      this.differences = /** @type {CompareResult} */ (answer).differences;
    }
    return true;
  }

  /**
   * @param {PlaygroundState} state
   * @returns {Promise<boolean>} whether there was a run to go on with
   */
  async #goOn(state) {
    const wanted = state.pins.map((pin) => stateOf(state, pin));
    const keys = new Set(wanted.map(keyOf));
    for (const key of this.runs.keys()) if (!keys.has(key)) this.runs.delete(key);
    const run = wanted.find((each) => isUnfinished(each, this.runs.get(keyOf(each))));
    if (!run) return false;
    const before = this.runs.get(keyOf(run)) ?? null;
    const message = { ...playgroundMessage(run, before?.known), resolution: RESOLUTION };
    const answer = await this.host.ask(message, { latest: "kept run" });
    if (answer.kind === "error") return false;
    const result = /** @type {PlaygroundResult} */ (answer);
    const known = before?.known ?? new KnownRun(run, result);
    if (!result.start) known.goOn(run, result);
    this.runs.set(keyOf(run), { known, surface: result.surface, ended: result.ended });
    return true;
  }
}

/**
 * The state that shows a kept run alone.
 * @param {PlaygroundState} state
 * @param {PinnedRun} pin
 * @returns {PlaygroundState}
 */
const stateOf = (state, pin) => ({ ...state, ...pin, example: null });

/** @param {PlaygroundState} state */
const keyOf = (state) =>
  JSON.stringify([settingsOf(state), state.epochs, state.steps, state.changes]);

/** @param {PlaygroundState} state */
function settingsOnly({ seed, shows_test_data, discretised, ...state }) {
  const run = pinnedRun({ seed, shows_test_data, discretised, ...state });
  const { epochs: _e, steps: _s, changes, ...settings } = run;
  return { ...settings, seed, shows_test_data, discretised, changes: changes.length };
}

/**
 * @param {PlaygroundState} state
 * @param {KeptRun | undefined} run
 */
const isUnfinished = ({ epochs }, run) =>
  run === undefined || (run.ended === null && run.known.run.epoch < epochs);
