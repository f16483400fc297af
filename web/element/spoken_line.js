/** The least time between two sentences, so that a screen reader is not talked over. */
const BETWEEN = 1000;

/**
 * What the polite live region says: at most one sentence a second, the newest one.
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
      Math.max(0, this.last + BETWEEN - performance.now()),
    );
  }
}
