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
    asked.onRefusal = (field, why) => {
      this.numbers.notes.set(field, why);
      this.isUnsaid = false; // the refusal has been spoken
    };
    /** A change has not been spoken of yet. */
    this.isUnsaid = false;
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
    if (refused.length < Object.keys(partial).length) this.turnTo(state);
    return refused[0]?.message ?? null;
  }

  /** @param {State} state is taken, and spoken of when its answer is there */
  async turnTo(state) {
    const answered = this.asked.turnTo(state);
    this.isUnsaid = true;
    await answered;
    this.#sayWhatIsAnswered();
  }

  /** Back to how the figure opened. */
  reset() {
    this.numbers.notes.clear();
    this.turnTo(this.asked.opening);
  }

  /** One sentence on what is shown, for those who do not see it. */
  get said() {
    return "";
  }

  /** Whether time moves the figure now: it is not spoken of at every move. */
  get isPlaying() {
    return false;
  }

  /** Speaks of what is shown, once it is the answer to what was asked last. */
  say() {
    this.isUnsaid = true;
    this.#sayWhatIsAnswered();
  }

  #sayWhatIsAnswered() {
    const { isAsking, waits } = this.asked;
    if (!this.isUnsaid || isAsking || waits) return;
    this.isUnsaid = false;
    if (this.said && !this.isPlaying) this.host.announce(this.said);
  }

  getState() {
    return structuredClone(this.asked.state);
  }

  /** @param {Record<string, unknown>} partial */
  setState(partial) {
    this.set(partial);
  }

  /** @returns {Answer} */
  inspect() {
    return structuredClone(this.asked.result);
  }

  /**
   * Nothing here, in a figure without steps.
   * @param {number} _count
   */
  step(_count) {}

  statusChanged() {
    this.#askWhenReady();
  }

  async #askWhenReady() {
    if (this.host.status.kind !== "ready") return;
    await this.asked.ask();
    this.#sayWhatIsAnswered();
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
