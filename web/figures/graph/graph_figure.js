import { html, nothing } from "lit";
import { guard } from "lit/directives/guard.js";
import { CodePanel } from "../../kit/code/code_panel.js";
import { codeStyles } from "../../kit/code/code_styles.js";
import { choiceMenu, titleOf } from "../../kit/fields/choice_menu.js";
import { Disclosure } from "../../kit/figure/disclosure.js";
import { StateFromOpening } from "../../kit/figure/state_from_opening.js";
import { playbackStyles } from "../../kit/playback/playback_styles.js";
import { PlayedFigure } from "../../kit/playback/played_figure.js";
import { FormulaField } from "./formula_field.js";
import { forwardView } from "./forward_view.js";
import { graphDrawing, legendKey } from "./graph_drawing.js";
import { graphDrawingStyles } from "./graph_drawing_styles.js";
import { graphLayout } from "./graph_layout.js";
import { graphScene } from "./graph_scene.js";
import { graphLink, graphMessage, graphState, withAnswer, withGraphFields } from "./graph_state.js";
import { graphStyles } from "./graph_styles.js";
import { graphTakeHome } from "./graph_take_home.js";
import { words } from "./graph_words.js";
import { leafFields } from "./leaf_fields.js";
import { stepFormulas } from "./step_formulas.js";
import { unitMenu } from "./unit_menu.js";

/** @import { OneAnswerFigureKind, FigureHost, RecordedOpening } from "../../kit/figure/figure_host.js" */
/** @import { GraphMessage, GraphResult } from "./graph_messages.js" */
/** @import { GraphState } from "./graph_state.js" */

/** The menus' name for a formula that is none of the known ones, and for the reader's own order. */
const OWN = "own";
/** A step has a sentence to be read (ms). */
const REST = 1500;
const TITLE = "A formula as a graph";

/** @type {OneAnswerFigureKind<GraphState, GraphMessage, GraphResult>} */
export const graphFigure = {
  name: "graph",
  title: TITLE,
  styles: [playbackStyles, codeStyles, graphDrawingStyles, graphStyles],
  link: graphLink,
  partNames: /^values\./,
  create: (host, recorded) => new GraphFigure(host, recorded),
};

/**
 * A formula, one number a node, computed forward and differentiated back, step by step.
 * @extends {PlayedFigure<GraphState, GraphResult>}
 */
class GraphFigure extends PlayedFigure {
  /**
   * @param {FigureHost} host
   * @param {RecordedOpening<GraphMessage, GraphResult>} recorded
   */
  constructor(host, { message, result }) {
    const asked = new StateFromOpening(host, graphState(message), result, graphMessage, withAnswer);
    super(host, asked, { selector: ".graph-stage", width: 720 }, { rest: REST });
    this.code = new CodePanel(host, TITLE);
    this.formula = new FormulaField({
      tryText: (text) => this.set({ formula: text, step: 0 }),
      onChange: () => host.requestUpdate(),
    });
    const note = asked.onRefusal;
    asked.onRefusal = (field, why) => {
      if (!this.formula.takes(field, why)) note(field, why);
      this.isSpeechDue = false;
    };
    this.forward = new Disclosure(words.forward, host, "graph-forward");
    this.takeHome = graphTakeHome(host, this.shown, this);
    /** @type {number | null} the node at which the keyboard stands, if a reader has moved it */
    this.current = null;
    /** @type {{result: GraphResult, width: number, layout: import("./graph_layout.js").GraphLayout} | null} */
    this.laidOut = null;
    /** @type {unknown[]} the drawing and the step that were last brought into sight */
    this.inSight = [];
  }

  render() {
    const { state, result, waits } = this.shown;
    const scene = graphScene(result, this.position);
    const layout = this.#layout();
    const current = Math.min(this.current ?? scene.step.node ?? 0, result.nodes.length - 1);
    return html`<div class="stack graph" data-step=${this.position} data-phase=${scene.step.phase}>
      ${this.#choices()}
      <p class="sentence graph-sentence">${waits ? words.waits : this.spokenSummary}</p>
      <div class="graph-stage">
        ${graphDrawing({
          result,
          layout,
          scene,
          current,
          choose: (node) => this.#choose(node),
          moveTo: (node) => this.#moveTo(node),
        })}
        <ul class="legend">
          <li>${legendKey("forward")}${words.legendValue}</li>
          <li>${legendKey("backward")}${words.legendGradient}</li>
          ${result.nodes.some(({ uses }) => uses > 1) ? html`<li>${words.legendShare}</li>` : nothing}
        </ul>
        <p class="graph-hint">${words.hint}</p>
      </div>
      ${this.playback.template({
        label: words.scrubber,
        positionText: words.position(this.position, this.lastPosition),
        valueText: `${words.position(this.position, this.lastPosition)}. ${scene.step.sentence}`,
        reset: () => this.reset(),
      })}
      <div class="graph-formulas">
        ${guard([scene.step], () => stepFormulas(scene.step))}
      </div>
      ${state.network ? unitMenu(result, (opened) => this.#openUnit(opened)) : nothing}
      ${leafFields(result, scene, this.numbers, (name, value) => this.set({ [`values.${name}`]: value }))}
      ${this.#forwardMode()}
      <div class="button-row">
        <button class="button" aria-expanded=${state.code_open} @click=${() => this.set({ code_open: !state.code_open })}>
          ${words.code}</button>
      </div>
      ${this.code.template(state.code_open ? (scene.step.line ?? result.steps[1].line) : null)}
      ${this.takeHome.template()}
    </div>`;
  }

  /** Where everything stands; only another graph or another width changes it. */
  #layout() {
    const { result } = this.shown;
    if (this.laidOut?.result !== result || this.laidOut.width !== this.width) {
      const { width } = this;
      this.laidOut = { result, width, layout: graphLayout(result, width) };
    }
    return this.laidOut.layout;
  }

  #choices() {
    const { state, result } = this.shown;
    const preset = state.network
      ? undefined
      : result.presets.find(({ formula }) => formula === state.formula);
    const own = state.network ? words.network : words.own;
    const names = result.presets.map(({ name }) => name);
    return html`<div class="field-row graph-choices">
      ${this.formula.template(state.network ? "" : state.formula)}
      ${choiceMenu({
        name: "preset",
        label: words.preset,
        value: preset?.name ?? OWN,
        choices: [...names, OWN],
        nameOf: (name) => (name === OWN ? own : titleOf(result.presets, name)),
        isDisabled: (name) => name === OWN && preset !== undefined,
        set: (name) => this.#open(name),
      })}
      ${choiceMenu({
        name: "order",
        label: words.order,
        value: state.order,
        choices: result.orders.map(({ name }) => name),
        nameOf: (name) => titleOf(result.orders, name),
        set: (order) => this.#order(order),
      })}
    </div>`;
  }

  #forwardMode() {
    const { forward } = this.shown.result;
    return forward ? this.forward.template(() => forwardView(forward)) : nothing;
  }

  /** @param {string} opened */
  #openUnit(opened) {
    this.playback.stop();
    this.current = null;
    this.set({ opened, step: 0 });
  }

  /** @param {string} name of a known graph */
  #open(name) {
    const preset = this.shown.result.presets.find((each) => each.name === name);
    if (!preset) return;
    this.playback.stop();
    this.formula.clear();
    this.current = null;
    this.set({ formula: preset.formula, values: preset.values, step: 0 });
  }

  /**
   * The reader's own order begins where the way back does.
   * @param {string} order
   */
  #order(order) {
    this.playback.stop();
    this.set(order === OWN ? { order, picks: [], step: this.shown.result.back } : { order });
  }

  /**
   * The reader lets a number hand on next; what was chosen after the step that is shown is dropped.
   * @param {number} node
   */
  #pick(node) {
    const { state, result } = this.shown;
    const picks = [...state.picks.slice(0, this.position - result.back), node];
    this.current = node;
    this.set({ picks, step: this.position + 1 });
  }

  /**
   * Goes to the step of a node: on the way back to the one at which it hands on, otherwise to the one that
   * computes it.
   * @param {number} node
   */
  #choose(node) {
    const { steps, back, nodes } = this.shown.result;
    const isOwn = this.shown.state.order === OWN && this.position >= back;
    if (isOwn && nodes[node].operation !== null) {
      this.#pick(node);
      return;
    }
    const { unit } = nodes[node];
    if (unit !== null && steps[this.position].node === node) {
      this.#openUnit(unit);
      return;
    }
    const phase = this.position >= back ? "backward" : "forward";
    const isOf = (/** @type {typeof steps[number]} */ step) => step.node === node;
    const own = steps.findLastIndex((step) => isOf(step) && step.phase === phase);
    const reached = steps.findIndex(({ gradients }) => gradients.some(([at]) => at === node));
    const to = own >= 0 ? own : phase === "backward" ? reached : 0;
    this.current = node;
    this.playback.stop();
    if (to >= 0) this.goTo(to);
    this.speak();
  }

  /** @param {number} node */
  async #moveTo(node) {
    this.current = node;
    this.host.requestUpdate();
    await this.host.updateComplete;
    /** @type {SVGElement | null | undefined} */ (
      this.host.shadowRoot?.querySelector(`[data-node="${node}"]`)
    )?.focus();
  }

  get position() {
    return Math.min(this.shown.state.step, this.lastPosition);
  }

  get lastPosition() {
    return this.shown.result.steps.length - 1;
  }

  /** @param {number} step */
  goTo(step) {
    this.shown.changeView({ step });
  }

  get spokenSummary() {
    const { steps, end } = this.shown.result;
    const { sentence } = steps[this.position];
    return this.position === this.lastPosition ? `${sentence} ${end}` : sentence;
  }

  /** @param {Record<string, unknown>} partial */
  stateWith(partial) {
    return withGraphFields(this.shown.state, partial, this.host.describe, this.shown.result);
  }

  /** @param {Record<string, unknown>} partial */
  setState(partial) {
    this.formula.clear();
    super.setState(partial);
  }

  reset() {
    this.formula.clear();
    this.current = null;
    super.reset();
  }

  updated() {
    super.updated();
    this.code.updated();
    this.#bringIntoSight();
  }

  /** Where the drawing is wider than its frame, scrolls it to what happens. */
  #bringIntoSight() {
    const { steps, formula, nodes: drawn } = this.shown.result;
    const { node } = steps[this.position];
    const seen = [formula, drawn.length, this.position, this.width];
    if (seen.every((each, index) => each === this.inSight[index])) return;
    this.inSight = seen;
    const { width, nodes } = this.#layout();
    const left = node === null ? 0 : nodes[node].x - this.width / 2;
    const frame = this.host.shadowRoot?.querySelector(".graph-frame");
    // To scroll at once would have the page laid out before its next picture.
    if (width > this.width) requestAnimationFrame(() => frame?.scrollTo({ left }));
  }

  destroy() {
    this.code.destroy();
    super.destroy();
  }
}
