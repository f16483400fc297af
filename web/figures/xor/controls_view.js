import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { activationName } from "../../kit/fields/activation_name.js";
import { checkbox } from "../../kit/fields/checkbox.js";
import { choiceMenu, choiceSelect } from "../../kit/fields/choice_menu.js";
import { countText } from "../../kit/formula/count_text.js";
import { words } from "./xor_words.js";

/** @import { TableField } from "../../kit/fields/field_table.js" */
/** @import { XorState } from "./xor_state.js" */
/** @import { NumberFields } from "../../kit/fields/number_fields.js" */
/** @import { TrainingRecord } from "./training/training_record.js" */

/**
 * The buttons, in the order in which they are used, and the way through what has been trained.
 * @param {boolean} isTraining
 * @param {TrainingRecord} record
 * @param {object} actions
 * @param {() => void} actions.toggle
 * @param {() => void} actions.reset
 * @param {() => void} actions.newSeed
 * @param {(index: number) => void} actions.show
 */
export function trainingBar(isTraining, record, actions) {
  const { isRecorded, frame } = record;
  const epoch = countText(frame.state.epoch);
  return html`<div class="xor-training-bar">
    <div class="xor-buttons">
      <button class="button primary xor-train" @click=${actions.toggle}>${isTraining ? words.pause : words.train}</button>
      <button class="button" title=${words.resetTitle} @click=${actions.reset}>${words.reset}</button>
      <button class="button" title=${words.newSeedTitle}
        @click=${actions.newSeed}>${words.newSeed}</button>
    </div>
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
 * How the run is gone through and watched.
 * @param {XorState} state
 * @param {TableField[]} fields
 * @param {object} actions
 * @param {(name: string, value: unknown) => void} actions.set
 * @param {() => void} actions.oneEpoch
 */
export const runBar = (
  { speed, log_scale },
  fields,
  { set, oneEpoch },
) => html`<div class="xor-run-bar">
  <button class="button" @click=${oneEpoch}>${words.oneEpoch}</button>
  <label class="xor-speed">
    <span>${words.speed}</span>
    ${choiceSelect(menuOf("speed", speed, fields, words.speedName, set))}
  </label>
  ${checkbox(words.logScale, log_scale, () => set("log_scale", !log_scale), "log_scale")}
</div>`;

/**
 * What the network is and how it is trained.
 * @param {XorState} state
 * @param {TableField[]} fields
 * @param {NumberFields} numbers
 * @param {(name: string, value: unknown) => void} set
 */
export function settingsBar(state, fields, numbers, set) {
  /** @type {(name: "batch" | "output_activation", label: string, nameOf: (choice: string) => string) => unknown} */
  const menu = (name, label, nameOf) =>
    choiceMenu({ label, ...menuOf(name, state[name], fields, nameOf, set) });
  return html`<fieldset class="xor-settings">
    <legend class="unseen">${words.settings}</legend>
    ${state.model === "line" ? nothing : hiddenSettings(state, fields, set)}
    ${menu("output_activation", words.outputActivation, activationName)}
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
    ${menu("batch", words.batch, words.batchName)}
    ${numbers.template({
      field: "initial_range",
      label: words.initialRange,
      value: state.initial_range,
      nudge: 0.1,
    })}
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
    ${choiceMenu({
      label: words.activation,
      ...menuOf("activation", state.activation, fields, activationName, set),
    })}`;
}

/**
 * The menu of a field of the table.
 * @param {string} name
 * @param {string} value
 * @param {TableField[]} fields
 * @param {(choice: string) => string} nameOf
 * @param {(name: string, value: unknown) => void} set
 */
const menuOf = (name, value, fields, nameOf, set) => ({
  name,
  value,
  choices: fields.find((field) => field.name === name)?.choices ?? [],
  nameOf,
  set: (/** @type {string} */ choice) => set(name, choice),
});

/** @param {Event} event */
const chosen = (event) => /** @type {HTMLInputElement} */ (event.target).value;
