/** About how many frames of the screen it takes to play the whole recorded run. */
const LENGTH = 150;

/** Plays the recorded run, picture after picture, while there is no engine to train with. */
export class RecordedPlayback {
  /** @param {import("./xor_training.js").XorTraining} training */
  constructor(training) {
    this.training = training;
    this.isPlaying = false;
  }

  async play() {
    if (this.isPlaying) return;
    const { training } = this;
    this.isPlaying = true;
    while (this.#mayPlay) {
      const { record } = training.run;
      const pause = Math.ceil(LENGTH / record.frames.length);
      for (let picture = 0; picture < pause; picture += 1) await new Promise(requestAnimationFrame);
      if (this.#mayPlay) training.run.record.showNext();
      training.draw();
    }
    this.isPlaying = false;
    const { isTraining, isLive, run } = training;
    if (isTraining && !isLive && run.record.frame.ended) training.pause();
  }

  get #mayPlay() {
    const { isTraining, isLive, run } = this.training;
    return isTraining && !isLive && run.record.isRecorded && !run.record.isAtEnd;
  }
}
