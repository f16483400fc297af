import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { countText } from "../../kit/formula/count_text.js";
import { words } from "./xor_words.js";

/** @import { TableField } from "../../kit/fields/field_table.js" */
/** @import { XorState } from "./xor_state.js" */
/** @import { NumberFields } from "../../kit/fields/number_fields.js" */
/** @import { TrainingRecord } from "./training/training_record.js" */

/**
 * The buttons, in the order in which they are used, and the way through what has been trained.
 * @param {object} now
 * @param {boolean} now.isTraining
 * @param {TrainingRecord} now.record
 * @param {string} now.speed
 * @param {TableField[]} fields
 * @param {object} actions
 * @param {() => void} actions.toggle
 * @param {() => void} actions.oneEpoch
 * @param {() => void} actions.reset
 * @param {() => void} actions.newSeed
 * @param {(index: number) => void} actions.show
 * @param {(name: string, value: unknown) => void} actions.set
 */
export function trainingBar({ isTraining, record, speed }, fields, actions) {
  const { isRecorded, frame } = record;
  const epoch = countText(frame.state.epoch);
  return html`<div class="xor-training-bar">
    <div class="xor-buttons">
      <button class="button primary xor-train" @click=${actions.toggle}>${isTraining ? words.pause : words.train}</button>
      <button class="button" @click=${actions.oneEpoch}>${words.oneEpoch}</button>
      <button class="button" title=${words.resetTitle} @click=${actions.reset}>${words.reset}</button>
      <button class="button" title=${words.newSeedTitle}
        @click=${actions.newSeed}>${words.newSeed}</button>
    </div>
    <label class="xor-speed">
      <span>${words.speed}</span>
      ${menu("speed", speed, fields, words.speedName, actions.set)}
    </label>
    <label class="xor-history">
      <span>${isRecorded ? words.recordedHistory : words.history}</span>
      <input class="range" type="range" min="0" step="1" max=${Math.max(1, record.frames.length - 1)}
        .value=${live(String(record.shown))} ?disabled=${record.frames.length < 2}
        aria-valuetext=${isRecorded ? words.recordedEpoch(epoch) : words.historyEpoch(epoch)}
        @input=${(/** @type {Event} */ event) => actions.show(Number(chosen(event)))} />
    </label>
  </div>`;
}

/**
 * What the network is and how it is trained.
 * @param {XorState} state
 * @param {TableField[]} fields
 * @param {NumberFields} numbers
 * @param {(name: string, value: unknown) => void} set
 */
export function settingsBar(state, fields, numbers, set) {
  return html`<fieldset class="xor-settings">
    <legend class="unseen">${words.settings}</legend>
    ${state.model === "line" ? nothing : hiddenSettings(state, fields, set)}
    ${select(
      "output_activation",
      words.outputActivation,
      state.output_activation,
      fields,
      words.activationName,
      set,
    )}
    ${numbers.template({
      field: "learning_rate",
      label: words.learningRate,
      value: state.learning_rate,
      nudge: 0.1,
    })}
    ${numbers.template({
      field: "momentum",
      label: words.momentum,
      value: state.momentum,
      nudge: 0.05,
    })}
    ${select("batch", words.batch, state.batch, fields, words.batchName, set)}
    ${numbers.template({ field: "seed", label: words.seed, value: state.seed, nudge: 1 })}
  </fieldset>`;
}

/**
 * @param {XorState} state
 * @param {TableField[]} fields
 * @param {(name: string, value: unknown) => void} set
 */
function hiddenSettings(state, fields, set) {
  const units = fields.find(({ name }) => name === "hidden_units")?.limit;
  return html`<label class="field xor-units">
      <span class="field-label">${words.hiddenUnits}</span>
      <span class="xor-units-row">
        <input class="range" type="range" min=${units?.minimum ?? 1} max=${units?.maximum ?? 8}
          step="1" data-field="hidden_units" .value=${live(String(state.hidden_units))}
          @input=${(/** @type {Event} */ event) => set("hidden_units", Number(chosen(event)))} />
        <span class="number">${state.hidden_units}</span>
      </span>
    </label>
    ${select("activation", words.activation, state.activation, fields, words.activationName, set)}`;
}

/**
 * @param {string} name
 * @param {string} label
 * @param {string} value
 * @param {TableField[]} fields
 * @param {(choice: string) => string} nameOf
 * @param {(name: string, value: unknown) => void} set
 */
function select(name, label, value, fields, nameOf, set) {
  return html`<label class="field">
    <span class="field-label">${label}</span>
    ${menu(name, value, fields, nameOf, set)}
  </label>`;
}

/**
 * @param {string} name
 * @param {string} value
 * @param {TableField[]} fields
 * @param {(choice: string) => string} nameOf
 * @param {(name: string, value: unknown) => void} set
 */
function menu(name, value, fields, nameOf, set) {
  const choices = fields.find((field) => field.name === name)?.choices ?? [];
  return html`<select class="select" data-field=${name} .value=${live(value)}
    @change=${(/** @type {Event} */ event) => set(name, chosen(event))}>
    ${choices.map(
      (choice) =>
        html`<option value=${choice} ?selected=${choice === value}>${nameOf(choice)}</option>`,
    )}
  </select>`;
}

/** @param {Event} event */
const chosen = (event) => /** @type {HTMLInputElement | HTMLSelectElement} */ (event.target).value;
