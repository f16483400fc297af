/**
 * Watches how large elements are on screen, for a figure that is drawn to its size.
 *
 * A drawing changes the heights of what is watched in the very moment in which the browser tells of its
 * width; of that the browser would complain to the page as an error ("ResizeObserver loop"). So an
 * element is left alone from a change to the next picture, and looked at again then.
 */
export class SizeWatch {
  /**
   * @param {(entries: ResizeObserverEntry[]) => boolean} listener told of the sizes at first and whenever
   *   one changes; answers whether the figure is now drawn in another way
   */
  constructor(listener) {
    this.isOver = false;
    this.observer = new ResizeObserver((entries) => {
      if (listener(entries)) this.#restUntilNextPicture(entries.map(({ target }) => target));
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
  #restUntilNextPicture(elements) {
    for (const element of elements) this.observer.unobserve(element);
    requestAnimationFrame(() => {
      if (this.isOver) return;
      for (const element of elements) this.observer.observe(element);
    });
  }
}
