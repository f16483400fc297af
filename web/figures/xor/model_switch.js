import { html, isServer, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { MODELS } from "./xor_state.js";
import { words } from "./xor_words.js";

/**
 * The choice of what learns XOR: one unit alone, or a network.
 * @param {string} model
 * @param {(name: string, value: unknown) => void} set
 */
export const modelSwitch = (model, set) => html`<fieldset class="xor-models">
  <legend class="unseen">${words.model}</legend>
  ${MODELS.map(
    (name) => html`<label class="check">
      <input type="radio" name="model" value=${name} ?checked=${name === model}
        .checked=${isServer ? nothing : live(name === model)} @change=${() => set("model", name)} />
      ${words.models[name]}
    </label>`,
  )}
</fieldset>`;
