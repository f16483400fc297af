import { html, isServer, nothing } from "lit";
import { live } from "lit/directives/live.js";

/**
 * A native checkbox with its label. Its attribute is for the prerendered figure, its property for the live
 * one, because a box that a reader has clicked ignores its attribute.
 * @param {unknown} label
 * @param {boolean} isChecked
 * @param {() => void} toggle
 * @param {string} [field] its name in the state
 */
export const checkbox = (label, isChecked, toggle, field) => html`<label class="check">
  <input type="checkbox" data-field=${field ?? nothing} ?checked=${isChecked} .checked=${isServer ? nothing : live(isChecked)}
    @change=${toggle} />
  ${label}
</label>`;
