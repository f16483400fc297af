import { html, svg } from "lit";
import { live } from "lit/directives/live.js";
import { numberText, signedNumberText } from "../../kit/formula/number_text.js";
import { promiseBars, rateZones } from "./error_curve.js";
import { words } from "./neuron_words.js";

/** @typedef {import("./descending_weight.js").DescendingWeight} DescendingWeight */

/**
 * Back, Step, perhaps Play, Reset.
 * @param {DescendingWeight} descent
 * @param {boolean} canPlay
 */
export function stepButtons(descent, canPlay) {
  const { playback, state, shown } = descent;
  const isOver = state.steps >= descent.lastPosition;
  return html`<div class="button-row neuron-buttons">
    <button class="button" aria-disabled=${state.steps === 0} @click=${() => descent.step(-1)}>${words.back}</button>
    <button class="button primary" aria-disabled=${isOver && !shown.waits} @click=${() => descent.step(1)}>${words.step}</button>
    ${
      canPlay
        ? html`<button class="button neuron-play" aria-disabled=${isOver && state.steps === 0}
            @click=${() => playback.toggle()}>${playback.isPlaying ? words.pause : words.play}</button>`
        : ""
    }
    <button class="button quiet" @click=${() => descent.reset()}>${words.reset}</button>
    <span class="neuron-count soft" data-steps=${state.steps}>${words.steps(state.steps)}</span>
  </div>`;
}

/**
 * The learning rate as a slider over a strip that shows the effect of each rate on this neuron.
 * @param {DescendingWeight} descent
 */
export function rateControl(descent) {
  const { state, result } = descent;
  const { rate } = result;
  const zones = rateZones(rate, 300);
  return html`<div class="neuron-rate">
    ${numberField(descent, "learning_rate")}
    <div class="neuron-rate-slider">
      <input class="range" type="range" min="0" max=${rate.top} step=${rate.nudge / 10}
        aria-label=${words.rates} aria-valuetext="η = ${numberText(state.learning_rate)}. ${rate.sentence}"
        value=${state.learning_rate} .value=${live(String(state.learning_rate))}
        @input=${(/** @type {InputEvent} */ event) => descent.set({ learning_rate: chosenIn(event) })} />
      <svg class="neuron-zones" viewBox="0 0 300 8" preserveAspectRatio="none" aria-hidden="true">
        ${zones.map(
          ({ regime, x, width }) =>
            svg`<rect class="neuron-zone-${regime}" x=${x} y="0" width=${width} height="8"></rect>`,
        )}
      </svg>
      <p class="neuron-zone-names" aria-hidden="true">
        ${zones.map(({ regime }) => html`<span class="neuron-zone-name-${regime}">${words.zones[/** @type {"creeps"} */ (regime)]}</span>`)}
      </p>
    </div>
    <p class="neuron-rate-sentence" data-regime=${rate.regime}>${rate.sentence}</p>
  </div>`;
}

/**
 * The change of the loss that the slope predicts for the next step, beside the one that happens.
 * @param {DescendingWeight} descent
 */
export function promiseView({ result }) {
  const { next, ended } = result;
  const sentence = ended?.sentence ?? result.step_sentence ?? words.noNext;
  const promised = next?.first_order_change ?? 0;
  const came = next?.actual_change ?? 0;
  const bars = promiseBars(promised, came, { left: 0, right: 300 });
  return html`<section class="box neuron-promise" data-promised=${promised} data-came=${came}>
    <h3 class="minor">${words.nextStep}</h3>
    <dl class="neuron-bars">
      ${[
        { name: words.promised, value: promised, bar: bars.promised, kind: "promised" },
        { name: words.came, value: came, bar: bars.came, kind: "came" },
      ].map(
        ({ name, value, bar, kind }) => html`<dt>${name}</dt>
          <dd><svg class="neuron-bar" viewBox="0 0 300 10" preserveAspectRatio="none" aria-hidden="true">
              <rect class="neuron-bar-${kind}" x=${bar.x} y="0" width=${bar.width} height="10"></rect>
              <line class="neuron-bar-zero" x1=${bars.zero} x2=${bars.zero} y1="0" y2="10"></line>
            </svg><span class="number">${next ? signedNumberText(value) : "–"}</span></dd>`,
      )}
    </dl>
    <p class=${ended ? "neuron-ended" : "neuron-step-sentence"} data-rule=${ended?.rule ?? "none"}>${sentence}</p>
  </section>`;
}

/** @param {Event} event */
const chosenIn = (event) => /** @type {HTMLInputElement} */ (event.target).value;

/**
 * The field of one number of the neuron.
 * @param {DescendingWeight} descent
 * @param {"weight" | "bias" | "input" | "target" | "learning_rate"} field
 */
export function numberField({ numbers, now, state, result }, field) {
  const options = {
    weight: { label: words.weight, value: now.weight, nudge: 0.05, place: "weight" },
    bias: { label: words.bias, value: now.bias, nudge: 0.05, place: "bias" },
    input: { label: words.input, value: state.input, place: "input" },
    target: { label: words.target, value: state.target, place: "target" },
    learning_rate: {
      label: words.rate,
      value: state.learning_rate,
      nudge: result.rate.nudge,
      place: "rate",
    },
  };
  return numbers.template({ field, ...options[field] });
}
