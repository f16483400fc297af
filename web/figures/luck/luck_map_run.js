import { SlicedRun } from "../../kit/playback/sliced_run.js";
import { firstSetting } from "./luck_state.js";

/** @import { ErrorResult } from "../../contract/messages.js" */
/** @import { FigureHost } from "../../kit/figure/figure_host.js" */
/** @import { LuckMapMessage, LuckMapResult } from "./luck_messages.js" */
/** @import { LuckState } from "./luck_state.js" */

/** A map of settings, trained cell by cell once the reader has asked for it. */
export class LuckMapRun extends SlicedRun {
  /**
   * @param {FigureHost} host
   * @param {() => LuckState} state
   */
  constructor(host, state) {
    super(host);
    this.state = state;
    /** @type {{settings: string, result: LuckMapResult} | null} the cells that are trained */
    this.known = null;
  }

  /** The cells of the map that the state asks for. */
  get result() {
    return this.known?.settings === settingsOf(this.state()) ? this.known.result : null;
  }

  /** Ends a run whose settings are no longer those of the state. */
  stopIfOther() {
    if (this.isRequested && this.known && !this.result) this.stop();
  }

  async doSlice() {
    const state = this.state();
    const solved = this.result?.cells.map((cell) => cell.solved) ?? [];
    /** @type {LuckMapResult | ErrorResult} */
    const result = await this.host.ask(mapMessage(state, solved));
    const settings = settingsOf(state);
    if (settings !== settingsOf(this.state())) return;
    if (result.kind === "error") {
      this.stop();
      this.host.announce(result.message);
      return;
    }
    this.known = { settings, result };
    if (result.done) {
      this.stop();
      this.host.announce(result.sentence);
    }
    this.host.requestUpdate();
  }
}

/**
 * What the engine is asked about a map: one cell more than is known.
 * @param {LuckState} state
 * @param {number[]} solved of the cells that are known
 * @returns {LuckMapMessage}
 */
export const mapMessage = (state, solved) => ({
  kind: "luck_map",
  dataset: state.dataset,
  ...firstSetting(state),
  across: state.map_across,
  down: state.map_down,
  solved,
});

/** What all cells of a map have in common. @param {LuckState} state */
const settingsOf = (state) => JSON.stringify(mapMessage(state, []));

/**
 * The fields that put a cell of the map beside the first setting.
 * @param {LuckState} state
 * @param {number | string} column the value of the field across
 * @param {number | string} row the value of the field down
 */
export function besideFirst({ map_across, map_down }, column, row) {
  const value = (/** @type {string} */ name, /** @type {number | string} */ given) =>
    typeof given === "string" ? { other_activation: given } : { [name]: given };
  return {
    differs: map_across,
    also_differs: map_down,
    ...value("other_value", column),
    ...value("also_value", row),
  };
}
