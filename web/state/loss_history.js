/** The loss of every epoch so far, in a buffer that grows by doubling. */
export class LossHistory {
  /** @param {number} [firstEpoch] the epoch that the first loss belongs to */
  constructor(firstEpoch = 0) {
    this.firstEpoch = firstEpoch;
    this.length = 0;
    this.buffer = new Float64Array(1024);
  }

  /** The losses as a view, valid until the next `append`. */
  get losses() {
    return this.buffer.subarray(0, this.length);
  }

  /** @param {ArrayLike<number>} losses of the epochs that follow */
  append(losses) {
    const length = this.length + losses.length;
    if (length > this.buffer.length) {
      const larger = new Float64Array(Math.max(length, this.buffer.length * 2));
      larger.set(this.losses);
      this.buffer = larger;
    }
    this.buffer.set(losses, this.length);
    this.length = length;
  }

  /**
   * Forget everything from this epoch on.
   * @param {number} epoch
   */
  cutAt(epoch) {
    this.length = Math.min(this.length, Math.max(0, epoch - this.firstEpoch));
  }
}
