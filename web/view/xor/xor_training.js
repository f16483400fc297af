import { placedRun } from "../../state/placed_run.js";
import { toldLegs, wayOf } from "../../state/training_legs.js";
import { TrainingRecord } from "../../state/training_record.js";
import { exactly, trainingSlice } from "../../state/training_slice.js";
import { refusalOf, trainMessage } from "../../state/xor_state.js";
import { EpochRate } from "./epoch_rate.js";
import { OwedLook, START } from "./owed_look.js";
import { RecordedPlayback } from "./recorded_playback.js";
import { TrainingLoop } from "./training_loop.js";

/** @import { Result, TrainingState, TrainMessage, TrainResult } from "../../contract/messages.js" */
/** @import { XorState } from "../../state/xor_state.js" */
/** @import { Standing, Wanted } from "./owed_look.js" */
/** @import { FigureHost } from "../figure_host.js" */

/** @typedef {{describe: object, start: TrainResult, frames: TrainResult[], message: TrainMessage}} RecordedXor */

/**
 * One network in training: what has been seen of its run, and the talk with the engine that makes
 * it longer. Everything that training needs is on the page, so no answer is indispensable.
 */
export class XorTraining {
  /**
   * @param {FigureHost} host
   * @param {RecordedXor} recorded
   * @param {object} figure
   * @param {() => XorState} figure.settings
   * @param {(sentence: string) => void} figure.ended training came to its own end
   */
  constructor(host, recorded, { settings, ended }) {
    this.host = host;
    this.recorded = recorded;
    this.settings = settings;
    this.ended = ended;
    this.start = recorded.start;
    this.startMade = this.#making;
    this.record = this.#recordFrom(recorded.start, true);
    /** Whether the record shows what the build recorded. */
    this.isRecorded = true;
    /** Whether the record belongs to the settings, not to those before. */
    this.isCurrent = true;
    this.isTraining = false;
    /** Whether the engine was lost in the middle of a slice. */
    this.isLost = false;
    /** @type {string | null} why the engine refused to train */
    this.problem = null;
    this.hasAnswer = false;
    this.rate = new EpochRate();
    this.owed = new OwedLook({
      mayAsk: () => this.isLive,
      message: () => this.message,
      ask: (message) => host.ask(message),
      see: (wanted, result, run) => this.#see(wanted, result, run),
    });
    this.owedEpochs = 0;
    this.isStepping = false;
    /** @type {Set<string>} rules that have fired and that the reader trains past */
    this.waived = new Set();
    this.isDrawing = false;
    /** How many pictures have been drawn. */
    this.pictures = 0;
    this.playback = new RecordedPlayback({
      record: () => (this.isTraining && this.isRecorded && !this.isLive ? this.record : null),
      draw: () => this.draw(),
      ended: () => {
        if (this.isTraining && !this.isLive && this.record.frame.ended) this.pause();
      },
    });
    this.loop = new TrainingLoop({
      ask: (message) => host.ask(message),
      mayAsk: () => this.isLive && this.isCurrent && host.visible,
      next: () => this.#nextSlice(),
      take: (result) => this.#take(result),
      lost: () => {
        this.isLost = true;
        this.draw();
      },
      isUnhurried: () => settings().speed !== "fastest",
      picture: () => new Promise((resolve) => requestAnimationFrame(resolve)),
    });
  }

  get isLive() {
    return this.host.status.kind === "ready" || this.host.status.kind === "busy";
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
    if (wanted && !wanted.keepsRecord) return wanted;
    const { state, ended } = record.frame;
    const legs = toldLegs(record.legsShown, this.message);
    return { state, ended: ended?.rule ?? null, legs };
  }

  /** Go on from the picture that is shown. */
  train() {
    if (this.isTraining) return;
    const rule = this.record.frame.ended?.rule;
    if (rule) this.waived.add(rule);
    this.problem = null;
    this.isTraining = true;
    this.rate.begin();
    this.host.setBusy(true);
    this.host.start();
    this.loop.start();
    if (!this.isLive) this.playback.play();
    this.draw();
  }

  pause() {
    this.loop.stop();
    this.owedEpochs = 0;
    if (!this.isTraining) return;
    this.isTraining = false;
    this.isLost = false;
    this.host.setBusy(false);
    this.host.changed();
    this.draw();
  }

  /** Back to the very start of this network: the same numbers, kept since they were drawn. */
  reset() {
    this.pause();
    if (this.startMade !== this.#making) {
      this.#turnTo(START);
      return;
    }
    this.#begin(this.start, !this.hasAnswer);
    this.isCurrent = true;
    this.owed.want(this.hasAnswer ? null : { ...START, keepsRecord: true });
    this.host.changed();
  }

  /** The settings make another network now: look at its start. */
  startAfresh() {
    this.pause();
    this.#turnTo(START);
  }

  /**
   * Put given weights in place, with the run that led to them where it can be gone through again.
   * @param {Record<string, unknown>} given fields of a run
   */
  place(given) {
    const { record, message, host } = this;
    try {
      const placed = placedRun(given, record.frame.state, message.network, host.describe);
      this.pause();
      this.#turnTo(placed);
    } catch (error) {
      host.refuse(refusalOf(error));
    }
  }

  /**
   * Train exactly so many epochs, or step through what has been seen: back always, on while there
   * is no engine.
   * @param {number} count
   */
  step(count) {
    this.pause();
    if (count < 0 || !this.isLive) {
      if (count > 0) this.host.start();
      this.show(this.record.shown + Math.sign(count) * Math.ceil(Math.abs(count)));
      return;
    }
    this.owedEpochs += Math.round(count);
    this.#payEpochs();
  }

  /** @param {number} index of a picture of this run */
  show(index) {
    this.pause();
    this.record.show(index);
    this.host.changed();
    this.draw();
  }

  statusChanged() {
    if (!this.isLive) return;
    this.isLost = false;
    this.owed.pay();
    this.#payEpochs();
    this.loop.wake();
  }

  visibilityChanged() {
    this.rate.begin();
    this.loop.wake();
  }

  /** Draw at the screen's next frame, once. */
  draw() {
    if (this.isDrawing) return;
    this.isDrawing = true;
    requestAnimationFrame(() => {
      this.isDrawing = false;
      this.pictures += 1;
      this.host.requestUpdate();
    });
  }

  /** Everything that a slice says, but for where it begins and ends. */
  get message() {
    return trainMessage(this.settings(), this.recorded);
  }

  /** The network that the settings make and what it learns, to tell one start from another. */
  get #making() {
    const { network, dataset } = this.message;
    return JSON.stringify([network, dataset]);
  }

  /** @returns {TrainMessage} */
  #nextSlice() {
    this.#continueFromShown();
    const { speed } = this.settings();
    const most = this.host.describe.limits.epochs.maximum;
    const { waived } = this;
    return trainingSlice(this.message, this.record.frame.state, { speed, most, waived });
  }

  #continueFromShown() {
    this.record.continueFromShown(wayOf(this.message));
    this.isRecorded = false;
  }

  /** @param {Result} result */
  #take(result) {
    if (!this.#isGood(result)) {
      this.pause();
      return;
    }
    this.record.append(result);
    this.isLost = false;
    this.hasAnswer = true;
    this.rate.see(performance.now(), result.state.epoch);
    if (result.ended) {
      this.pause();
      this.ended(result.ended.sentence);
      this.host.changed();
    }
    this.draw();
  }

  /**
   * @param {Result} result
   * @returns {result is TrainResult}
   */
  #isGood(result) {
    if (result.kind === "train") return true;
    if (result.kind === "error") {
      this.problem = result.message;
      this.host.refuse({ field: result.field ?? "message", message: result.message });
    }
    this.draw();
    return false;
  }

  /** @param {Standing} standing of another run, or elsewhere in this one */
  #turnTo(standing) {
    this.isCurrent = false;
    this.problem = null;
    this.waived.clear();
    this.host.start();
    this.draw();
    this.owed.want({ ...standing, keepsRecord: false });
  }

  /**
   * @param {Wanted} wanted
   * @param {Result} result
   * @param {TrainingRecord | null} run that led there
   */
  #see(wanted, result, run) {
    if (!this.#isGood(result)) return;
    this.hasAnswer = true;
    if (wanted.state === null || run) {
      this.start = run?.frames[0] ?? result;
      this.startMade = this.#making;
    }
    if (!wanted.keepsRecord) {
      this.#begin(result, false);
      if (run) this.record = run;
      this.host.changed();
    }
    this.isCurrent = true;
    this.draw();
    this.#payEpochs();
    this.loop.wake();
  }

  /**
   * @param {TrainResult} start
   * @param {boolean} isRecorded
   */
  #begin(start, isRecorded) {
    this.record = this.#recordFrom(start, isRecorded);
    this.isRecorded = isRecorded;
    this.waived.clear();
    this.problem = null;
    this.rate = new EpochRate();
    this.draw();
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

  /** Train the epochs that were asked for one by one, each slice from where the last one ended. */
  async #payEpochs() {
    if (this.isStepping) return;
    this.isStepping = true;
    const { turn } = this.loop;
    try {
      while (this.owedEpochs > 0 && this.isLive && this.isCurrent && turn === this.loop.turn) {
        this.#continueFromShown();
        const epochs = Math.min(this.owedEpochs, this.host.describe.limits.epochs.maximum);
        const message = exactly(this.message, this.record.frame.state, epochs);
        const result = await this.host.ask(message);
        if (turn !== this.loop.turn) return;
        this.owedEpochs -= epochs;
        this.#take(result);
        this.host.changed();
      }
    } catch {
      // The engine was lost; the epochs are still owed when it comes back.
    } finally {
      this.isStepping = false;
    }
  }
}
