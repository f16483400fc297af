import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { activationName } from "../../kit/fields/activation_name.js";
import { checkbox } from "../../kit/fields/checkbox.js";
import { choiceMenu } from "../../kit/fields/choice_menu.js";
import { words } from "./playground_words.js";
import {
  ACTIVATIONS,
  FEATURES,
  OPTIMISERS,
  REGULARISATIONS,
  WITH_CLASSES,
} from "./setting_fields.js";

/** @import { NumberFields } from "../../kit/fields/number_fields.js" */
/** @import { PlaygroundState } from "./playground_state.js" */

/** What an arrow key adds to a number. */
const NUDGES = {
  learning_rate: 0.01,
  momentum: 0.05,
  batch_size: 1,
  regularisation_rate: 0.001,
  noise: 5,
  classes: 1,
  training_percent: 10,
};

/**
 * The network, its training and its points.
 * @param {PlaygroundState} state
 * @param {NumberFields} numbers
 * @param {{typed: Map<string, string>, set: (name: string, value: unknown) => void}} actions `typed`: texts
 *   that were refused, by field; they stay where the reader wrote them
 */
export function controlsView(state, numbers, { typed, set }) {
  /** @type {(name: "activation" | "optimiser" | "regularisation", choices: string[], nameOf: (choice: string) => string) => unknown} */
  const menu = (name, choices, nameOf) =>
    choiceMenu({
      name,
      label: words.fields[name],
      value: state[name],
      choices,
      nameOf,
      set: (value) => set(name, value),
    });
  const field = (/** @type {keyof typeof NUDGES} */ name) =>
    numbers.template({
      field: name,
      label: words.fields[name],
      value: state[name],
      nudge: NUDGES[name],
    });
  /** @type {(name: "seed" | "hidden_layers" | "formula", value: string) => unknown} */
  const text = (name, value) => {
    const note = typed.has(name) ? numbers.notes.get(name) : undefined;
    return html`<div class="field"><label>
        <span class="field-label">${words.fields[name]}</span>
        <input type="text" autocomplete="off" spellcheck="false" data-field=${name}
          .value=${live(typed.get(name) ?? value)} value=${value} aria-invalid=${note ? "true" : "false"}
          @change=${(/** @type {Event} */ event) => set(name, /** @type {HTMLInputElement} */ (event.target).value)} />
      </label>
      ${note ? html`<span class="field-note" role="alert">${note}</span>` : nothing}
    </div>`;
  };
  const { features } = state;
  const flip = (/** @type {string} */ name) =>
    set(
      "features",
      FEATURES.filter((each) => features.includes(each) !== (each === name)),
    );
  const box = (
    /** @type {"initial_zero" | "shows_test_data" | "discretised"} */ name,
    /** @type {string} */ label,
  ) => checkbox(label, state[name], () => set(name, !state[name]), name);
  return html`<fieldset class="field-row">
      <legend class="field-label">${words.inputs}</legend>
      ${FEATURES.map((name) => checkbox(words.featureName(name), features.includes(name), () => flip(name), `feature-${name}`))}
    </fieldset>
    <div class="field-row">
      ${text("hidden_layers", state.hidden_layers.join(", "))}
      ${menu("activation", ACTIVATIONS, activationName)}
      ${field("learning_rate")}
      ${menu("optimiser", OPTIMISERS, words.optimiserName)}
      ${field("momentum")} ${field("batch_size")}
      ${menu("regularisation", REGULARISATIONS, words.regularisationName)}
      ${field("regularisation_rate")}
      ${WITH_CLASSES.includes(state.dataset) ? field("classes") : nothing}
      ${state.dataset === "reg-formula" ? text("formula", state.formula) : nothing}
      ${field("noise")} ${field("training_percent")}
      ${text("seed", state.seed)}
    </div>
    <div class="field-row">
      ${box("initial_zero", words.initialZero)} ${box("shows_test_data", words.showsTest)}
      ${box("discretised", words.discretised)}
    </div>`;
}
