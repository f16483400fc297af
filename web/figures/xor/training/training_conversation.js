import { messageForEpochs, trainingSlice } from "./training_slice.js";

/** @import { TrainAnswer, TrainMessage, TrainResult } from "../xor_messages.js" */
/** @import { Replay } from "./replay.js" */
/** @import { RequestedRun } from "./requested_run.js" */
/** @import { XorTraining } from "./xor_training.js" */

/**
 * A question to the engine, and what its answer does.
 * @typedef {{message: TrainMessage, take: (result: TrainAnswer) => void}} Question
 */

/**
 * Everything that the figure asks the engine, one question after the other. A question holds all that its
 * answer depends on, so one that was lost with the engine is simply asked again, and an answer is dropped
 * if the reader has done something else since.
 */
export class TrainingConversation {
  /** @param {XorTraining} training */
  constructor(training) {
    this.training = training;
    this.isAsking = false;
    /** Below full speed, each slice is shown before the next one is asked for. */
    this.isAwaitingPicture = false;
  }

  /** Asks until there is nothing to ask or the engine is lost. */
  async goOn() {
    if (this.isAsking) return;
    this.isAsking = true;
    try {
      for (let question = this.#next(); question; question = this.#next()) {
        const result = await this.#answer(question.message);
        if (!result) {
          this.training.draw();
          return;
        }
        question.take(result);
      }
    } finally {
      this.isAsking = false;
    }
  }

  /**
   * @param {TrainMessage} message
   * @returns {Promise<TrainAnswer | null>} null where the engine was lost
   */
  async #answer(message) {
    try {
      return await this.training.host.ask(message);
    } catch {
      return null;
    }
  }

  /**
   * The next question: about the run that is requested, else what the reader's activity needs, else the
   * earlier epochs while the figure is in view.
   * @returns {Question | null}
   */
  #next() {
    const { run, activity, host, isLive } = this.training;
    if (!isLive) return null;
    if (run.requested) return this.#messageToLookAt(run.requested);
    if (run.state === "refused") return null;
    if (activity === "stepping") return this.#exactEpochs();
    if (!host.visible) return null;
    if (activity === "training") return this.isAwaitingPicture ? null : this.#slice();
    return run.earlier.replay && run.earlier.isGoing ? this.#earlier(run.earlier.replay) : null;
  }

  /**
   * @param {RequestedRun} requested
   * @returns {Question}
   */
  #messageToLookAt(requested) {
    const { run } = this.training;
    return {
      message: requested.next(),
      take: (result) => {
        if (requested !== run.requested) return;
        requested.takeAnswer(result);
        if (requested.answer) this.#showRequested(requested.answer);
      },
    };
  }

  /** @param {TrainAnswer} answer to what was requested */
  #showRequested(answer) {
    const { training } = this;
    const { run } = training;
    if (!this.#isGood(answer)) {
      run.refuse();
      return;
    }
    const isAnother = run.state === "requested";
    run.show(answer);
    if (isAnother) {
      training.clearRunNotes();
      training.host.changed();
      training.say();
    }
    training.draw();
  }

  /** @returns {Question} */
  #exactEpochs() {
    const { training } = this;
    const { run, turn } = training;
    const epochs = Math.min(training.epochsLeft, run.most);
    run.continueFromShown();
    return {
      message: messageForEpochs(run.message, run.record.frame.state, epochs),
      take: (result) => {
        if (turn !== training.turn) return;
        training.epochsLeft -= epochs;
        if (training.epochsLeft === 0) training.stop();
        this.#takeTrained(result);
        training.host.changed();
      },
    };
  }

  /** @returns {Question} */
  #slice() {
    const { training } = this;
    const { run, turn, settings, passedRules } = training;
    run.continueFromShown();
    const pace = { speed: settings.speed, most: run.most, passedRules };
    return {
      message: trainingSlice(run.message, run.record.frame.state, pace),
      take: (result) => {
        if (turn !== training.turn) return;
        this.#takeTrained(result);
        if (training.settings.speed !== "fastest") this.#awaitPicture();
      },
    };
  }

  #awaitPicture() {
    this.isAwaitingPicture = true;
    requestAnimationFrame(() => {
      this.isAwaitingPicture = false;
      this.goOn();
    });
  }

  /** @param {TrainAnswer} result of epochs that continue the shown run */
  #takeTrained(result) {
    const { training } = this;
    if (!this.#isGood(result)) {
      training.stop();
      return;
    }
    training.run.record.append(result);
    training.rate.measure(performance.now(), result.state.epoch);
    if (result.ended) {
      training.stop();
      training.host.announce(result.ended.sentence);
    } else training.sayTrained();
    training.draw();
  }

  /**
   * @param {Replay} replay of the epochs before the record
   * @returns {Question}
   */
  #earlier(replay) {
    const { training } = this;
    const { run } = training;
    return {
      message: replay.next(),
      take: (result) => {
        if (replay !== run.earlier.replay) return;
        const isNews = run.earlier.takeAnswer(result);
        if (replay.isSame !== null) {
          run.endEarlier();
          training.host.changed();
        }
        if (isNews) training.draw();
      },
    };
  }

  /**
   * @param {TrainAnswer} result
   * @returns {result is TrainResult}
   */
  #isGood(result) {
    if (result.kind === "train") return true;
    if (result.kind === "error") this.training.refuse(result);
    this.training.draw();
    return false;
  }
}
