import { superseded } from "../engine/client.js";
import { EngineError } from "../engine/engine_error.js";
import { loadRecorded } from "../engine/recorded.js";
import { words } from "../kit/figure/figure_words.js";
import { fire } from "./figure_events.js";

/** @import { FigureHost, Refusal } from "../kit/figure/figure_host.js" */
/** @import { DescribeResult, ErrorResult, Result } from "../contract/messages.js" */

/**
 * What an element offers to the figure inside it.
 * @implements {FigureHost}
 */
export class ElementHost {
  /**
   * @param {import("./figure_element.js").BackpropFigure} element
   * @param {DescribeResult} describe
   */
  constructor(element, describe) {
    this.element = element;
    this.describe = describe;
  }

  get preset() {
    return this.element.preset;
  }

  get predict() {
    return this.element.predict;
  }

  get shadowRoot() {
    return this.element.shadowRoot;
  }

  get status() {
    return this.element.status;
  }

  get visible() {
    return this.element.visible;
  }

  get clientWidth() {
    return this.element.clientWidth;
  }

  get isCompact() {
    return this.element.compact.isOn;
  }

  get fillsHeight() {
    return this.element.fit === "height";
  }

  showPanels() {
    this.element.compact.showPanels(true);
  }

  get reducedMotion() {
    return globalThis.matchMedia?.("(prefers-reduced-motion: reduce)").matches ?? false;
  }

  get site() {
    return this.element.site;
  }

  /** @param {string} name */
  load(name) {
    return loadRecorded(this.element.site, name);
  }

  /**
   * @template {Result} Answer
   * @template {{kind: Answer["kind"]}} Question
   * @param {Question} message
   * @param {{signal?: AbortSignal, latest?: string, deadline?: number}} [options]
   * @returns {Promise<Answer | ErrorResult>}
   */
  async ask(message, options = {}) {
    const { engine } = this.element;
    if (!engine) throw new EngineError("disposed", words.removed);
    const isSeen = () => this.visible;
    const asked = engine.ask(message, { ...options, from: this, isSeen, again: true });
    const answer = await this.element.late.watch(asked);
    // Not the object itself: a notebook loads these modules once for each of its figures.
    if (answer.kind === superseded.kind) throw new EngineError("superseded", words.superseded);
    return /** @type {Answer | ErrorResult} */ (answer);
  }

  /** Draws the figure again; the element draws other news, such as the engine's, without it. */
  requestUpdate() {
    this.element.drawings += 1;
    this.element.requestUpdate();
  }

  get updateComplete() {
    return this.element.updateComplete;
  }

  /** @param {Promise<void>} drawing */
  awaitDrawing(drawing) {
    this.element.following = drawing;
  }

  /**
   * @param {string} figure
   * @param {Record<string, unknown>} fields
   */
  openFigure(figure, fields) {
    return !fire(this.element, "backprop-open", { figure, state: fields });
  }

  startPython() {
    this.element.startPython();
  }

  /** @param {string} sentence */
  announce(sentence) {
    this.element.spoken.say(sentence);
  }

  /** @param {Refusal} refusal */
  refuse({ field, message }) {
    this.element.link?.hear({ field, message });
    fire(this.element, "backprop-error", { field, message });
  }

  changed() {
    this.element.isChanged = true;
    fire(this.element, "backprop-change", { state: this.element.getState() });
  }

  firstAnswerShown() {
    const { readiness, openings } = this.element;
    const { count } = openings;
    if (!readiness.answered()) return;
    this.updateComplete.then(() => {
      // Meanwhile it may have been told to open anew.
      if (count !== openings.count) return;
      readiness.fulfil();
      fire(this.element, "backprop-ready", {});
    });
  }

  /** @param {boolean} isBusy */
  setBusy(isBusy) {
    this.element.readiness.setBusy(isBusy);
  }
}
