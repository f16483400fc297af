import { exactly } from "../../state/training_slice.js";
import { replayedRun } from "./replay.js";

/** @import { Result, TrainingState, TrainMessage } from "../../contract/messages.js" */
/** @import { TrainingRecord } from "../../state/training_record.js" */
/** @import { Leg } from "../../state/training_legs.js" */

/**
 * Where a run is to be looked at. `state` null: at the start; `ended`: by that rule; `legs`: how it
 * was trained, null: as the settings say.
 * @typedef {{state: TrainingState | null, ended: string | null, legs: Leg[] | null}} Standing
 */

/**
 * A look that is owed. `keepsRecord`: what is shown is right, and the engine only confirms it.
 * @typedef {Standing & {keepsRecord: boolean}} Wanted
 */

/** @type {Standing} */
export const START = { state: null, ended: null, legs: null };

/**
 * @typedef {object} LookPort
 * @property {() => boolean} mayAsk
 * @property {() => Omit<TrainMessage, "state" | "epochs">} message network, data and training settings
 * @property {(message: TrainMessage) => Promise<Result>} ask
 * @property {(wanted: Wanted, result: Result, run: TrainingRecord | null) => void} see `run`: the one
 *   that led there
 */

/** The picture that a figure owes its reader: asked for as soon as it can be, and until it comes. */
export class OwedLook {
  /** @param {LookPort} port */
  constructor(port) {
    this.port = port;
    /** @type {Wanted | null} */
    this.wanted = { ...START, keepsRecord: true };
    this.isLooking = false;
  }

  /** @param {Wanted | null} wanted in place of what was owed before */
  want(wanted) {
    this.wanted = wanted;
    this.pay();
  }

  /** Ask for what is owed. When no answer comes, the next status asks again. */
  async pay() {
    if (this.isLooking) return;
    this.isLooking = true;
    const { port } = this;
    try {
      while (this.wanted && port.mayAsk()) {
        const { wanted } = this;
        const { state } = wanted;
        const ask = async (/** @type {TrainMessage} */ message) =>
          wanted === this.wanted ? port.ask(message) : null;
        const run = state && (await replayedRun(port.message(), { ...wanted, state }, ask));
        const result = run?.last ?? (await ask(exactly(port.message(), state, 0)));
        if (!result || wanted !== this.wanted) continue;
        this.wanted = null;
        port.see(wanted, result, run);
      }
    } catch {
      // The engine was lost; the picture is still wanted when it comes back.
    } finally {
      this.isLooking = false;
    }
  }
}
