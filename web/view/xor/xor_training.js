import { numberWithin } from "../../state/fields.js";
import { parameterCount } from "../../state/parameter_order.js";
import { TrainingRecord } from "../../state/training_record.js";
import { refusalOf, trainMessage, vectorOf } from "../../state/xor_state.js";
import { EpochRate } from "./epoch_rate.js";
import { TrainingLoop } from "./training_loop.js";

/** @import { Result, TrainingState, TrainMessage, TrainResult } from "../../contract/messages.js" */
/** @import { XorState } from "../../state/xor_state.js" */
/** @import { FigureHost } from "../figure_host.js" */

/** @typedef {{describe: object, start: TrainResult, frames: TrainResult[], message: TrainMessage}} RecordedXor */

/** A slice at full speed, in seconds: under one frame of the screen. */
const SLICE = 0.012;
/** No slice may take longer, however many epochs were asked for. */
const LONGEST_SLICE = 0.1;
/** Frames of the screen for which one recorded picture stays. */
const RECORDED_PACE = 4;
const NO_RULES = { loss_below: null, no_improvement_for: null, epoch_limit: null };
/** Which rule ended training → the rule's name in the message. */
const RULES = {
  loss_below: "loss_below",
  no_improvement: "no_improvement_for",
  epoch_limit: "epoch_limit",
};

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
    this.record = new TrainingRecord(recorded.start, recorded.frames);
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
    /** @type {{state: TrainingState | null, keepsRecord: boolean} | null} a look that is owed */
    this.wanted = { state: null, keepsRecord: true };
    this.looks = 0;
    this.owedEpochs = 0;
    this.isStepping = false;
    /** @type {Set<string>} rules that have fired and that the reader trains past */
    this.waived = new Set();
    this.isDrawing = false;
    this.isPlaying = false;
    this.loop = new TrainingLoop({
      ask: (message) => host.ask(message),
      mayAsk: () => this.isLive && this.isCurrent && host.visible,
      next: () => this.#nextSlice(),
      take: (result) => this.#take(result),
      lost: () => this.#lost(),
      isUnhurried: () => settings().speed !== "fastest",
      picture: () => new Promise((resolve) => requestAnimationFrame(resolve)),
    });
  }

  get isLive() {
    return this.host.status.kind === "ready" || this.host.status.kind === "busy";
  }

  get isDiverged() {
    return this.record.frame.ended?.rule === "diverged";
  }

  /** Go on from the picture that is shown. */
  train() {
    if (this.isTraining || this.isDiverged) return;
    const rule = this.record.frame.ended?.rule;
    if (rule && this.isLive) this.waived.add(rule);
    this.problem = null;
    this.isTraining = true;
    this.rate.begin();
    this.host.setBusy(true);
    this.host.start();
    this.loop.start();
    if (!this.isLive) this.#playRecorded();
    this.draw();
  }

  pause() {
    this.loop.stop();
    this.owedEpochs = 0;
    if (!this.isTraining) return;
    this.isTraining = false;
    this.isLost = false;
    this.host.setBusy(false);
    this.draw();
  }

  /** Back to the very start of this network: the same numbers, kept since they were drawn. */
  reset() {
    this.pause();
    this.#begin(this.start, this.start === this.recorded.start && !this.isLive);
    this.isCurrent = true;
    this.wanted = this.hasAnswer ? null : { state: null, keepsRecord: true };
    this.host.changed();
  }

  /** The settings make another network now: look at its start. */
  startAfresh() {
    this.pause();
    this.#want({ state: null, keepsRecord: false });
  }

  /**
   * Put given weights in place.
   * @param {{parameters?: unknown, velocity?: unknown, epoch?: unknown}} given
   */
  place({ parameters, velocity, epoch }) {
    const { limits } = this.host.describe;
    const { state } = this.record.frame;
    const { layer_sizes, use_biases } = this.message.network;
    const count = parameterCount({ layer_sizes, use_biases });
    try {
      const at = epoch === undefined ? state.epoch : numberWithin("epoch", epoch, limits.epoch);
      const vector = vectorOf("parameters", parameters ?? state.parameters, count, limits.weight);
      const still = new Array(count).fill(0);
      const speeds = vectorOf("velocity", velocity ?? still, count, limits.weight);
      this.pause();
      const best = { best_loss: null, best_epoch: at };
      const placed = { epoch: at, parameters: vector, velocity: speeds, ...best };
      this.#want({ state: /** @type {any} */ (placed), keepsRecord: false });
    } catch (error) {
      this.host.refuse(refusalOf(error));
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
    if (this.wanted) this.#look();
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
      this.host.requestUpdate();
    });
  }

  /** Everything that a slice says, but for where it begins and ends. */
  get message() {
    return trainMessage(this.settings(), this.recorded);
  }

  /** @returns {TrainMessage} */
  #nextSlice() {
    this.#continueFromShown();
    const { speed } = this.settings();
    const isFastest = speed === "fastest";
    const { maximum } = this.host.describe.limits.epochs;
    const stopping = { ...NO_RULES, ...this.recorded.message.stopping };
    for (const rule of this.waived) {
      const name = RULES[/** @type {keyof typeof RULES} */ (rule)];
      if (name) Object.assign(stopping, { [name]: null });
    }
    return {
      ...this.message,
      state: this.record.frame.state,
      epochs: isFastest ? maximum : Number(speed),
      time_limit: isFastest ? SLICE : LONGEST_SLICE,
      stopping,
    };
  }

  #continueFromShown() {
    if (!this.record.isAtEnd) this.record.continueFromShown();
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

  #lost() {
    this.isLost = true;
    this.draw();
  }

  /** @param {{state: TrainingState | null, keepsRecord: boolean}} wanted */
  #want(wanted) {
    this.wanted = wanted;
    this.isCurrent = false;
    this.problem = null;
    this.waived.clear();
    this.host.start();
    this.draw();
    if (this.isLive) this.#look();
  }

  /** Ask for the picture that is owed. When no answer comes, the next status asks again. */
  async #look() {
    const wanted = this.wanted;
    if (!wanted) return;
    this.looks += 1;
    const look = this.looks;
    let result;
    try {
      const message = { ...this.message, state: wanted.state, epochs: 0, stopping: NO_RULES };
      result = await this.host.ask(message, { latest: "look" });
    } catch {
      return;
    }
    if (look !== this.looks || wanted !== this.wanted) return;
    this.wanted = null;
    if (!this.#isGood(result)) return;
    this.hasAnswer = true;
    if (wanted.state === null) this.start = result;
    if (!wanted.keepsRecord) {
      this.#begin(result, false);
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
    this.record = new TrainingRecord(start, isRecorded ? this.recorded.frames : []);
    this.isRecorded = isRecorded;
    this.waived.clear();
    this.problem = null;
    this.rate = new EpochRate();
    this.draw();
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
        const { state } = this.record.frame;
        const message = { ...this.message, state, epochs, stopping: NO_RULES };
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

  /** Show the recorded pictures one after the other until Python takes over or they end. */
  #playRecorded() {
    if (this.isPlaying || !this.isRecorded) return;
    this.isPlaying = true;
    let frame = 0;
    const next = () => {
      if (!this.isTraining || this.isLive || this.record.isAtEnd) {
        this.isPlaying = false;
        return;
      }
      frame += 1;
      if (frame % RECORDED_PACE === 0) {
        this.record.show(this.record.shown + 1);
        this.host.requestUpdate();
      }
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  }
}
