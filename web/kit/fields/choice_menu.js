import { html } from "lit";
import { live } from "lit/directives/live.js";

/**
 * A native menu with its label.
 * @param {object} menu
 * @param {string} menu.name the field's name in the state
 * @param {string} menu.label
 * @param {string} menu.value
 * @param {readonly string[]} menu.choices
 * @param {(choice: string) => string} menu.nameOf
 * @param {(choice: string) => void} menu.set
 */
export function choiceMenu({ name, label, value, choices, nameOf, set }) {
  return html`<label class="field">
    <span class="field-label">${label}</span>
    <select class="select" data-field=${name} .value=${live(value)}
      @change=${(/** @type {Event} */ event) => set(chosen(event))}>
      ${choices.map(
        (choice) =>
          html`<option value=${choice} ?selected=${choice === value}>${nameOf(choice)}</option>`,
      )}
    </select>
  </label>`;
}

/** @param {Event} event */
const chosen = (event) => /** @type {HTMLSelectElement} */ (event.target).value;
