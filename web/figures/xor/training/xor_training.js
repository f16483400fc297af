import { refusalOf } from "../../../kit/fields/fields.js";
import { countText } from "../../../kit/formula/count_text.js";
import { numberText } from "../../../kit/formula/number_text.js";
import { trainMessage } from "../xor_state.js";
import { words } from "../xor_words.js";
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

/** While a network trains, those who listen hear of it so often (ms). */
const SPOKEN_EVERY = 5000;

/**
 * What the figure is doing: `resting`: nothing; `training`: slice after slice, or, while there is no engine,
 * playing the recorded run; `stepping`: training a given number of epochs. While another run is requested,
 * training and stepping wait for it.
 * @typedef {"resting" | "training" | "stepping"} Activity
 */

/**
 * A network in training: its run, what the reader does with it, and the conversation with the engine that
 * continues it.
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
    this.spokenAt = 0;
    /** @type {Set<string>} rules that have fired, after which the reader went on */
    this.passedRules = new Set();
    /** How many pictures have been drawn. */
    this.pictures = 0;
    this.isDrawing = false;
    /** Counts the reader's actions: an answer to a question from before the last one is dropped. */
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

  /** The message of a slice, without its start and its end. */
  get message() {
    return this.run.message;
  }

  /** @param {XorState} settings take effect with the next slice */
  applySettings(settings) {
    this.settings = settings;
    this.run.message = trainMessage(settings, this.recorded);
  }

  /** Trains on from the picture that is shown. */
  train() {
    if (this.isTraining) return;
    this.stop();
    const { ended, state } = this.run.record.frame;
    if (ended) this.passedRules.add(ended.rule);
    // A link may lead to an epoch beyond the limit, where someone went on after it before.
    if (state.epoch > (this.message.stopping?.epoch_limit ?? state.epoch)) {
      this.passedRules.add("epoch_limit");
    }
    this.problem = null;
    this.activity = "training";
    this.rate.begin();
    this.spokenAt = performance.now();
    this.host.setBusy(true);
    this.host.startPython();
    this.playback.play();
    this.draw();
    this.conversation.goOn();
  }

  pause() {
    this.stop();
    this.conversation.goOn();
  }

  /** Goes back to the start of this network. */
  reset() {
    if (!this.run.isStartKnown) {
      this.requestStart();
      return;
    }
    this.stop();
    this.run.backToStart();
    this.clearRunNotes();
    this.host.changed();
    this.draw();
    this.conversation.goOn();
  }

  /** Asks for the start of the network that the settings now make. */
  requestStart() {
    this.#request(START);
  }

  /**
   * Shows given weights, with the run that led to them if it can be trained again.
   * @param {Record<string, unknown>} given fields of a run
   */
  placeRun(given) {
    const { run, message, host } = this;
    try {
      this.#request(placedRun(given, run.record.frame.state, message, host.describe));
    } catch (error) {
      host.refuse(refusalOf(error));
    }
  }

  /**
   * Trains an exact number of epochs. A negative number, or any while there is no engine, moves through the
   * pictures that are there.
   * @param {number} count
   */
  step(count) {
    if (count < 0 || !this.isLive) {
      if (count > 0) this.host.startPython();
      this.show(this.run.record.shown + Math.sign(count) * Math.ceil(Math.abs(count)));
      return;
    }
    this.stop();
    this.epochsLeft = Math.round(count);
    if (this.epochsLeft > 0) this.activity = "stepping";
    this.conversation.goOn();
  }

  /** @param {number} index of a picture of this run */
  show(index) {
    this.stop();
    this.run.record.show(index);
    this.host.changed();
    this.draw();
    this.conversation.goOn();
  }

  /** Trains the earlier epochs again, however long that takes. */
  replayEarlier() {
    this.run.earlier.isForced = true;
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

  /** Is called when the figure goes. */
  end() {
    this.stop();
    this.run.earlier.drop();
  }

  /** Speaks of where the run stands. */
  say() {
    const { state, loss, right, examples: count } = this.run.record.frame;
    this.spokenAt = performance.now();
    const now = { epoch: countText(state.epoch), loss: numberText(loss, 3), right, count };
    this.host.announce(words.spokenNow(now));
  }

  /** Speaks of what has been trained: each time when a reader had it done, and now and then while it goes on. */
  sayTrained() {
    if (this.epochsLeft > 0) return;
    if (!this.isTraining || performance.now() - this.spokenAt >= SPOKEN_EVERY) this.say();
  }

  /** Draws in the next frame, once. */
  draw() {
    if (this.isDrawing) return;
    this.isDrawing = true;
    requestAnimationFrame(() => {
      this.isDrawing = false;
      this.pictures += 1;
      this.host.requestUpdate();
    });
  }

  /** Ends training or stepping; answers to its questions are dropped. */
  stop() {
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
    this.stop();
    this.run.request(standing);
    this.clearRunNotes();
    this.host.startPython();
    this.draw();
    this.conversation.goOn();
  }

  /** Clears what was noted of the run before, since another one is shown or requested. */
  clearRunNotes() {
    this.passedRules.clear();
    this.problem = null;
    this.rate = new EpochRate();
  }
}
