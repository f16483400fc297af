import { refusalOf } from "../../../kit/fields/fields.js";
import { trainMessage } from "../xor_state.js";
import { EpochRate } from "./epoch_rate.js";
import { placedRun } from "./placed_run.js";
import { RecordedPlayback } from "./recorded_playback.js";
import { START } from "./requested_run.js";
import { TrainingConversation } from "./training_conversation.js";
import { XorRun } from "./xor_run.js";

/** @import { XorState } from "../xor_state.js" */
/** @import { FigureHost } from "../../../kit/figure/figure_host.js" */
/** @import { Standing } from "./requested_run.js" */
/** @import { RecordedXor } from "./xor_run.js" */

/**
 * What the reader has the figure do: `resting` nothing; `training` slice after slice, or as long as
 * there is no engine the pictures of the recorded run; `stepping` a given number of epochs. Where
 * another run is requested, training and stepping begin when it is there.
 * @typedef {"resting" | "training" | "stepping"} Activity
 */

/**
 * One network in training: its run, what the reader does with it, and the conversation with the engine
 * that makes it longer.
 */
export class XorTraining {
  /**
   * @param {FigureHost} host
   * @param {RecordedXor} recorded
   * @param {XorState} settings
   */
  constructor(host, recorded, settings) {
    this.host = host;
    this.recorded = recorded;
    this.settings = settings;
    const message = trainMessage(settings, recorded);
    this.run = new XorRun(recorded, message, host.describe.limits.epochs.maximum);
    /** @type {Activity} */
    this.activity = "resting";
    /** Epochs that are still to be trained while stepping. */
    this.epochsLeft = 0;
    /** @type {string | null} why the engine refused to train */
    this.problem = null;
    this.rate = new EpochRate();
    /** @type {Set<string>} rules that have fired and that the reader trains past */
    this.passedRules = new Set();
    /** How many pictures have been drawn. */
    this.pictures = 0;
    this.isDrawing = false;
    /** Counts what the reader does: training that was asked for before that is dropped. */
    this.turn = 0;
    this.conversation = new TrainingConversation(this);
    this.playback = new RecordedPlayback(this);
  }

  get isTraining() {
    return this.activity === "training";
  }

  get isLive() {
    return this.host.status.kind === "ready";
  }

  /** Whether training waits for an engine that was there before. */
  get isLost() {
    const { isCurrent, record } = this.run;
    return this.isTraining && !this.isLive && isCurrent && !record.isRecorded;
  }

  /** Everything that a slice says, but for where it begins and ends. */
  get message() {
    return this.run.message;
  }

  /** @param {XorState} settings hold from the next slice on */
  use(settings) {
    this.settings = settings;
    this.run.message = trainMessage(settings, this.recorded);
  }

  /** Go on from the picture that is shown. */
  train() {
    if (this.isTraining) return;
    this.rest();
    const { ended, state } = this.run.record.frame;
    if (ended) this.passedRules.add(ended.rule);
    // As when a link leads past the limit: whoever is there and goes on has gone past it before.
    if (state.epoch > (this.message.stopping?.epoch_limit ?? state.epoch)) {
      this.passedRules.add("epoch_limit");
    }
    this.problem = null;
    this.activity = "training";
    this.rate.begin();
    this.host.setBusy(true);
    this.host.start();
    this.playback.play();
    this.draw();
    this.conversation.goOn();
  }

  pause() {
    this.rest();
    this.conversation.goOn();
  }

  /** Back to the very start of this network. */
  reset() {
    if (!this.run.isStartKnown) {
      this.startAfresh();
      return;
    }
    this.rest();
    this.run.backToStart();
    this.forget();
    this.host.changed();
    this.draw();
    this.conversation.goOn();
  }

  /** The settings make another network now: look at its start. */
  startAfresh() {
    this.#request(START);
  }

  /**
   * Put given weights in place, with the run that led to them where it can be gone through again.
   * @param {Record<string, unknown>} given fields of a run
   */
  place(given) {
    const { run, message, host } = this;
    try {
      this.#request(placedRun(given, run.record.frame.state, message, host.describe));
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
    if (count < 0 || !this.isLive) {
      if (count > 0) this.host.start();
      this.show(this.run.record.shown + Math.sign(count) * Math.ceil(Math.abs(count)));
      return;
    }
    this.rest();
    this.epochsLeft = Math.round(count);
    if (this.epochsLeft > 0) this.activity = "stepping";
    this.conversation.goOn();
  }

  /** @param {number} index of a picture of this run */
  show(index) {
    this.rest();
    this.run.record.show(index);
    this.host.changed();
    this.draw();
    this.conversation.goOn();
  }

  /** The reader wants to see the earlier epochs, however long that takes. */
  insistOnEarlier() {
    this.run.earlier.isInsisted = true;
    this.draw();
    this.conversation.goOn();
  }

  statusChanged() {
    this.conversation.goOn();
  }

  visibilityChanged() {
    this.rate.begin();
    this.conversation.goOn();
  }

  /** Nobody wants to know any more. */
  end() {
    this.rest();
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

  /** Whatever is being trained ends here, and so does what was asked for it. */
  rest() {
    const { isTraining } = this;
    this.turn += 1;
    this.activity = "resting";
    this.epochsLeft = 0;
    if (!isTraining) return;
    this.host.setBusy(false);
    this.host.changed();
    this.draw();
  }

  /** @param {{field?: string | null, message: string}} error what the engine says of a message that it refused */
  refuse({ field, message }) {
    this.problem = message;
    this.host.refuse({ field: field ?? "message", message });
  }

  /** @param {Standing} standing of the run to be shown */
  #request(standing) {
    this.rest();
    this.run.request(standing);
    this.forget();
    this.host.start();
    this.draw();
    this.conversation.goOn();
  }

  /** Another run is shown, or is on its way: what was true of the one before is not true of it. */
  forget() {
    this.passedRules.clear();
    this.problem = null;
    this.rate = new EpochRate();
  }
}
