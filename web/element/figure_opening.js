import { Failure } from "../downloads/failure.js";
import { notLoaded } from "../downloads/failure_words.js";
import { EngineError } from "../engine/engine_error.js";
import { words } from "../kit/figure/figure_words.js";
import { fire } from "./figure_events.js";
import { loadFigure } from "./figure_loading.js";

/** @import { FigureKind, Recorded } from "../kit/figure/figure_host.js" */

/**
 * What an element opens with: fetched once when the figure comes near, and anew whenever another
 * figure, preset, state or folder is written on the element.
 */
export class FigureOpening {
  /** @param {import("./figure_element.js").BackpropFigure} element */
  constructor(element) {
    this.element = element;
    /** @type {Promise<unknown> | null} the figure is drawn, in the end */
    this.drawn = null;
    /** Something else is to be shown than what is. */
    this.isDue = false;
    /** How often it was asked for: what an earlier opening has fetched comes too late. */
    this.count = 0;
  }

  /**
   * Fetches the code of this kind of figure and what was recorded for it, and draws it; once.
   * @returns {Promise<unknown>} fulfilled when it is drawn, or says why it cannot be
   */
  load() {
    this.drawn ??= this.#loadAndDraw();
    return this.drawn;
  }

  /** Once for all that is written in one go; before anything is loaded there is nothing to do. */
  openAnew() {
    if (!this.drawn) return;
    this.count += 1;
    this.isDue = true;
    this.element.readiness.begin();
    const { count } = this;
    const drawn = Promise.resolve().then(() =>
      count === this.count ? this.#loadAndDraw() : this.drawn,
    );
    this.drawn = drawn;
    drawn.then(() => this.element.presence.approachIfNear());
  }

  /** What failed is loaded again when it is next asked for. */
  forgetFailure() {
    if (this.element.missing !== null) this.drawn = null;
  }

  /** Nothing is shown or remembered any more. */
  forget() {
    this.count += 1;
    this.drawn = null;
    this.element.missing = null;
    this.#put(null, null);
  }

  async #loadAndDraw() {
    const { element, count } = this;
    element.missing = null;
    element.readiness.begin();
    try {
      const { kind, recorded, link } = await loadFigure(element);
      if (count !== this.count) return this.drawn;
      this.#put(kind, recorded);
      element.link = link;
      element.names.tellAll(link?.notes ?? []);
      element.checkNames();
    } catch (error) {
      if (count !== this.count) return this.drawn;
      this.#put(null, null);
      const reason = error instanceof Failure ? error.reason : "fetch_blocked";
      const message = notLoaded(words.thisFigure, error);
      element.missing = message;
      element.readiness.giveUp(new EngineError(reason, message, String(error)));
      fire(element, "backprop-error", { reason, message });
    }
    element.requestUpdate("kind");
    return element.updateComplete;
  }

  /**
   * What is to be shown, in the place of what was.
   * @param {FigureKind | null} kind
   * @param {Recorded | null} recorded
   */
  #put(kind, recorded) {
    const { element } = this;
    element.shown?.destroy();
    element.shown = null;
    element.link = null;
    element.opening = null;
    element.isChanged = false;
    element.names.forgetFields();
    element.recorded = recorded;
    element.kind = kind;
    this.isDue = false;
  }
}
