import { namedSite } from "../engine/site.js";
import { isAddress } from "./attributes/attributes.js";
import { Sight } from "./sight.js";

/**
 * An element's part in its page while it is there: what it sees of the screen, its hold on Python, and
 * when Python starts.
 */
export class FigurePresence {
  /** @param {import("./figure_element.js").BackpropFigure} element */
  constructor(element) {
    this.element = element;
    /** @type {import("../engine/client.js").EngineClient | undefined} */
    this.engine = undefined;
    /** @type {Sight | undefined} */
    this.sight = undefined;
    /** @type {AbortController | undefined} ends the listening for a reader's first action */
    this.listening = undefined;
    this.unsubscribe = () => {};
  }

  enter() {
    if (this.engine) return;
    this.#hold();
    const { element } = this;
    this.sight = new Sight(
      element,
      () => this.#approach(),
      (isSeen) => {
        element.visible = isSeen;
        element.shown?.visibilityChanged();
      },
    );
    this.heedStart();
  }

  leave() {
    this.sight?.disconnect();
    this.listening?.abort();
    this.#letGo();
  }

  /** Another folder was named, or none any more. */
  moveToSite() {
    if (!this.engine) return;
    this.#letGo();
    this.#hold();
  }

  /** Python starts when the author wants it to, which may have changed. */
  heedStart() {
    this.listening?.abort();
    if (!this.engine) return;
    const { element } = this;
    if (element.start === "load") this.#approach();
    else this.approachIfNear();
    if (element.start !== "interaction") return;
    this.listening = new AbortController();
    for (const type of ["pointerdown", "keydown"]) {
      element.addEventListener(type, () => element.startPython(), {
        once: true,
        signal: this.listening.signal,
      });
    }
  }

  approachIfNear() {
    if (this.sight?.isNear) this.#approach();
  }

  async #approach() {
    // Python's start takes all that a small machine has: the figure is drawn before it.
    await this.element.openings.load();
    if (this.element.start !== "interaction") this.element.startPython();
  }

  #hold() {
    const { element } = this;
    const { files } = element;
    element.site = files !== null && isAddress(files) ? namedSite(files) : element.home;
    this.engine = element.site.engine;
    this.engine.acquire();
    element.hear(this.engine.status);
    this.unsubscribe = this.engine.subscribe((status) => element.hear(status));
  }

  #letGo() {
    this.unsubscribe();
    this.engine?.release();
    this.engine = undefined;
  }
}
