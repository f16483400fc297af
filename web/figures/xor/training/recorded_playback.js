/** @import { TrainingRecord } from "./training_record.js" */

/** Frames of the screen for the whole recording, about. */
const LENGTH = 150;

/** Shows the pictures of a recorded run one after the other, while there is no engine. */
export class RecordedPlayback {
  /**
   * @param {object} figure
   * @param {() => TrainingRecord | null} figure.record null when there is nothing to play (any more)
   * @param {() => void} figure.draw
   * @param {() => void} figure.ended the last picture is shown, or there is nothing to play any more
   */
  constructor({ record, draw, ended }) {
    this.record = record;
    this.draw = draw;
    this.ended = ended;
    this.isPlaying = false;
  }

  play() {
    if (this.isPlaying) return;
    this.isPlaying = true;
    let frame = 0;
    const next = () => {
      const record = this.record();
      this.isPlaying = record !== null && !record.isAtEnd;
      if (!record || !this.isPlaying) {
        this.ended();
        this.draw();
        return;
      }
      frame += 1;
      if (frame % Math.ceil(LENGTH / record.frames.length) === 0) {
        record.show(record.shown + 1);
        this.draw();
      }
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  }
}
