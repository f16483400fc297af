import { messageToLookAt, Replay } from "./replay.js";

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
 * A run that is to be shown and whose numbers only the engine knows. `next` gives the question and
 * `takeAnswer` takes its answer, until `answer` is known. A short run is trained again from its start, so
 * that it is shown with its loss curve; of a long run only the last state is asked for.
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
    /** The training that led there, as far as it has been done again. */
    this.replay = state && legs?.length ? new Replay(message, { state, ended, legs }, most) : null;
    /** The rule of which the engine is asked whether it ends the run there. */
    this.rule = ended;
    /** @type {TrainAnswer | null} what the engine says of the state that was asked for */
    this.answer = null;
  }

  /** @returns {TrainMessage} the next question; its answer goes to `takeAnswer` */
  next() {
    if (this.#isReplaying) return /** @type {Replay} */ (this.replay).next();
    return messageToLookAt(this.message, { ...this.standing, ended: this.rule });
  }

  /** @param {TrainAnswer} result */
  takeAnswer(result) {
    if (this.#isReplaying) {
      this.replay?.takeAnswer(result);
      this.answer = this.replay?.run?.last ?? null;
      return;
    }
    const epoch = this.standing.state?.epoch ?? 0;
    const isThere = result.kind !== "train" || result.state.epoch === epoch;
    // If the run was wrongly said to have diverged, the question has trained it one epoch too far.
    if (isThere || this.rule === null) this.answer = result;
    else this.rule = null;
  }

  get #isReplaying() {
    return this.replay !== null && this.replay.isSame === null && this.replay.isQuick;
  }
}
