import { html } from "lit";
import { live } from "lit/directives/live.js";
import { activationName } from "../../kit/fields/activation_name.js";
import { checkbox } from "../../kit/fields/checkbox.js";
import { choiceMenu } from "../../kit/fields/choice_menu.js";
import { ACTIVATIONS, INITIALISERS } from "./depth_state.js";
import { words } from "./depth_words.js";

/** @import { DepthLayer, DepthResult } from "./depth_messages.js" */
/** @import { DepthState } from "./depth_state.js" */
/** @import { TableField } from "../../kit/fields/field_table.js" */
/** @import { NumberFields } from "../../kit/fields/number_fields.js" */
/** @typedef {(name: string, value: unknown) => void} Set */

/**
 * What the stack is made of, where one cure or another lies.
 * @param {DepthState} state
 * @param {Set} set
 */
export function stackCures({ activation, initialiser, residual, batch_normalisation }, set) {
  return html`<fieldset class="field-row depth-settings">
    <legend class="unseen">${words.settings}</legend>
    ${choiceMenu({
      name: "activation",
      label: words.activation,
      value: activation,
      choices: ACTIVATIONS,
      nameOf: activationName,
      set: (value) => set("activation", value),
    })}
    ${choiceMenu({
      name: "initialiser",
      label: words.initialiser,
      value: initialiser,
      choices: INITIALISERS,
      nameOf: words.initialiserName,
      set: (value) => set("initialiser", value),
    })}
    <div class="depth-checks">
      ${checkbox(words.residual, residual, () => set("residual", !residual), "residual")}
      ${checkbox(
        words.normalisation,
        batch_normalisation,
        () => set("batch_normalisation", !batch_normalisation),
        "batch_normalisation",
      )}
    </div>
  </fieldset>`;
}

/**
 * The rest of what the stack is made of, and how fast it learns.
 * @param {DepthState} state
 * @param {TableField[]} table
 * @param {NumberFields} numbers
 * @param {Set} set
 */
export function stackSettings(state, table, numbers, set) {
  return html`<fieldset class="field-row depth-settings">
    <legend class="unseen">${words.moreSettings}</legend>
    ${countSlider("depth", words.depth, state.depth, table, set)}
    ${countSlider("width", words.width, state.width, table, set)}
    ${numbers.template({
      field: "initial_range",
      label: words.initialRange,
      value: state.initial_range,
      disabled: state.initialiser !== "range",
    })}
    ${numbers.template({ field: "seed", label: words.seed, value: state.seed, nudge: 1 })}
    ${numbers.template({
      field: "learning_rate",
      label: words.learningRate,
      value: state.learning_rate,
      nudge: 0.05,
    })}
  </fieldset>`;
}

/**
 * @param {string} name
 * @param {string} label
 * @param {number} value
 * @param {TableField[]} table
 * @param {Set} set
 */
function countSlider(name, label, value, table, set) {
  const limit = table.find((field) => field.name === name)?.limit;
  return html`<label class="field depth-count">
    <span class="field-label">${label}</span>
    <span class="depth-count-row">
      <input class="range" type="range" min=${limit?.minimum ?? 1} max=${limit?.maximum ?? value}
        step="1" data-field=${name} .value=${live(String(value))} value=${value}
        @input=${(/** @type {Event} */ event) => set(name, Number(chosen(event)))} />
      <span class="number">${value}</span>
    </span>
  </label>`;
}

/**
 * The slider that chooses a layer, and the sentence on that layer.
 * @param {DepthLayer} layer
 * @param {number} count
 * @param {(layer: number) => void} choose
 */
export function layerSlider({ layer, sentence }, count, choose) {
  return html`<div class="depth-layer-line">
    <label class="depth-layer-choice">
      <span>${words.layer} ${layer}</span>
      <input class="range" type="range" min="1" max=${count} step="1" data-field="layer"
        .value=${live(String(layer))} value=${layer} aria-valuetext=${sentence}
        @input=${(/** @type {Event} */ event) => choose(Number(chosen(event)))} />
    </label>
    <p class="depth-layer-sentence">${sentence}</p>
  </div>`;
}

/**
 * @param {DepthResult["training"]} training
 * @param {boolean} canTrain
 * @param {() => void} train
 */
export const trainingBar = (training, canTrain, train) => html`<div class="depth-training">
  <div class="button-row depth-buttons">
    <button class="button primary" title=${words.trainTitle} aria-disabled=${!canTrain} @click=${train}>${words.train}</button>
  </div>
  <p class="depth-training-sentence">${training.sentence}</p>
</div>`;

/**
 * @param {number} steps of training so far
 * @param {{back: () => void, newSeed: () => void, reset: () => void}} actions
 */
export const restartButtons = (steps, { back, newSeed, reset }) => html`<div class="button-row">
  <button class="button" aria-disabled=${steps === 0} @click=${back}>${words.back}</button>
  <button class="button" @click=${newSeed}>${words.newSeed}</button>
  <button class="button quiet" title=${words.resetTitle} @click=${reset}>${words.reset}</button>
</div>`;

/** @param {Event} event */
const chosen = (event) => /** @type {HTMLInputElement} */ (event.target).value;
