import { EarlierRun } from "./earlier_run.js";
import { RequestedRun, START } from "./requested_run.js";
import { legsToShare, wayOf } from "./training_legs.js";
import { TrainingRecord } from "./training_record.js";

/** @import { TrainAnswer, TrainMessage, TrainResult } from "../xor_messages.js" */
/** @import { Standing } from "./requested_run.js" */

/**
 * @typedef {import("../../../kit/figure/figure_host.js").Recorded &
 *   {start: TrainResult, frames: TrainResult[], message: TrainMessage}} RecordedXor
 */

/**
 * How the run that is shown relates to the settings:
 * `recorded`: it is the run that the build recorded, and Python has not confirmed its start yet;
 * `current`: it is a run of these settings;
 * `requested`: it is a run of earlier settings, and the engine has been asked for one of these;
 * `refused`: it is a run of earlier settings, because the engine refused these.
 * @typedef {"recorded" | "current" | "requested" | "refused"} RunState
 */

/**
 * The run that is shown, how it began, and the one that is requested in its place. It sends no messages
 * itself: `TrainingConversation` sends those of `requested` and `earlier` and returns their answers.
 */
export class XorRun {
  /**
   * @param {RecordedXor} recorded
   * @param {Omit<TrainMessage, "state" | "epochs">} message what the settings say
   * @param {number} most epochs that one message may ask for
   */
  constructor(recorded, message, most) {
    this.recorded = recorded;
    this.message = message;
    this.most = most;
    /** @type {RunState} */
    this.state = "recorded";
    /** @type {RequestedRun | null} */
    this.requested = new RequestedRun(START, message, most);
    this.start = recorded.start;
    /** The network and data to which this start belongs. */
    this.startOf = this.#settingsOfStart;
    this.record = this.#recordedRun();
    /** The epochs before the record, if it does not begin at epoch 0. */
    this.earlier = new EarlierRun();
    /** Whether Python has answered anything that was shown. */
    this.isAnswered = false;
  }

  /** Whether the run that is shown is one of the present settings. */
  get isCurrent() {
    return this.state === "recorded" || this.state === "current";
  }

  /** Whether the start of the network that the settings make is known. */
  get isStartKnown() {
    return this.startOf === this.#settingsOfStart;
  }

  /**
   * Where the run stands, or the one that is requested; no state at a start that is not known yet.
   * @returns {Standing}
   */
  get standing() {
    const { requested, record } = this;
    const isAnother = this.state === "requested" && requested;
    const { state, ended, legs } = isAnother ? requested.standing : shownBy(record);
    return { state, ended, legs: legs && legsToShare(legs, state?.epoch ?? 0, this.message) };
  }

  /** Goes back to the start that is known, with the weights that were drawn for it. */
  backToStart() {
    this.earlier.drop();
    if (this.isAnswered) {
      this.state = "current";
      this.requested = null;
      this.record = new TrainingRecord(this.start);
    } else {
      this.state = "recorded";
      this.requested = new RequestedRun(START, this.message, this.most);
      this.record = this.#recordedRun();
    }
  }

  /** @param {Standing} standing of another run, or elsewhere in this one */
  request(standing) {
    this.state = "requested";
    this.requested = new RequestedRun(standing, this.message, this.most);
    this.earlier.drop();
  }

  /** The engine refused what was requested. */
  refuse() {
    this.state = "refused";
    this.requested = null;
  }

  /** @param {TrainResult} result the engine's answer to what was requested */
  show(result) {
    const { requested, state } = this;
    const replay = requested?.replay ?? null;
    const run = replay?.run;
    this.isAnswered = true;
    this.state = "current";
    this.requested = null;
    if (!requested?.standing.state || run) this.#knowStart(run?.frames[0] ?? result);
    if (state === "recorded") return;
    this.earlier.drop();
    this.record = run ?? new TrainingRecord(result);
    if (!run && result.state.epoch > 0) this.#beginLate(replay);
  }

  /** Has training continue at the picture that is shown. */
  continueFromShown() {
    this.record.continueFromShown(wayOf(this.message));
  }

  /** Is called when the epochs before the record have been trained again. */
  endEarlier() {
    const run = this.earlier.replay?.run;
    this.earlier.drop();
    if (run) {
      this.record.precede(run);
      this.#knowStart(run.frames[0]);
    } else {
      this.earlier.isUnknown = true;
      this.record.legs = [];
    }
  }

  /** The record begins in the middle of a run. @param {import("./replay.js").Replay | null} replay */
  #beginLate(replay) {
    const isKnown = replay !== null && replay.isSame === null;
    if (isKnown) this.record.legs = replay.goal.legs;
    this.earlier.begin(isKnown ? replay : null);
  }

  /** @param {TrainResult} start of the network that the settings make */
  #knowStart(start) {
    this.start = start;
    this.startOf = this.#settingsOfStart;
  }

  get #settingsOfStart() {
    const { network, dataset } = this.message;
    return JSON.stringify([network, dataset]);
  }

  #recordedRun() {
    const { frames, message } = this.recorded;
    const record = new TrainingRecord(this.start, frames, [{ from: 0, ...wayOf(message) }]);
    record.isRecorded = true;
    return record;
  }
}

/** @param {TrainingRecord} record */
function shownBy({ frame: { state, ended }, legsShown: legs }) {
  return { state, ended: ended?.rule ?? null, legs };
}
