import { EpochRate } from "./epoch_rate.js";
import { legsUntil, wayOf } from "./training_legs.js";
import { TrainingRecord } from "./training_record.js";
import { exactly } from "./training_slice.js";

/** @import { TrainAnswer, TrainingState, TrainMessage } from "../xor_messages.js" */
/** @import { Leg } from "./training_legs.js" */

/**
 * Where a run that can be gone through again came to. `ended`: by that rule; `legs`: how it was
 * trained, from epoch 0 on.
 * @typedef {{state: TrainingState, ended: string | null, legs: Leg[]}} Come
 */

/** Seconds of a slice: whatever else is asked has to wait no longer. */
const SLICE = 0.03;
/** Pictures of a short run that are kept on the way, to be scrubbed; of a long one there are more. */
const PICTURES = 60;
/** A run of so few epochs is gone through before it is shown … */
const FEW_EPOCHS = 20_000;
/** … unless it takes longer than this (seconds). */
const PATIENCE = 1;
/** By then the engine goes at its full pace (seconds) … */
const TRIAL = 4;
/** … and a run that takes longer than this from there is not gone through again unasked. */
const LONGEST = 120;
/** The losses of more epochs are too much for a page to hold. */
const MOST_EPOCHS = 20_000_000;

/**
 * The run that led to a state: the same start, trained the same way, comes to the same numbers, to
 * the last bit. So a link need not hold every loss. It is gone through slice by slice, and may rest
 * between any two of them.
 */
export class Replay {
  /**
   * @param {Omit<TrainMessage, "state" | "epochs">} message network, data and stopping rules
   * @param {Come} come
   * @param {number} most epochs that one message may ask for
   */
  constructor(message, come, most) {
    this.message = message;
    this.come = come;
    this.stretch = Math.min(most, Math.ceil(come.state.epoch / PICTURES));
    /** @type {TrainingRecord | null} as far as it has been gone through */
    this.record = null;
    /** What the engine has spent on its epochs. */
    this.seconds = 0;
    this.rate = new EpochRate();
    /** Whether the rule that ended the run is all that is still to be asked for. */
    this.isEndOwed = come.ended !== null;
    /** @type {boolean | null} whether it came to the very same numbers; null: under way */
    this.isSame = null;
  }

  /** Whether a picture with its curve is worth waiting for. */
  get isQuick() {
    return this.come.state.epoch <= FEW_EPOCHS && this.seconds < PATIENCE;
  }

  /** How far it has come. */
  get epoch() {
    return this.record?.last.state.epoch ?? 0;
  }

  /** The whole of it, once it is known to be the run that led there. */
  get run() {
    return this.isSame ? this.record : null;
  }

  /** Whether it is more than a page can hold. */
  get isTooMuch() {
    return this.come.state.epoch > MOST_EPOCHS;
  }

  /** Whether it takes longer than a reader would want unasked, by its pace so far. */
  get isLong() {
    const left = this.come.state.epoch - this.epoch;
    const pace = this.rate.perSecond;
    return this.seconds > TRIAL && pace !== null && left / pace > LONGEST;
  }

  /** @returns {TrainMessage} the slice whose answer is to be taken next */
  next() {
    const { message, record, come } = this;
    if (!record) return exactly(message, null, 0);
    const { state } = record.last;
    if (state.epoch === come.state.epoch) return lookAt(message, { ...come, state });
    const leg = legsUntil(come.legs, state.epoch + 1).length;
    const end = Math.min(come.legs[leg]?.from ?? come.state.epoch, come.state.epoch);
    const epochs = Math.min(end - state.epoch, this.stretch);
    const trained = { ...message, ...wayOf(come.legs[leg - 1]) };
    return { ...exactly(trained, state, epochs), time_limit: SLICE };
  }

  /** @param {TrainAnswer} result */
  take(result) {
    const { record, come } = this;
    if (result.kind !== "train") {
      this.isSame = false;
      return;
    }
    const isAtEnd = record !== null && this.epoch === come.state.epoch;
    const isStill = record !== null && result.state.epoch === this.epoch;
    this.seconds += result.seconds;
    if (record) record.append(result);
    else this.record = new TrainingRecord(result, [], come.legs);
    this.rate.see(this.seconds * 1000, result.state.epoch);
    if (isAtEnd) this.isEndOwed = false;
    else if (isStill) this.isSame = false;
    if (this.isSame === null && this.epoch >= come.state.epoch && !this.isEndOwed) {
      this.isSame = isSame(result.state, come.state);
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
