import { EarlierRun } from "./earlier_run.js";
import { OwedLook, START } from "./owed_look.js";
import { toldLegs, wayOf } from "./training_legs.js";
import { TrainingRecord } from "./training_record.js";

/** @import { TrainAnswer, TrainMessage, TrainResult } from "../xor_messages.js" */
/** @import { FigureHost } from "../../../kit/figure/figure_host.js" */
/** @import { Standing, Wanted } from "./owed_look.js" */
/** @import { Replay } from "./replay.js" */

/**
 * @typedef {import("../../../kit/figure/figure_host.js").Recorded &
 *   {start: TrainResult, frames: TrainResult[], message: TrainMessage}} RecordedXor
 */

/**
 * @typedef {object} RunPort
 * @property {() => Omit<TrainMessage, "state" | "epochs">} message what the settings say
 * @property {() => boolean} isLive the engine is there
 * @property {() => boolean} isAtWork there is something to ask that the reader waits for
 * @property {(result: TrainAnswer) => result is TrainResult} isGood
 * @property {() => void} renewed another run is shown, or is on its way
 * @property {() => void} seen the picture is there that was owed
 * @property {() => void} draw
 */

/** Which run is shown, how it began, and what is still to be seen of it. */
export class XorRun {
  /**
   * @param {FigureHost} host
   * @param {RecordedXor} recorded
   * @param {RunPort} port
   */
  constructor(host, recorded, port) {
    this.host = host;
    this.recorded = recorded;
    this.port = port;
    this.start = recorded.start;
    this.startMade = this.#making;
    this.record = this.#recordFrom(recorded.start, true);
    /** Whether the record shows what the build recorded. */
    this.isRecorded = true;
    /** Whether the record belongs to the settings, not to those before. */
    this.isCurrent = true;
    this.hasAnswer = false;
    /** @type {(message: TrainMessage) => Promise<TrainAnswer>} */
    const ask = (message) => host.ask(message);
    this.owed = new OwedLook({
      ask,
      mayAsk: port.isLive,
      message: port.message,
      most: () => this.most,
      see: (wanted, result, replay) => this.#see(wanted, result, replay),
    });
    /** What led to where the record begins, where the record does not know it. */
    this.earlier = new EarlierRun({
      ask,
      mayAsk: () => port.isLive() && host.visible && !this.wanted && !port.isAtWork(),
      ended: (run) => this.#takeEarlier(run),
      draw: port.draw,
    });
  }

  /** Epochs that one message may ask for. */
  get most() {
    return this.host.describe.limits.epochs.maximum;
  }

  /** The look that is owed, if one is. */
  get wanted() {
    return this.owed.wanted;
  }

  /**
   * Where the run stands, or will with the look that is owed; no state at a start not drawn yet.
   * @returns {Standing}
   */
  get standing() {
    const { wanted, record } = this;
    const { state, ended, legs } = wanted && !wanted.keepsRecord ? wanted : shownBy(record);
    return { state, ended, legs: legs && toldLegs(legs, state?.epoch ?? 0, this.port.message()) };
  }

  /** Back to the very start of this network: the same numbers, kept since they were drawn. */
  backToStart() {
    if (this.startMade !== this.#making) {
      this.turnTo(START);
      return;
    }
    this.#begin(this.start, !this.hasAnswer);
    this.isCurrent = true;
    this.owed.want(this.hasAnswer ? null : { ...START, keepsRecord: true });
    this.host.changed();
  }

  /** @param {Standing} standing of another run, or elsewhere in this one */
  turnTo(standing) {
    this.isCurrent = false;
    this.earlier.drop();
    this.port.renewed();
    this.host.start();
    this.port.draw();
    this.owed.want({ ...standing, keepsRecord: false });
  }

  /** What comes next begins at the picture that is shown. */
  continueFromShown() {
    this.record.continueFromShown(wayOf(this.port.message()));
    this.isRecorded = false;
  }

  /** The network that the settings make and what it learns, to tell one start from another. */
  get #making() {
    const { network, dataset } = this.port.message();
    return JSON.stringify([network, dataset]);
  }

  /**
   * @param {Wanted} wanted
   * @param {TrainAnswer} result
   * @param {Replay | null} replay of the run that led there
   */
  #see(wanted, result, replay) {
    if (!this.port.isGood(result)) return;
    const run = replay?.run;
    this.hasAnswer = true;
    if (wanted.state === null || run) this.#know(run?.frames[0] ?? result);
    if (!wanted.keepsRecord) {
      this.#begin(result, false);
      if (run) this.record = run;
      else if (result.state.epoch > 0) this.#beginLate(replay);
      this.host.changed();
    }
    this.isCurrent = true;
    this.port.draw();
    this.port.seen();
  }

  /** The record begins in the middle of a run. @param {Replay | null} replay of what was before */
  #beginLate(replay) {
    const isKnown = replay !== null && replay.isSame === null;
    if (isKnown) this.record.legs = replay.come.legs;
    this.earlier.goOn(isKnown ? replay : null);
  }

  /** @param {TrainingRecord | null} run before the record; null: it cannot be gone through again */
  #takeEarlier(run) {
    if (run) {
      this.record.precede(run);
      this.#know(run.frames[0]);
    } else this.record.legs = [];
    this.host.changed();
  }

  /** @param {TrainResult} start of the network that the settings make */
  #know(start) {
    this.start = start;
    this.startMade = this.#making;
  }

  /**
   * @param {TrainResult} start
   * @param {boolean} isRecorded
   */
  #begin(start, isRecorded) {
    this.record = this.#recordFrom(start, isRecorded);
    this.isRecorded = isRecorded;
    this.earlier.drop();
    this.port.renewed();
    this.port.draw();
  }

  /**
   * @param {TrainResult} start
   * @param {boolean} isRecorded with the run that was recorded from there
   */
  #recordFrom(start, isRecorded) {
    if (!isRecorded) return new TrainingRecord(start);
    const { frames, message } = this.recorded;
    return new TrainingRecord(start, frames, [{ from: 0, ...wayOf(message) }]);
  }
}

/** @param {TrainingRecord} record */
function shownBy({ frame: { state, ended }, legsShown: legs }) {
  return { state, ended: ended?.rule ?? null, legs };
}
