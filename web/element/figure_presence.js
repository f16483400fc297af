import { namedSite } from "../engine/site.js";
import { isAddress } from "./attributes/attributes.js";
import { Sight } from "./sight.js";

/**
 * What an element does while it is in its page: it watches whether it is in view, uses the page's Python, and
 * decides when Python starts.
 */
export class FigurePresence {
  /** @param {import("./figure_element.js").BackpropFigure} element */
  constructor(element) {
    this.element = element;
    /** @type {import("../engine/client.js").EngineClient | undefined} */
    this.engine = undefined;
    /** @type {Sight | undefined} */
    this.sight = undefined;
    /** @type {AbortController | undefined} aborts the listeners for a reader's first action */
    this.listening = undefined;
    this.unsubscribe = () => {};
  }

  enter() {
    if (this.engine) return;
    this.#acquireEngine();
    const { element } = this;
    this.sight = new Sight(
      element,
      () => this.#approach(),
      (isSeen) => {
        element.visible = isSeen;
        element.shown?.visibilityChanged();
      },
    );
    this.applyStart();
  }

  leave() {
    this.sight?.disconnect();
    this.listening?.abort();
    this.#releaseEngine();
  }

  /** Is called when the attribute that names the folder of the files has changed. */
  moveToSite() {
    if (!this.engine) return;
    this.#releaseEngine();
    this.#acquireEngine();
  }

  /** Applies the attribute that says when Python starts. */
  applyStart() {
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
    // Python's start can occupy a small machine completely, so the figure is drawn before it.
    await this.element.openings.load();
    if (this.element.start !== "interaction") this.element.startPython();
  }

  #acquireEngine() {
    const { element } = this;
    const { files } = element;
    element.site = files !== null && isAddress(files) ? namedSite(files) : element.home;
    this.engine = element.site.engine;
    this.engine.acquire();
    element.hear(this.engine.status);
    this.unsubscribe = this.engine.subscribe((status) => element.hear(status));
  }

  #releaseEngine() {
    this.unsubscribe();
    this.engine?.release();
    this.engine = undefined;
  }
}
