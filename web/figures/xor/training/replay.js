import { EpochRate } from "./epoch_rate.js";
import { legsUntil, wayOf } from "./training_legs.js";
import { TrainingRecord } from "./training_record.js";
import { messageForEpochs } from "./training_slice.js";

/** @import { TrainAnswer, TrainingState, TrainMessage } from "../xor_messages.js" */
/** @import { Leg } from "./training_legs.js" */

/**
 * Where a run ended that is to be trained again. `ended`: by that rule; `legs`: how it was trained, from
 * epoch 0 on.
 * @typedef {{state: TrainingState, ended: string | null, legs: Leg[]}} Goal
 */

/** Length of a slice (s), and the longest that any other question has to wait. */
const SLICE = 0.03;
/** How many pictures of a run are kept at least, for the reader to go through. */
const PICTURES = 60;
/** Up to this many epochs, a run is trained again before it is shown. */
const FEW_EPOCHS = 20_000;
/** A run of few epochs that has taken longer than this (s) is shown before its replay is complete. */
const LONGEST_WAIT = 1;
/** The engine is slow at first; its pace counts from this many seconds of training on. */
const TRIAL = 4;
/** A replay that would take longer than this (s) is only made if the reader asks for it. */
const LONGEST = 120;
/** A page cannot hold the losses of more epochs than this. */
const MOST_EPOCHS = 20_000_000;

/**
 * The run that led to a state, trained again in slices. The same start trained in the same way leads to the
 * same numbers, to the last bit, so a link does not have to hold every loss.
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
    /** @type {TrainingRecord | null} the run as far as it has been trained again */
    this.record = null;
    /** Seconds that the engine has spent on its epochs. */
    this.seconds = 0;
    this.rate = new EpochRate();
    /** Whether the engine has still to be asked if the rule ends the run at the goal. */
    this.isEndUnasked = goal.ended !== null;
    /** @type {boolean | null} whether it led to the very same numbers; null: not finished */
    this.isSame = null;
  }

  /** Whether the whole run is shown at once rather than its last state first. */
  get isQuick() {
    return this.goal.state.epoch <= FEW_EPOCHS && this.seconds < LONGEST_WAIT;
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

  /** Whether it takes so long, by its pace so far, that the reader has to ask for it. */
  get isLong() {
    const left = this.goal.state.epoch - this.epoch;
    const pace = this.rate.perSecond;
    return this.seconds > TRIAL && pace !== null && left / pace > LONGEST;
  }

  /** @returns {TrainMessage} the next slice; its answer goes to `takeAnswer` */
  next() {
    const { message, record, goal } = this;
    if (!record) return messageForEpochs(message, null, 0);
    const { state } = record.last;
    if (state.epoch === goal.state.epoch) return messageToLookAt(message, { ...goal, state });
    const leg = legsUntil(goal.legs, state.epoch + 1).length;
    const end = Math.min(goal.legs[leg]?.from ?? goal.state.epoch, goal.state.epoch);
    const epochs = Math.min(end - state.epoch, this.stretch);
    const trained = { ...message, ...wayOf(goal.legs[leg - 1]) };
    return { ...messageForEpochs(trained, state, epochs), time_limit: SLICE };
  }

  /** @param {TrainAnswer} result */
  takeAnswer(result) {
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
    this.rate.measure(this.seconds * 1000, result.state.epoch);
    if (isAtEnd) this.isEndUnasked = false;
    else if (isStill) this.isSame = false;
    if (this.isSame === null && this.epoch >= goal.state.epoch && !this.isEndUnasked) {
      this.isSame = isSame(result.state, goal.state);
    }
  }
}

/**
 * The message that asks about a state without training on, except for one epoch where the run is said to
 * have diverged: that shows only in the epoch after the last finite one.
 * @param {Omit<TrainMessage, "state" | "epochs">} message
 * @param {{state: TrainingState | null, ended: string | null, legs: Leg[] | null}} standing
 */
export function messageToLookAt(message, { state, ended, legs }) {
  const trained = { ...message, ...wayOf(legs?.at(-1) ?? message) };
  return messageForEpochs(trained, state, ended === "diverged" ? 1 : 0, ended);
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
