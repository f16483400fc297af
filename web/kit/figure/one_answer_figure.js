import { PlotWidth } from "../charts/plot_width.js";
import { NumberFields } from "../fields/number_fields.js";

/** @import { FigureHost, Refusal } from "./figure_host.js" */

/**
 * The base of figures that are one state and the engine's one answer to it. Each overrides how its fields
 * are checked (`stateWith`), how it is drawn (`render`) and what is spoken of it (`spokenSummary`).
 *
 * @template {object} State
 * @template {{kind: string}} Answer
 */
export class OneAnswerFigure {
  /**
   * @param {FigureHost} host
   * @param {import("./state_from_opening.js").StateFromOpening<State, Answer>} shown
   * @param {{selector: string, width: number, height?: number}} [plot] whose width the drawing
   *   follows, and its height where one is given
   */
  constructor(host, shown, plot) {
    this.host = host;
    this.shown = shown;
    this.numbers = new NumberFields({
      tryText: (field, text) => this.set({ [field]: text }),
      onChange: () => host.requestUpdate(),
    });
    shown.onRefusal = (field, why) => {
      this.numbers.notes.set(field, why);
      this.isSpeechDue = false; // the refusal has been spoken instead
    };
    /** The state has changed, and the new one has not been spoken of. */
    this.isSpeechDue = false;
    this.plot = plot && new PlotWidth(plot, () => host.requestUpdate());
  }

  /** How wide the plot is (px). */
  get width() {
    return this.plot?.width ?? 0;
  }

  /** How high it is (px), where the drawing follows that too. */
  get height() {
    return this.plot?.height ?? 0;
  }

  /**
   * The state with these fields taken over, and the fields that were refused.
   * @param {Record<string, unknown>} _partial
   * @returns {{state: State, refused: Refusal[]}}
   */
  stateWith(_partial) {
    throw new Error("a figure overrides how its fields are checked");
  }

  /**
   * @param {Record<string, unknown>} partial
   * @returns {string | null} why the first bad field was refused
   */
  set(partial) {
    const { state, refused } = this.stateWith(partial);
    for (const refusal of refused) this.host.refuse(refusal);
    if (refused.length < Object.keys(partial).length) this.show(state);
    return refused[0]?.message ?? null;
  }

  /** @param {State} state is shown, and spoken of when its answer is there */
  async show(state) {
    const answered = this.shown.show(state);
    this.isSpeechDue = true;
    await answered;
    this.#speakOfAnswer();
  }

  /** Goes back to the state with which the figure opened. */
  reset() {
    this.numbers.notes.clear();
    this.show(this.shown.opening);
  }

  /** One sentence on what is shown, for screen readers. */
  get spokenSummary() {
    return "";
  }

  /** Whether time moves the figure at present: single moves are not spoken of then. */
  get isPlaying() {
    return false;
  }

  /** Speaks of what is shown, as soon as the answer to the last question is there. */
  speak() {
    this.isSpeechDue = true;
    this.#speakOfAnswer();
  }

  #speakOfAnswer() {
    const { isAsking, waits } = this.shown;
    if (!this.isSpeechDue || isAsking || waits) return;
    this.isSpeechDue = false;
    if (this.spokenSummary && !this.isPlaying) this.host.announce(this.spokenSummary);
  }

  getState() {
    return structuredClone(this.shown.state);
  }

  /** @param {Record<string, unknown>} partial */
  setState(partial) {
    this.set(partial);
  }

  /** @returns {Answer} */
  inspect() {
    return structuredClone(this.shown.result);
  }

  /**
   * Nothing happens in a figure without steps.
   * @param {number} _count
   */
  step(_count) {}

  statusChanged() {
    this.#askWhenReady();
  }

  async #askWhenReady() {
    if (this.host.status.kind !== "ready") return;
    await this.shown.ask();
    this.#speakOfAnswer();
  }

  visibilityChanged() {}

  updated() {
    this.plot?.observe(this.host.shadowRoot);
  }

  /**
   * Comma and full stop step back and on, except where a reader types.
   * @param {KeyboardEvent} event
   */
  key(event) {
    const count = { ",": -1, ".": 1 }[event.key];
    const target = event.composedPath()[0];
    const isTyped =
      target instanceof Element && target.closest("select, textarea, input:not([type=range])");
    if (!count || isTyped || event.ctrlKey || event.metaKey) return false;
    this.step(count);
    return true;
  }

  destroy() {
    this.plot?.disconnect();
  }
}
