import { EpochRate } from "./epoch_rate.js";
import { legsUntil, wayOf } from "./training_legs.js";
import { TrainingRecord } from "./training_record.js";
import { exactly } from "./training_slice.js";

/** @import { TrainAnswer, TrainingState, TrainMessage } from "../xor_messages.js" */
/** @import { Leg } from "./training_legs.js" */

/**
 * Where a run ended that is to be trained again. `ended`: by that rule; `legs`: how it was trained, from
 * epoch 0 on.
 * @typedef {{state: TrainingState, ended: string | null, legs: Leg[]}} Goal
 */

/** A slice takes so many seconds: any other question has to wait no longer. */
const SLICE = 0.03;
/** So many pictures of a short run are kept, for the reader to go through; of a long one more. */
const PICTURES = 60;
/** A run of at most so many epochs is trained again before it is shown. */
const FEW_EPOCHS = 20_000;
/** When that has taken so many seconds, the run is shown all the same and the rest follows. */
const PATIENCE = 1;
/** After so many seconds the engine's pace is known, which is slow at first. */
const TRIAL = 4;
/** A run that would take more seconds than this at that pace is not trained again unless a reader asks. */
const LONGEST = 120;
/** The losses of more epochs are too much for a page to hold. */
const MOST_EPOCHS = 20_000_000;

/**
 * The run that led to a state, trained again. The same start trained the same way comes to the same
 * numbers, to the last bit, so a link need not hold every loss. It is trained in slices, and may rest
 * after each of them.
 */
export class Replay {
  /**
   * @param {Omit<TrainMessage, "state" | "epochs">} message network, data and stopping rules
   * @param {Goal} goal
   * @param {number} most epochs that one message may ask for
   */
  constructor(message, goal, most) {
    this.message = message;
    this.goal = goal;
    this.stretch = Math.min(most, Math.ceil(goal.state.epoch / PICTURES));
    /** @type {TrainingRecord | null} as far as it has been gone through */
    this.record = null;
    /** Seconds that the engine has spent on its epochs. */
    this.seconds = 0;
    this.rate = new EpochRate();
    /** Whether the engine is still to be asked if the rule ends the run there. */
    this.isEndUnasked = goal.ended !== null;
    /** @type {boolean | null} whether it came to the very same numbers; null: under way */
    this.isSame = null;
  }

  /** Whether the whole run is shown at once rather than its last state first. */
  get isQuick() {
    return this.goal.state.epoch <= FEW_EPOCHS && this.seconds < PATIENCE;
  }

  /** The epoch that it has come to. */
  get epoch() {
    return this.record?.last.state.epoch ?? 0;
  }

  /** The whole run, once it is known to have led to the goal. */
  get run() {
    return this.isSame ? this.record : null;
  }

  /** Whether it has more epochs than a page can hold. */
  get isTooMuch() {
    return this.goal.state.epoch > MOST_EPOCHS;
  }

  /** Whether it takes longer, by its pace so far, than a reader would want without having asked. */
  get isLong() {
    const left = this.goal.state.epoch - this.epoch;
    const pace = this.rate.perSecond;
    return this.seconds > TRIAL && pace !== null && left / pace > LONGEST;
  }

  /** @returns {TrainMessage} the slice whose answer is to be taken next */
  next() {
    const { message, record, goal } = this;
    if (!record) return exactly(message, null, 0);
    const { state } = record.last;
    if (state.epoch === goal.state.epoch) return lookAt(message, { ...goal, state });
    const leg = legsUntil(goal.legs, state.epoch + 1).length;
    const end = Math.min(goal.legs[leg]?.from ?? goal.state.epoch, goal.state.epoch);
    const epochs = Math.min(end - state.epoch, this.stretch);
    const trained = { ...message, ...wayOf(goal.legs[leg - 1]) };
    return { ...exactly(trained, state, epochs), time_limit: SLICE };
  }

  /** @param {TrainAnswer} result */
  take(result) {
    const { record, goal } = this;
    if (result.kind !== "train") {
      this.isSame = false;
      return;
    }
    const isAtEnd = record !== null && this.epoch === goal.state.epoch;
    const isStill = record !== null && result.state.epoch === this.epoch;
    this.seconds += result.seconds;
    if (record) record.append(result);
    else this.record = new TrainingRecord(result, [], goal.legs);
    this.rate.see(this.seconds * 1000, result.state.epoch);
    if (isAtEnd) this.isEndUnasked = false;
    else if (isStill) this.isSame = false;
    if (this.isSame === null && this.epoch >= goal.state.epoch && !this.isEndUnasked) {
      this.isSame = isSame(result.state, goal.state);
    }
  }
}

/**
 * Only look at a state. That a run diverges shows in the epoch after its last sound one.
 * @param {Omit<TrainMessage, "state" | "epochs">} message
 * @param {{state: TrainingState | null, ended: string | null, legs: Leg[] | null}} standing
 */
export function lookAt(message, { state, ended, legs }) {
  const trained = { ...message, ...wayOf(legs?.at(-1) ?? message) };
  return exactly(trained, state, ended === "diverged" ? 1 : 0, ended);
}

/**
 * @param {TrainingState} one
 * @param {TrainingState} other
 */
function isSame(one, other) {
  const isSameVector = (/** @type {"parameters" | "velocity"} */ name) =>
    Array.from(one[name]).every((number, index) => number === other[name][index]);
  return one.epoch === other.epoch && isSameVector("parameters") && isSameVector("velocity");
}
