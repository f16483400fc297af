import { html, nothing } from "lit";
import { saveFile } from "../../../kit/take_home/saved_file.js";
import { PINS, pinnedRun } from "../playground_state.js";
import { words } from "../playground_words.js";
import { compareView, runsText } from "./compare_view.js";
import { PinnedRuns } from "./pinned_runs.js";

/** @import { FigureHost } from "../../../kit/figure/figure_host.js" */
/** @import { StateFromOpening } from "../../../kit/figure/state_from_opening.js" */
/** @import { KnownRun } from "../known_run.js" */
/** @import { PlaygroundCurve, PlaygroundResult } from "../playground_messages.js" */
/** @import { PlaygroundState } from "../playground_state.js" */

/**
 * The figure whose runs are compared.
 * @typedef {object} Compared
 * @property {StateFromOpening<PlaygroundState, PlaygroundResult>} shown
 * @property {() => KnownRun} known the present run
 * @property {(partial: Record<string, unknown>) => void} set
 * @property {(run: KnownRun) => void} goOnFrom the present run stands there from now on
 */

/** The part of the figure in which runs are kept, read beside each other, opened again and saved. */
export class Comparison {
  /**
   * @param {FigureHost} host
   * @param {Compared} figure
   */
  constructor(host, figure) {
    this.figure = figure;
    this.pinned = new PinnedRuns(host);
  }

  get #runs() {
    return this.pinned.of(this.figure.shown.state);
  }

  /** Of each kept run; null where it has not been trained again yet. */
  get curves() {
    return this.#runs.map((run) => run?.known.curve ?? null);
  }

  /** In the order of their canvases. */
  get surfaces() {
    return this.#runs.flatMap((run) => run?.surface ?? []);
  }

  /** Asks for what is missing. */
  ask() {
    this.pinned.ask(() => this.figure.shown.state);
  }

  /** A run that has begun can be kept. */
  button() {
    const { state, result } = this.figure.shown;
    if (result.run.epoch + result.run.step === 0 || state.pins.length >= PINS.maximum)
      return nothing;
    return html`<button class="button" @click=${() => this.#keep()}>${words.keep}</button>`;
  }

  /** @param {PlaygroundCurve} curve of the present run */
  template(curve) {
    const { state } = this.figure.shown;
    const { differences } = this.pinned;
    return compareView(
      { runs: this.#runs, differences, curve, epoch: state.read_epoch },
      {
        open: (index) => this.#open(index),
        drop: (index) => this.figure.set({ pins: state.pins.toSpliced(index, 1) }),
        save: () => this.#save(curve),
      },
    );
  }

  /** Keeps the present run as it stands; the same settings are kept once. */
  #keep() {
    const { state, result } = this.figure.shown;
    const { epoch: epochs, step: steps } = result.run;
    const reached = { ...state, epochs, steps };
    const run = pinnedRun(reached);
    const isSame = (/** @type {object} */ pin) =>
      JSON.stringify({ ...pin, epochs, steps }) === JSON.stringify(run);
    this.pinned.keep(reached, this.figure.known(), result);
    const others = state.pins.filter((pin) => !isSame(pin));
    this.figure.set({ epochs, steps, pins: [...others, run] });
  }

  /** @param {number} index of a kept run, which becomes the present one */
  #open(index) {
    const run = this.#runs[index];
    if (run) this.figure.goOnFrom(run.known);
    this.figure.set({ ...this.figure.shown.state.pins[index], example: null });
  }

  /** @param {PlaygroundCurve} curve of the present run */
  #save(curve) {
    const { differences } = this.pinned;
    const named = this.curves.map((kept, index) => ({
      name: words.runName(index + 1),
      differences: differences[index - 1] ?? "",
      curve: kept,
    }));
    const now = { name: words.now, differences: differences[named.length - 1] ?? "", curve };
    const text = runsText([...named, now]);
    saveFile("playground-runs.csv", new Blob([text], { type: "text/csv" }));
  }
}
