import { html } from "lit";
import { guard } from "lit/directives/guard.js";
import { words } from "../../lesson/depth_words.js";
import { gradientPlot, movedPlot } from "../../scene/depth_plot.js";
import {
  depthFields,
  depthMessage,
  depthOpening,
  MEASURES,
  withDepthFields,
} from "../../state/depth_state.js";
import { NumberFields } from "../number_fields.js";
import { OpenedState } from "../opened_state.js";
import { PlotWidth } from "../plot_width.js";
import { factorView } from "./depth_factors.js";
import { gradientView, movedView } from "./depth_plots.js";
import { choiceMenu, layerSlider, stackSettings, trainingBar } from "./depth_settings.js";
import { depthStyles } from "./depth_styles.js";

/** @import { Figure, FigureHost, FigureKind } from "../figure_host.js" */
/** @import { DepthMessage, DepthResult } from "../../contract/depth_messages.js" */

/** A plot is drawn so wide until it has been measured. */
const WIDE = 640;

/**
 * A stack of up to fifty layers, and what its depth does to the gradient.
 * @implements {Figure}
 */
class DepthFigure {
  /**
   * @param {FigureHost} host
   * @param {{message: DepthMessage, result: DepthResult}} recorded
   */
  constructor(host, { message, result }) {
    this.host = host;
    this.table = depthFields(host.describe);
    this.opening = depthOpening(message);
    this.stack = new OpenedState(
      host,
      this.opening,
      result,
      /** @type {any} */ (depthMessage),
      (asked, _, { measure, layer }) => ({ ...asked, measure, layer }),
    );
    this.stack.onRefusal = (field, sentence) => this.numbers.notes.set(field, sentence);
    this.numbers = new NumberFields({
      take: (field, text) => this.#set({ [field]: text })[0]?.message ?? null,
      onChange: () => host.requestUpdate(),
    });
    this.width = new PlotWidth(".depth-plot", WIDE, () => host.requestUpdate());
  }

  render() {
    const { state, result, waits } = this.stack;
    const { layers, training } = result;
    const isTrained = training.steps > 0;
    const layer = layers[Math.min(state.layer, layers.length) - 1];
    const width = this.width.width;
    const chosen = {
      layer: layer.layer,
      choose: (/** @type {number} */ at) => this.#set({ layer: at }),
    };
    return html`<div class="depth" data-waits=${waits ? "true" : "false"}>
      <p class="depth-now">${waits ? words.waiting : result.sentence}</p>
      <div class=${waits ? "depth-panels depth-outdated" : "depth-panels"}>
        <section class="depth-main">
          <header class="depth-head">
            <h3>${words.gradientTitle}</h3>
            ${choiceMenu({
              name: "measure",
              label: words.measure,
              value: state.measure,
              choices: MEASURES,
              nameOf: words.measureName,
              set: (value) => this.#set({ measure: value }),
            })}
          </header>
          ${guard([result, state.measure, width, layer], () =>
            gradientView(
              gradientPlot(layers, { measure: state.measure, width, isTrained }),
              result,
              state.measure,
              chosen,
            ),
          )}
          ${layerSlider(layer, layers.length, (at) => this.#set({ layer: at }))}
          ${trainingBar({
            training,
            canTrain: training.next_steps !== null && !this.stack.isAsking,
            train: () => this.#train(),
            back: () => this.#set({ steps: 0 }),
            newSeed: () => this.#newSeed(),
            reset: () => this.#reset(),
          })}
          <h3 class="depth-moved-title">${words.movedTitle}</h3>
          ${guard([result, width, layer], () => movedView(movedPlot(layers, width), result, chosen))}
        </section>
        <section class="depth-side">
          ${guard([result], () => factorView(result))}
          ${stackSettings(state, this.table, this.numbers, (name, value) => this.#set({ [name]: value }))}
        </section>
      </div>
    </div>`;
  }

  getState() {
    return structuredClone(this.stack.state);
  }

  /** @param {Record<string, unknown>} partial */
  setState(partial) {
    this.#set(partial);
  }

  inspect() {
    return structuredClone(this.stack.result);
  }

  /** @param {number} count steps of training, more or fewer */
  step(count) {
    const limit = this.table.find(({ name }) => name === "steps")?.limit;
    const steps = this.stack.state.steps + count;
    this.#set({ steps: Math.max(0, Math.min(limit?.maximum ?? steps, steps)) });
  }

  statusChanged() {
    if (this.host.status.kind === "ready") this.stack.ask();
    this.host.requestUpdate();
  }

  visibilityChanged() {}

  updated() {
    this.width.observe(this.host.shadowRoot);
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const target = event.composedPath()[0];
    if (!(target instanceof Element) || event.target !== target) return false;
    if (target.closest("input, select, textarea")) return false;
    if (event.key === ".") this.step(1);
    else if (event.key === ",") this.step(-1);
    else return false;
    return true;
  }

  destroy() {
    this.width.disconnect();
  }

  /**
   * @param {Record<string, unknown>} values
   * @returns {import("../figure_host.js").Refusal[]}
   */
  #set(values) {
    const { state, refusals } = withDepthFields(this.stack.state, values, this.table);
    for (const refusal of refusals) this.host.refuse(refusal);
    if (refusals.length < Object.keys(values).length) this.stack.turnTo(state);
    return refusals;
  }

  async #train() {
    const { next_steps: next } = this.stack.result.training;
    if (next === null) return;
    this.#set({ steps: next });
  }

  /** The next seed, and the first one after the last. */
  #newSeed() {
    const limit = this.table.find(({ name }) => name === "seed")?.limit;
    const next = this.stack.state.seed + 1;
    this.#set({ seed: next > (limit?.maximum ?? next) ? 0 : next });
  }

  #reset() {
    this.numbers.notes.clear();
    this.stack.turnTo(this.opening);
    this.host.announce(this.stack.openingResult.sentence);
  }
}

/** @type {FigureKind} */
export const depthFigure = {
  name: "depth",
  styles: [depthStyles],
  create: (host, recorded) => new DepthFigure(host, recorded),
};
