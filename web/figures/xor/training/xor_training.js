import { refusalOf } from "../../../kit/fields/fields.js";
import { trainMessage } from "../xor_state.js";
import { EpochRate } from "./epoch_rate.js";
import { OwedEpochs } from "./owed_epochs.js";
import { START } from "./owed_look.js";
import { placedRun } from "./placed_run.js";
import { RecordedPlayback } from "./recorded_playback.js";
import { TrainingLoop } from "./training_loop.js";
import { exactly, trainingSlice } from "./training_slice.js";
import { XorRun } from "./xor_run.js";

/** @import { TrainAnswer, TrainMessage, TrainResult } from "../xor_messages.js" */
/** @import { XorState } from "../xor_state.js" */
/** @import { FigureHost } from "../../../kit/figure/figure_host.js" */
/** @import { RecordedXor } from "./xor_run.js" */

/**
 * One network in training: its run, and the talk with the engine that makes it longer. Everything
 * that training needs is on the page, so no answer is indispensable.
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
    this.isTraining = false;
    /** Whether the engine was lost in the middle of a slice. */
    this.isLost = false;
    /** @type {string | null} why the engine refused to train */
    this.problem = null;
    this.rate = new EpochRate();
    /** @type {Set<string>} rules that have fired and that the reader trains past */
    this.waived = new Set();
    this.isDrawing = false;
    /** How many pictures have been drawn. */
    this.pictures = 0;
    this.run = new XorRun(host, recorded, {
      message: () => this.message,
      isLive: () => this.isLive,
      isAtWork: () => this.isTraining || this.owedEpochs.count > 0,
      isGood: (result) => this.#isGood(result),
      renewed: () => this.#forget(),
      seen: () => this.#goOn(),
      draw: () => this.draw(),
    });
    this.owedEpochs = new OwedEpochs({
      mayAsk: () => this.isLive && this.run.isCurrent,
      train: (epochs) => this.#trainExactly(epochs),
      most: () => this.run.most,
      paid: () => this.run.earlier.wake(),
    });
    this.playback = new RecordedPlayback({
      record: () =>
        this.isTraining && this.run.isRecorded && !this.isLive ? this.run.record : null,
      draw: () => this.draw(),
      ended: () => {
        if (this.isTraining && !this.isLive && this.run.record.frame.ended) this.pause();
      },
    });
    this.loop = new TrainingLoop({
      ask: (message) => host.ask(message),
      mayAsk: () => this.isLive && this.run.isCurrent && host.visible,
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
    return this.host.status.kind === "ready";
  }

  /** Go on from the picture that is shown. */
  train() {
    if (this.isTraining) return;
    const { ended, state } = this.run.record.frame;
    if (ended) this.waived.add(ended.rule);
    // As when a link leads past the limit: whoever is there and goes on has gone past it before.
    if (state.epoch > (this.message.stopping?.epoch_limit ?? state.epoch)) {
      this.waived.add("epoch_limit");
    }
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
    this.owedEpochs.count = 0;
    if (!this.isTraining) return;
    this.isTraining = false;
    this.isLost = false;
    this.host.setBusy(false);
    this.host.changed();
    this.draw();
    this.run.earlier.wake();
  }

  /** Back to the very start of this network. */
  reset() {
    this.pause();
    this.run.backToStart();
  }

  /** The settings make another network now: look at its start. */
  startAfresh() {
    this.pause();
    this.run.turnTo(START);
  }

  /**
   * Put given weights in place, with the run that led to them where it can be gone through again.
   * @param {Record<string, unknown>} given fields of a run
   */
  place(given) {
    const { run, message, host } = this;
    try {
      const placed = placedRun(given, run.record.frame.state, message, host.describe);
      this.pause();
      run.turnTo(placed);
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
      this.show(this.run.record.shown + Math.sign(count) * Math.ceil(Math.abs(count)));
      return;
    }
    this.owedEpochs.owe(Math.round(count));
  }

  /** @param {number} index of a picture of this run */
  show(index) {
    this.pause();
    this.run.record.show(index);
    this.host.changed();
    this.draw();
  }

  statusChanged() {
    if (!this.isLive) return;
    this.isLost = false;
    this.run.owed.pay();
    this.#goOn();
  }

  visibilityChanged() {
    this.rate.begin();
    this.#goOn();
  }

  /** Nobody wants to know any more. */
  end() {
    this.pause();
    this.run.earlier.drop();
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

  /** Pay what is owed, and do what there is time for, if something may have changed. */
  #goOn() {
    this.owedEpochs.pay();
    this.loop.wake();
    this.run.earlier.wake();
  }

  /** What was true of the run before. */
  #forget() {
    this.waived.clear();
    this.problem = null;
    this.rate = new EpochRate();
  }

  /** @returns {TrainMessage} */
  #nextSlice() {
    const { run, waived } = this;
    run.continueFromShown();
    const { speed } = this.settings();
    return trainingSlice(this.message, run.record.frame.state, { speed, most: run.most, waived });
  }

  /** @param {TrainAnswer} result */
  #take(result) {
    if (!this.#isGood(result)) {
      this.pause();
      return;
    }
    this.run.record.append(result);
    this.isLost = false;
    this.run.hasAnswer = true;
    this.rate.see(performance.now(), result.state.epoch);
    if (result.ended) {
      this.pause();
      this.ended(result.ended.sentence);
      this.host.changed();
    }
    this.draw();
  }

  /**
   * @param {TrainAnswer} result
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

  /** @param {number} epochs so many are no longer owed then, unless the reader did something else */
  async #trainExactly(epochs) {
    const { turn } = this.loop;
    this.run.continueFromShown();
    /** @type {TrainAnswer} */
    const result = await this.host.ask(exactly(this.message, this.run.record.frame.state, epochs));
    if (turn !== this.loop.turn) return;
    this.owedEpochs.count -= epochs;
    this.#take(result);
    this.host.changed();
  }
}
