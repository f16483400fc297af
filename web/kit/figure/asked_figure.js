import { PlotWidth } from "../charts/plot_width.js";
import { NumberFields } from "../fields/number_fields.js";

/** @import { FigureHost, Refusal } from "./figure_host.js" */

/**
 * What all figures have in common that are one state and the engine's answer to it. Each says how its
 * fields are checked (`checked`) and how it is drawn (`render`).
 *
 * @template {object} State
 * @template {{kind: string}} Answer
 */
export class AskedFigure {
  /**
   * @param {FigureHost} host
   * @param {import("./opened_state.js").OpenedState<State, Answer>} asked
   * @param {{selector: string, width: number}} [plot] whose width the drawing follows
   */
  constructor(host, asked, plot) {
    this.host = host;
    this.asked = asked;
    this.numbers = new NumberFields({
      take: (field, text) => this.set({ [field]: text }),
      onChange: () => host.requestUpdate(),
    });
    asked.onRefusal = (field, why) => this.numbers.notes.set(field, why);
    this.plot = plot && new PlotWidth(plot.selector, plot.width, () => host.requestUpdate());
  }

  /** How wide the plot is (px). */
  get width() {
    return this.plot?.width ?? 0;
  }

  /**
   * The state with these fields taken over, and those refused.
   * @param {Record<string, unknown>} _partial
   * @returns {{state: State, refused: Refusal[]}}
   */
  checked(_partial) {
    throw new Error("a figure says how its fields are checked");
  }

  /**
   * @param {Record<string, unknown>} partial
   * @returns {string | null} why the first bad field was refused
   */
  set(partial) {
    const { state, refused } = this.checked(partial);
    for (const refusal of refused) this.host.refuse(refusal);
    if (refused.length < Object.keys(partial).length) this.asked.turnTo(state);
    return refused[0]?.message ?? null;
  }

  /** Back to how the figure opened. */
  reset() {
    this.numbers.notes.clear();
    this.asked.turnTo(this.asked.opening);
  }

  getState() {
    return structuredClone(this.asked.state);
  }

  /** @param {Record<string, unknown>} partial */
  setState(partial) {
    this.set(partial);
  }

  /** @returns {object} */
  inspect() {
    return structuredClone(this.asked.result);
  }

  /**
   * Nothing here, in a figure without steps.
   * @param {number} _count
   */
  step(_count) {}

  statusChanged() {
    if (this.host.status.kind === "ready") this.asked.ask();
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
