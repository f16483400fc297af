/** The least time between two sentences (ms), so that a screen reader can finish one. */
const INTERVAL = 1000;

/**
 * The text of the polite live region: the newest sentence, at most one each second.
 */
export class SpokenLine {
  /** @param {() => void} onChange */
  constructor(onChange) {
    this.onChange = onChange;
    this.text = "";
    this.next = "";
    this.last = Number.NEGATIVE_INFINITY;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
  }

  /** @param {string} sentence */
  say(sentence) {
    this.next = sentence;
    this.timer ??= setTimeout(
      () => {
        this.timer = undefined;
        this.last = performance.now();
        this.text = this.next;
        this.onChange();
      },
      Math.max(0, this.last + INTERVAL - performance.now()),
    );
  }
}
