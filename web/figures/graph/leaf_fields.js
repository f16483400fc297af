import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { symbolTemplate } from "../../kit/formula/formula.js";
import { numberText } from "../../kit/formula/number_text.js";
import { words } from "./graph_words.js";

/** @import { NumberFields } from "../../kit/fields/number_fields.js" */
/** @import { GraphResult } from "./graph_messages.js" */
/** @import { GraphScene } from "./graph_scene.js" */

/** A slider goes as far as this to both sides, or as far as the number does. */
const FAR = 10;

/**
 * Every number that goes in, to be typed or dragged, with its gradient as far as it has come; at the end of a
 * wrong order with the right one too.
 * @param {GraphResult} result
 * @param {GraphScene} scene
 * @param {NumberFields} numbers
 * @param {(name: string, value: string) => void} set
 */
export const leafFields = (
  { leaves, mistake, is_complete: isComplete },
  scene,
  numbers,
  set,
) => html`<fieldset class="graph-leaves">
  <legend class="unseen">${words.values}</legend>
  ${leaves.map(({ name, value, symbol, node, right, is_wrong: isWrongInTheEnd }) => {
    const far = Math.max(FAR, Math.ceil(Math.abs(value)));
    const gradient = scene.gradients[node];
    const isWrong = scene.isLast && isComplete && isWrongInTheEnd;
    return html`<div class="graph-leaf">
      ${numbers.template({
        field: `values.${name}`,
        label: html`<span class="unseen">${name}</span>
          <span aria-hidden="true">${symbolTemplate(symbol, "forward")}</span>`,
        value,
        place: `value:${node}`,
      })}
      <input class="range" type="range" min=${-far} max=${far} step="0.1" value=${value}
        .value=${live(String(value))} aria-label=${words.slider(name)}
        @input=${(/** @type {InputEvent} */ event) => set(name, textOf(event))} />
      <p class="graph-leaf-gradient" data-place=${`gradient:${node}`}>${
        gradient === null
          ? words.noGradient
          : html`${words.gradient} <b class=${isWrong ? "is-wrong" : ""} data-leaf=${name}
            data-gradient=${gradient}>${numberText(gradient)}</b>`
      }</p>
      ${
        mistake === null
          ? nothing
          : html`<p class="graph-leaf-gradient">${isWrong ? html`${words.right} ${numberText(right)}` : nothing}</p>`
      }
    </div>`;
  })}
</fieldset>`;

/** @param {Event} event */
const textOf = (event) => /** @type {HTMLInputElement} */ (event.target).value;
