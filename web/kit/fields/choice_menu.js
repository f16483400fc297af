import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";

/**
 * @typedef {object} Choices
 * @property {string} [name] the field's name in the state
 * @property {string} value
 * @property {readonly string[]} choices
 * @property {(choice: string) => string} nameOf
 * @property {(choice: string) => void} set
 * @property {(choice: string) => boolean} [isDisabled]
 * @property {(choice: string) => string} [groupOf] the heading that a choice stands below in the menu; choices
 *   of one group follow each other, and those without a group have an empty one
 */

/**
 * A native menu with its label.
 * @param {Choices & {label: unknown, kind?: string}} menu `kind`: further class names
 */
export function choiceMenu({ label, kind, ...choices }) {
  return html`<label class=${kind ? `field ${kind}` : "field"}>
    <span class="field-label">${label}</span>
    ${choiceSelect(choices)}
  </label>`;
}

/**
 * A native menu by itself, for a label that stands elsewhere.
 * @param {Choices} menu
 */
export function choiceSelect({
  name,
  value,
  choices,
  nameOf,
  set,
  isDisabled = () => false,
  groupOf = () => "",
}) {
  const groups = [...new Set(choices.map(groupOf))];
  const options = (/** @type {string} */ group) =>
    choices
      .filter((choice) => groupOf(choice) === group)
      .map(
        (choice) =>
          html`<option value=${choice} ?selected=${choice === value} ?disabled=${isDisabled(choice)}>${nameOf(choice)}</option>`,
      );
  return html`<select class="select" data-field=${name ?? nothing} .value=${live(value)}
    @change=${(/** @type {Event} */ event) => set(chosen(event))}>
    ${groups.map((group) =>
      group ? html`<optgroup label=${group}>${options(group)}</optgroup>` : options(group),
    )}
  </select>`;
}

/**
 * The title of a choice that the engine knows by name.
 * @param {{name: string, title: string}[]} choices
 * @param {string} name
 */
export const titleOf = (choices, name) =>
  choices.find((choice) => choice.name === name)?.title ?? name;

/** @param {Event} event */
const chosen = (event) => /** @type {HTMLSelectElement} */ (event.target).value;
