/**
 * @typedef {object} EpochsPort
 * @property {() => boolean} mayAsk
 * @property {(epochs: number) => Promise<void>} train so many, from where the run stands
 * @property {() => number} most epochs that one message may ask for
 * @property {() => void} paid nothing is owed any more, or cannot be had now
 */

/** Epochs that were asked for one by one, each slice from where the last one ended. */
export class OwedEpochs {
  /** @param {EpochsPort} port */
  constructor(port) {
    this.port = port;
    this.count = 0;
    this.isPaying = false;
  }

  /** @param {number} count */
  owe(count) {
    this.count += count;
    this.pay();
  }

  async pay() {
    if (this.isPaying) return;
    this.isPaying = true;
    const { port } = this;
    try {
      while (this.count > 0 && port.mayAsk()) {
        const epochs = Math.min(this.count, port.most());
        await port.train(epochs);
      }
    } catch {
      // The engine was lost; the epochs are still owed when it comes back.
    } finally {
      this.isPaying = false;
      port.paid();
    }
  }
}
