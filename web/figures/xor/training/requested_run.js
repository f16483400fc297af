import { lookAt, Replay } from "./replay.js";

/** @import { TrainAnswer, TrainingState, TrainMessage } from "../xor_messages.js" */
/** @import { Leg } from "./training_legs.js" */

/**
 * Where a run stands. `state` null: at its start; `ended`: the rule that ended it there; `legs`: how it
 * was trained, an empty list where that is not known, null where the settings say it.
 * @typedef {{state: TrainingState | null, ended: string | null, legs: Leg[] | null}} Standing
 */

/** @type {Standing} */
export const START = { state: null, ended: null, legs: null };

/**
 * A run that is to be shown and that only the engine can give. `next` is the question, `take` its
 * answer, over and over until `answer` is known. A short run is trained again from its start, so that
 * its loss curve is shown with it; of any other run the engine is asked for the last state alone.
 */
export class RequestedRun {
  /**
   * @param {Standing} standing
   * @param {Omit<TrainMessage, "state" | "epochs">} message network, data and training settings
   * @param {number} most epochs that one message may ask for
   */
  constructor(standing, message, most) {
    this.standing = standing;
    this.message = message;
    const { state, ended, legs } = standing;
    /** The training that led there, as far as it has been gone through again. */
    this.replay = state && legs?.length ? new Replay(message, { state, ended, legs }, most) : null;
    /** The rule that is asked whether it ends the run there. */
    this.rule = ended;
    /** @type {TrainAnswer | null} what the engine says of the state that was asked for */
    this.answer = null;
  }

  /** @returns {TrainMessage} the message whose answer is to be taken next */
  next() {
    if (this.#goesThroughIt) return /** @type {Replay} */ (this.replay).next();
    return lookAt(this.message, { ...this.standing, ended: this.rule });
  }

  /** @param {TrainAnswer} result */
  take(result) {
    if (this.#goesThroughIt) {
      this.replay?.take(result);
      this.answer = this.replay?.run?.last ?? null;
      return;
    }
    const epoch = this.standing.state?.epoch ?? 0;
    const isThere = result.kind !== "train" || result.state.epoch === epoch;
    // A run that is said to have diverged there and did not was trained on by the question.
    if (isThere || this.rule === null) this.answer = result;
    else this.rule = null;
  }

  get #goesThroughIt() {
    return this.replay !== null && this.replay.isSame === null && this.replay.isQuick;
  }
}
