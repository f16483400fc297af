/**
 * How far from the screen a figure loads and starts Python, and how far from it the figure still works. One
 * that is farther away is drawn already, and its scripts need not come before Python.
 */
export const NEAR = "1200px";
const IN_SIGHT = "200px";

/** Watches how near an element is to the screen, and whether the reader can see it. */
export class Sight {
  /**
   * @param {Element} element
   * @param {() => void} onNear called whenever the element comes near
   * @param {(isSeen: boolean) => void} onSight called when it comes into sight or goes out of it
   */
  constructor(element, onNear, onSight) {
    this.isNear = false;
    this.isInSight = false;
    this.isSeen = false;
    this.onSight = onSight;
    this.onVisibility = () => this.#look();
    document.addEventListener("visibilitychange", this.onVisibility);
    this.observers = [
      watch(element, NEAR, (isNear) => {
        this.isNear = isNear;
        if (isNear) onNear();
      }),
      watch(element, IN_SIGHT, (isInSight) => {
        this.isInSight = isInSight;
        this.#look();
      }),
    ];
  }

  /** Stops watching; from then on the element counts as out of sight. */
  disconnect() {
    for (const observer of this.observers) observer.disconnect();
    document.removeEventListener("visibilitychange", this.onVisibility);
    this.isNear = false;
    this.isInSight = false;
    this.#look();
  }

  #look() {
    const isSeen = this.isInSight && document.visibilityState === "visible";
    if (isSeen === this.isSeen) return;
    this.isSeen = isSeen;
    this.onSight(isSeen);
  }
}

/**
 * @param {Element} element
 * @param {string} margin around the screen
 * @param {(isIn: boolean) => void} listener called at first, and whenever the element enters or leaves the area
 */
export function watch(element, margin, listener) {
  const observer = new IntersectionObserver(
    (entries) => listener(entries[entries.length - 1].isIntersecting),
    { rootMargin: margin },
  );
  observer.observe(element);
  return observer;
}
