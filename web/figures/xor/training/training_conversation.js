import { exactly, trainingSlice } from "./training_slice.js";

/** @import { TrainAnswer, TrainMessage, TrainResult } from "../xor_messages.js" */
/** @import { Replay } from "./replay.js" */
/** @import { RequestedRun } from "./requested_run.js" */
/** @import { XorTraining } from "./xor_training.js" */

/**
 * A question to the engine, and what its answer does.
 * @typedef {{message: TrainMessage, take: (result: TrainAnswer) => void}} Question
 */

/**
 * All that the figure asks the engine, one question after the other. The page knows everything that a
 * question needs, so one whose answer never comes is asked again when the engine is back, and an
 * answer that the reader has overtaken is dropped.
 */
export class TrainingConversation {
  /** @param {XorTraining} training */
  constructor(training) {
    this.training = training;
    this.isAsking = false;
    /** Slow training shows each slice before it asks for the next. */
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
   * What is to be asked now: first the run that is requested, then what the reader does, and the earlier
   * epochs when there is nothing else and somebody looks.
   * @returns {Question | null}
   */
  #next() {
    const { run, activity, host, isLive } = this.training;
    if (!isLive) return null;
    if (run.requested) return this.#lookAt(run.requested);
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
  #lookAt(requested) {
    const { run } = this.training;
    return {
      message: requested.next(),
      take: (result) => {
        if (requested !== run.requested) return;
        requested.take(result);
        if (requested.answer) this.#arrive(requested.answer);
      },
    };
  }

  /** @param {TrainAnswer} answer to what was requested */
  #arrive(answer) {
    const { training } = this;
    const { run } = training;
    if (!this.#isGood(answer)) {
      run.refuse();
      return;
    }
    const isAnother = run.state === "requested";
    run.arrive(answer);
    if (isAnother) {
      training.forget();
      training.host.changed();
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
      message: exactly(run.message, run.record.frame.state, epochs),
      take: (result) => {
        if (turn !== training.turn) return;
        training.epochsLeft -= epochs;
        if (training.epochsLeft === 0) training.rest();
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

  /** @param {TrainAnswer} result of epochs that went on from where the run stands */
  #takeTrained(result) {
    const { training } = this;
    if (!this.#isGood(result)) {
      training.rest();
      return;
    }
    training.run.record.append(result);
    training.rate.see(performance.now(), result.state.epoch);
    if (result.ended) {
      training.rest();
      training.host.announce(result.ended.sentence);
    }
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
        const isNews = run.earlier.take(result);
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
