import { html, nothing } from "lit";
import { guard } from "lit/directives/guard.js";
import { live } from "lit/directives/live.js";
import { networkDrawing } from "../../drawing/drawing.js";
import { drawingStyles } from "../../drawing/drawing_styles.js";
import { NetworkShapes } from "../../drawing/layout/network_shapes.js";
import { axisStyles } from "../../kit/charts/axis_styles.js";
import { logChartStyles } from "../../kit/charts/log_chart_view.js";
import { choiceMenu, titleOf } from "../../kit/fields/choice_menu.js";
import { DeferredPart } from "../../kit/figure/deferred_part.js";
import { OneAnswerFigure } from "../../kit/figure/one_answer_figure.js";
import { prompt } from "../../kit/figure/prompt.js";
import { StateFromOpening } from "../../kit/figure/state_from_opening.js";
import { PassPlayer } from "../../kit/playback/pass_player.js";
import { countsView } from "./counts_view.js";
import { pathFrame, termAt } from "./path_frame.js";
import { pathTerms, sharedTails } from "./path_terms.js";
import { openingState, pathsLink, pathsMessage, withAnswer, withPaths } from "./paths_state.js";
import { pathsStyles } from "./paths_styles.js";
import { words } from "./paths_words.js";

/** @import { OneAnswerFigureKind, FigureHost, RecordedOpening } from "../../kit/figure/figure_host.js" */
/** @import { PathsMessage, PathsResult } from "./paths_messages.js" */
/** @import { PathsState } from "./paths_state.js" */

/**
 * How wide the parts are in a figure of 600 px, from which on the styles set two charts side by side and the
 * network is drawn in its wide shape; and the gap between the charts (px).
 */
const WIDE_FROM = 550;
const GAP = 24;

/**
 * Every path from a weight to the loss, and the same sum as their tails merge into δ.
 * @extends {OneAnswerFigure<PathsState, PathsResult>}
 */
class PathsFigure extends OneAnswerFigure {
  /**
   * @param {FigureHost} host
   * @param {RecordedOpening<PathsMessage, PathsResult>} recorded
   */
  constructor(host, { message, result }) {
    const asked = new StateFromOpening(
      host,
      openingState(message),
      result,
      pathsMessage,
      withAnswer,
    );
    super(host, asked, { selector: ".paths", width: 720 });
    /** @type {string | null} where in the drawing the keyboard stands */
    this.current = null;
    this.shapes = new NetworkShapes();
    this.picture = new DeferredPart(host);
    this.products = new DeferredPart(host);
    this.player = new PassPlayer({
      onMove: () => host.requestUpdate(),
      onStep: (stage) => this.shown.changeView({ stage, path: 0 }),
      isStill: () => host.reducedMotion,
    });
  }

  render() {
    const { state, result, waits } = this.shown;
    const last = result.stages.length - 1;
    const at = Math.min(state.stage, last);
    const stage = result.stages[at];
    const active = termAt(stage, state.path);
    this.player.setPosition(at, last);
    const { position } = this.player;
    const shapes = this.shapes.drawn(this.width < WIDE_FROM);
    return html`<div class="stack paths" data-stage=${at}>
      <header class="paths-head">
        <h3>${stage.title}</h3>
        <div class="paths-tally">
          <div><b class="number" data-multiplications=${stage.multiplications}>${stage.multiplications}</b>
            ${words.multiplications}</div>
          <div>${result.tally}</div>
        </div>
      </header>
      <p class="paths-sentence">${stage.sentence} ${waits ? html`<em>${words.waits}</em>` : nothing}</p>
      <div class="paths-stage" data-position=${position}>
        ${
          // What moves is drawn in each picture; what the reader has chosen, in the one after.
          this.picture.template(
            position === at ? shapes[0] : position,
            [result, at, active, this.current],
            () => shapes.map((shape) => this.#drawing(shape, position, active)),
          )
        }
      </div>
      ${this.#controls(at)}
      <div class="paths-products">
        ${this.products.template(
          this.width,
          [result, stage, active],
          () => html`
          <div>${pathTerms(result, stage, active, (path) => this.set({ path }))}</div>
          ${sharedTails(stage.tails)}`,
        )}
      </div>
      <p class="soft">${at < last ? prompt(words.stepOn) : nothing} ${words.hint}</p>
      ${this.#counts()}
    </div>`;
  }

  get spokenSummary() {
    const { state, result } = this.shown;
    return result.stages[Math.min(state.stage, result.stages.length - 1)].sentence;
  }

  /** @param {number} count */
  step(count) {
    const { state, result } = this.shown;
    const last = result.stages.length - 1;
    const stage = Math.max(0, Math.min(last, state.stage + count));
    if (stage === state.stage) return;
    this.player.goTo(stage);
    this.speak();
  }

  /** @param {Record<string, unknown>} partial */
  setState(partial) {
    this.player.stop();
    super.setState(partial);
  }

  destroy() {
    this.player.stop();
    super.destroy();
  }

  /**
   * @param {import("../../drawing/layout/network_shapes.js").Shape} shape
   * @param {number} position
   * @param {number} active
   */
  #drawing(shape, position, active) {
    const { result } = this.shown;
    return networkDrawing({
      layout: this.shapes.layout(result.drawn, shape),
      result: result.drawn,
      frame: pathFrame(result, position, active),
      selected: result.weight,
      current: this.current,
      handlers: {
        onSelect: (weight) => this.set({ weight }),
        onCurrent: (place) => {
          this.current = place;
          this.host.requestUpdate();
        },
      },
    });
  }

  /** @param {number} at */
  #controls(at) {
    const { state, result } = this.shown;
    const last = result.stages.length - 1;
    const valueIn = (/** @type {Event} */ event) =>
      /** @type {HTMLInputElement} */ (event.target).value;
    // A button that became disabled would lose the keyboard focus, so these stay and do nothing.
    return html`<div class="paths-controls">
      <div class="button-row paths-buttons">
        <button class="button" aria-disabled=${at === 0} @click=${() => this.step(-1)}>${words.back}</button>
        <button class="button primary" aria-disabled=${at === last} @click=${() => this.step(1)}>
          ${words.step}
        </button>
        <button class="button quiet" @click=${() => this.reset()}>${words.reset}</button>
      </div>
      <label class="paths-scrubber">
        <span class="unseen">${words.stage}</span>
        <input class="range" type="range" min="0" max=${last} step="1" value=${at}
          .value=${live(String(at))} data-field="stage" aria-valuetext=${result.stages[at].title}
          @input=${(/** @type {Event} */ event) => this.step(Number(valueIn(event)) - at)} />
        <span class="ends" aria-hidden="true"><span>${words.stages.first}</span><span>${words.stages.last}</span></span>
      </label>
      ${choiceMenu({
        name: "network",
        label: words.network,
        value: state.network,
        choices: result.networks.map(({ name }) => name),
        nameOf: (name) => titleOf(result.networks, name),
        set: (network) => this.set({ network }),
      })}
    </div>`;
  }

  #counts() {
    const { state, result } = this.shown;
    const room = this.width;
    const width = room < WIDE_FROM ? room : Math.floor((room - GAP) / 2);
    const { limits } = this.host.describe;
    return guard([result, state.hidden_layers, state.width, width], () =>
      countsView(result.counts, {
        state,
        limits,
        width,
        set: (field, value) => this.set({ [field]: value }),
      }),
    );
  }

  /** @param {Record<string, unknown>} partial */
  stateWith(partial) {
    const { state: now, result } = this.shown;
    const { networks, stages } = result;
    const { state, refused } = withPaths(now, partial, this.host.describe, networks);
    // The stages of this gradient are known; those of another network come with its answer.
    const isSame = state.network === now.network && state.weight === now.weight;
    const stage = isSame ? Math.min(state.stage, stages.length - 1) : state.stage;
    return { state: { ...state, stage }, refused };
  }

  reset() {
    this.current = null;
    super.reset();
  }
}

/** @type {OneAnswerFigureKind<PathsState, PathsMessage, PathsResult>} */
export const pathsFigure = {
  name: "paths",
  title: "The paths from a weight to the loss",
  styles: [drawingStyles, axisStyles, logChartStyles, pathsStyles],
  link: pathsLink,
  create: (host, recorded) => new PathsFigure(host, recorded),
};
