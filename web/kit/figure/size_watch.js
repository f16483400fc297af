/**
 * Watches how large elements are on screen, for figures that are drawn to their size.
 *
 * When the browser reports a new width, the figure is drawn again, which may change the height of the
 * watched element. The browser would report that to the page as an error ("ResizeObserver loop"), so an
 * element is not watched between a change and the next frame.
 */
export class SizeWatch {
  /**
   * @param {(entries: ResizeObserverEntry[]) => boolean} listener is called with the sizes at first
   *   and whenever one changes; returns whether the figure is drawn differently from now on
   */
  constructor(listener) {
    this.isOver = false;
    this.observer = new ResizeObserver((entries) => {
      if (listener(entries)) this.#pauseUntilNextFrame(entries.map(({ target }) => target));
    });
  }

  /** @param {Element} element */
  observe(element) {
    this.observer.observe(element);
  }

  disconnect() {
    this.isOver = true;
    this.observer.disconnect();
  }

  /** @param {Element[]} elements */
  #pauseUntilNextFrame(elements) {
    for (const element of elements) this.observer.unobserve(element);
    requestAnimationFrame(() => {
      if (this.isOver) return;
      for (const element of elements) this.observer.observe(element);
    });
  }
}
