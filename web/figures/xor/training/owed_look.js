import { lookAt, Replay } from "./replay.js";

/** @import { TrainAnswer, TrainingState, TrainMessage } from "../xor_messages.js" */
/** @import { Leg } from "./training_legs.js" */

/**
 * Where a run is to be looked at. `state` null: at the start; `ended`: by that rule; `legs`: how it
 * was trained, empty: nobody knows; null: as the settings say.
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
 * @property {(message: TrainMessage) => Promise<TrainAnswer>} ask
 * @property {() => number} most epochs that one message may ask for
 * @property {(wanted: Wanted, result: TrainAnswer, replay: Replay | null) => void} see `replay`: of the run
 *   that led there, as far as it has come
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
        const replay = await this.#begun(wanted);
        if (wanted !== this.wanted) continue;
        const result = replay?.run?.last ?? (await this.#look(wanted));
        if (wanted !== this.wanted) continue;
        this.wanted = null;
        port.see(wanted, result, replay);
      }
    } catch {
      // The engine was lost; the picture is still wanted when it comes back.
    } finally {
      this.isLooking = false;
    }
  }

  /**
   * The run that led there, gone through again: the whole of it if that is quick.
   * @param {Wanted} wanted
   */
  async #begun(wanted) {
    const { state, ended, legs } = wanted;
    if (!state || !legs?.length) return null;
    const { port } = this;
    const replay = new Replay(port.message(), { state, ended, legs }, port.most());
    while (replay.isSame === null && replay.isQuick) {
      const result = await port.ask(replay.next());
      if (wanted !== this.wanted) break;
      replay.take(result);
    }
    return replay;
  }

  /** @param {Wanted} wanted */
  async #look(wanted) {
    const { port } = this;
    const result = await port.ask(lookAt(port.message(), wanted));
    const isThere = result.kind !== "train" || result.state.epoch === (wanted.state?.epoch ?? 0);
    // A run that is said to have diverged there, and did not, has trained on.
    return isThere ? result : port.ask(lookAt(port.message(), { ...wanted, ended: null }));
  }
}
