/** The curve is drawn by the lowest and highest loss of at most this many stretches. */
const MOST_STRETCHES = 300;

/** @typedef {{epoch: number, loss: number}} LossPoint */

/**
 * The loss of every epoch so far, in a buffer that grows by doubling. For drawing, the lowest and highest
 * loss of each stretch are kept up to date, so that a long run takes no longer to draw than a short one.
 */
export class LossHistory {
  /** @param {number} [firstEpoch] the epoch that the first loss belongs to */
  constructor(firstEpoch = 0) {
    this.firstEpoch = firstEpoch;
    this.length = 0;
    this.buffer = new Float64Array(1024);
    /** Epochs in one stretch. */
    this.stretch = 1;
    /** @type {number[]} where in the buffer the lowest loss of each stretch is */
    this.lows = [];
    /** @type {number[]} where in the buffer the highest loss of each stretch is */
    this.highs = [];
  }

  /** The losses as a view, valid until the next `append`. */
  get losses() {
    return this.buffer.subarray(0, this.length);
  }

  /** @param {ArrayLike<number>} losses of the epochs that follow */
  append(losses) {
    const before = this.length;
    const length = before + losses.length;
    if (length > this.buffer.length) {
      const larger = new Float64Array(Math.max(length, this.buffer.length * 2));
      larger.set(this.losses);
      this.buffer = larger;
    }
    this.buffer.set(losses, before);
    this.length = length;
    for (let index = before; index < length; index += 1) this.#stretchOver(index);
  }

  /**
   * Forgets everything from this epoch on.
   * @param {number} epoch
   */
  cutAt(epoch) {
    this.length = Math.min(this.length, Math.max(0, epoch - this.firstEpoch));
    this.stretch = 1;
    this.lows = [];
    this.highs = [];
    for (let index = 0; index < this.length; index += 1) this.#stretchOver(index);
  }

  /**
   * The curve thinned for drawing: the first loss, then the lowest and the highest of each stretch,
   * in order, so that no spike is lost. What is not finite is left out.
   * @returns {LossPoint[]}
   */
  extremes() {
    const indices = this.length > 0 ? [0] : [];
    for (let stretch = 0; stretch < this.lows.length; stretch += 1) {
      const low = this.lows[stretch];
      const high = this.highs[stretch];
      for (const index of low < high ? [low, high] : [high, low]) {
        if (index !== indices[indices.length - 1]) indices.push(index);
      }
    }
    return indices
      .map((index) => ({ epoch: this.firstEpoch + index, loss: this.buffer[index] }))
      .filter(({ loss }) => Number.isFinite(loss));
  }

  /** @param {number} index of the next loss */
  #stretchOver(index) {
    const { lows, highs, buffer } = this;
    const stretch = Math.floor(index / this.stretch);
    if (stretch === lows.length) {
      lows.push(index);
      highs.push(index);
    } else {
      // Written as `!(a >= b)`, so that any number replaces a NaN.
      if (!(buffer[index] >= buffer[lows[stretch]])) lows[stretch] = index;
      if (!(buffer[index] <= buffer[highs[stretch]])) highs[stretch] = index;
    }
    if (lows.length > MOST_STRETCHES) this.#mergePairs();
  }

  #mergePairs() {
    const { lows, highs, buffer } = this;
    const pairs = Math.ceil(lows.length / 2);
    for (let pair = 0; pair < pairs; pair += 1) {
      const first = 2 * pair;
      const second = Math.min(first + 1, lows.length - 1);
      lows[pair] = buffer[lows[second]] < buffer[lows[first]] ? lows[second] : lows[first];
      highs[pair] = buffer[highs[second]] > buffer[highs[first]] ? highs[second] : highs[first];
    }
    lows.length = pairs;
    highs.length = pairs;
    this.stretch *= 2;
  }
}
