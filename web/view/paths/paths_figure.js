import { html, isServer, nothing } from "lit";
import { guard } from "lit/directives/guard.js";
import { live } from "lit/directives/live.js";
import { words } from "../../lesson/paths_words.js";
import { networkLayout } from "../../scene/network_layout.js";
import { pathFrame, termAt } from "../../scene/path_frame.js";
import { openingState, pathsMessage, withAnswer, withPaths } from "../../state/paths_state.js";
import { logChartStyles } from "../log_chart.js";
import { networkDrawing } from "../network/drawing.js";
import { drawingStyles } from "../network/drawing_styles.js";
import { OpenedState } from "../opened_state.js";
import { PlotWidth } from "../plot_width.js";
import { countsView } from "./counts_view.js";
import { pathTerms, sharedTails } from "./path_terms.js";
import { pathsStyles } from "./paths_styles.js";

/** @import { Figure, FigureHost, FigureKind } from "../figure_host.js" */
/** @import { PathsMessage, PathsResult } from "../../contract/paths_messages.js" */
/** @import { NetworkLayout } from "../../scene/network_layout.js" */

/** The two shapes in which the network is drawn, both scaled to the room there is. */
const WIDE = { width: 720, narrow: false };
const NARROW = { width: 360, narrow: true };
const NARROW_BELOW = 560;
/** Two charts stand side by side from this width on, with so much between them. */
const SIDE_BY_SIDE = 620;
const GAP = 24;

/**
 * Every path from a weight to the loss, and the same sum as their tails merge into δ.
 * @implements {Figure}
 */
class PathsFigure {
  /**
   * @param {FigureHost} host
   * @param {{message: PathsMessage, result: PathsResult}} recorded
   */
  constructor(host, { message, result }) {
    this.host = host;
    this.asked = new OpenedState(host, openingState(message), result, pathsMessage, withAnswer);
    this.asked.onRefusal = (_, why) => host.announce(why);
    this.width = new PlotWidth(".paths", 720, () => host.requestUpdate());
    /** @type {string | null} where in the drawing the keyboard stands */
    this.current = null;
    /** @type {Map<string, NetworkLayout>} */
    this.layouts = new Map();
  }

  render() {
    const { state, result, waits } = this.asked;
    const at = Math.min(state.stage, result.stages.length - 1);
    const stage = result.stages[at];
    const active = termAt(stage, state.path);
    const shapes = isServer ? [WIDE, NARROW] : [this.width.width < NARROW_BELOW ? NARROW : WIDE];
    return html`<div class="paths" data-stage=${at}>
      <header class="paths-head">
        <h3>${stage.title}</h3>
        <p class="paths-tally"><b class="number" data-multiplications=${stage.multiplications}>${stage.multiplications}</b>
          ${words.multiplications}</p>
      </header>
      <p class="paths-sentence">${stage.sentence} ${waits ? html`<em>${words.waits}</em>` : nothing}</p>
      <div class="paths-stage">${shapes.map((shape) => this.#drawing(shape, at, active))}</div>
      ${this.#controls(at)}
      <div class="paths-products">
        <div>${pathTerms(result, stage, active, (path) => this.#set({ path }))}</div>
        ${guard([stage], () => sharedTails(stage.tails))}
      </div>
      <p class="soft">${words.hint}</p>
      ${this.#counts()}
    </div>`;
  }

  getState() {
    return structuredClone(this.asked.state);
  }

  /** @param {Record<string, unknown>} partial */
  setState(partial) {
    this.#set(partial);
  }

  inspect() {
    return structuredClone(this.asked.result);
  }

  /** @param {number} count */
  step(count) {
    const { state, result } = this.asked;
    const last = result.stages.length - 1;
    const stage = Math.max(0, Math.min(last, state.stage + count));
    if (stage === state.stage) return;
    this.asked.look({ stage, path: 0 });
    this.host.announce(result.stages[stage].sentence);
  }

  statusChanged() {
    if (this.host.status.kind === "ready") this.asked.ask();
  }

  visibilityChanged() {}

  updated() {
    this.width.observe(this.host.shadowRoot);
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const target = event.composedPath()[0];
    const isTyping = target instanceof Element && target.closest("select, input:not([type=range])");
    if (isTyping || event.ctrlKey || event.metaKey) return false;
    if (event.key === ",") this.step(-1);
    else if (event.key === ".") this.step(1);
    else return false;
    return true;
  }

  destroy() {
    this.width.disconnect();
  }

  /**
   * @param {typeof WIDE} shape
   * @param {number} at
   * @param {number} active
   */
  #drawing(shape, at, active) {
    const { result } = this.asked;
    const term = result.stages[at].terms[active];
    return networkDrawing({
      layout: this.#layout(shape),
      result: /** @type {any} */ (result.drawn),
      frame: pathFrame(result, at, term),
      selected: result.weight,
      current: this.current,
      handlers: {
        onSelect: (weight) => this.#set({ weight }),
        onCurrent: (place) => {
          this.current = place;
          this.host.requestUpdate();
        },
      },
    });
  }

  /** @param {typeof WIDE} shape */
  #layout(shape) {
    const { activations, biases } = this.asked.result.drawn;
    const request = {
      layerSizes: activations.map((units) => units.length),
      useBiases: biases.some((layer) => layer.length > 0),
      ...shape,
    };
    const key = JSON.stringify(request);
    const kept = this.layouts.get(key) ?? networkLayout(request);
    this.layouts.set(key, kept);
    return kept;
  }

  /** @param {number} at */
  #controls(at) {
    const { state, result } = this.asked;
    const last = result.stages.length - 1;
    const valueIn = (/** @type {Event} */ event) =>
      /** @type {HTMLInputElement} */ (event.target).value;
    // A disabled button would take the keyboard with it; these stay and do nothing.
    return html`<div class="paths-controls">
      <div class="paths-buttons">
        <button class="button" aria-disabled=${at === 0} @click=${() => this.step(-1)}>${words.back}</button>
        <button class="button primary" aria-disabled=${at === last} @click=${() => this.step(1)}>
          ${words.step}
        </button>
        <button class="button quiet" @click=${() => this.#reset()}>${words.reset}</button>
      </div>
      <label class="paths-scrubber">
        <span class="unseen">${words.stage}</span>
        <input class="range" type="range" min="0" max=${last} step="1" value=${at}
          .value=${live(String(at))} data-field="stage" aria-valuetext=${result.stages[at].title}
          @input=${(/** @type {Event} */ event) => this.#set({ stage: valueIn(event) })} />
        <span class="paths-ends" aria-hidden="true"><span>${words.stages.first}</span><span>${words.stages.last}</span></span>
      </label>
      <label class="field"><span>${words.network}</span>
        <select class="select" data-field="network"
          @change=${(/** @type {Event} */ event) => this.#set({ network: valueIn(event) })}>
          ${result.networks.map(
            ({ name, title }) =>
              html`<option value=${name} ?selected=${name === state.network}>${title}</option>`,
          )}
        </select></label>
    </div>`;
  }

  #counts() {
    const { state, result } = this.asked;
    const room = this.width.width;
    const width = room < SIDE_BY_SIDE ? room : Math.floor((room - GAP) / 2);
    const { limits } = this.host.describe;
    return guard([result, state.hidden_layers, state.width, width], () =>
      countsView(result.counts, {
        state,
        limits,
        width,
        set: (field, value) => this.#set({ [field]: value }),
      }),
    );
  }

  /** @param {Record<string, unknown>} partial */
  #set(partial) {
    const { asked, host } = this;
    const { networks, stages } = asked.result;
    const { state, refused } = withPaths(asked.state, partial, host.describe, networks);
    for (const refusal of refused) host.refuse(refusal);
    // A stage that this gradient does not have is its last; another network's answer says its own.
    const isSame = state.network === asked.state.network && state.weight === asked.state.weight;
    const stage = isSame ? Math.min(state.stage, stages.length - 1) : state.stage;
    asked.turnTo({ ...state, stage });
  }

  #reset() {
    this.current = null;
    this.asked.turnTo(this.asked.opening);
  }
}

/** @type {FigureKind} */
export const pathsFigure = {
  name: "paths",
  styles: [drawingStyles, logChartStyles, pathsStyles],
  create: (host, recorded) => new PathsFigure(host, recorded),
};
