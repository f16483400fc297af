import { html, nothing } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { weightPlace } from "../../../drawing/places.js";
import { symbolTemplate } from "../../../kit/formula/formula.js";
import { numberText } from "../../../kit/formula/number_text.js";
import { DIRECTIONS } from "./guess.js";
import { words } from "./prediction_words.js";

export { words };

/** @typedef {import("../chain_rule/chain_rule_messages.js").Explanation} Explanation */
/** @typedef {import("./guess_messages.js").Judgement} Judgement */
/** @typedef {import("./guess.js").GuessState} GuessState */

/**
 * What raising the weight does to the loss, and, if the reader likes, the gradient itself.
 * @param {Explanation} explanation
 * @param {string | null} note why the last guess was not taken
 * @param {object} actions
 * @param {(direction: string | null, value: string | null) => void} actions.check
 * @param {() => void} actions.skip
 */
export function question({ weight, symbol }, note, { check, skip }) {
  const place = weightPlace(weight);
  const submit = (/** @type {Event} */ event) => {
    const form = /** @type {HTMLElement} */ (event.currentTarget).closest(".guess");
    check(...typedIn(/** @type {HTMLElement} */ (form)));
  };
  const enter = (/** @type {KeyboardEvent} */ event) => event.key === "Enter" && submit(event);
  // Each weight has its own fields, which are empty at first.
  return keyed(
    place,
    html`<div class="guess" role="group" data-part="question" aria-label=${words.title} @keydown=${(
      /** @type {KeyboardEvent} */ event,
    ) => isTyping(event) && enter(event)}>
      <fieldset>
        <legend>${words.question(weight.source === null)}</legend>
        ${DIRECTIONS.map(
          (direction) => html`<label class="check">
            <input type="radio" name="direction" value=${direction} />${words.directions[direction]}
          </label>`,
        )}
      </fieldset>
      <label class="field">
        <span class="field-label">${words.value}
          ${symbolTemplate(`\\frac{\\partial E}{\\partial ${symbol}} =`, "backward")}</span>
        <input type="text" autocomplete="off" spellcheck="false" data-field="guess_value"
          aria-invalid=${note ? "true" : "false"} />
      </label>
      ${note ? html`<p class="field-note" role="alert">${note}</p>` : nothing}
      <div class="button-row">
        <button class="button primary" @click=${submit}>${words.check}</button>
        <button class="button" @click=${skip}>${words.skip}</button>
      </div>
    </div>`,
  );
}

/** @param {KeyboardEvent} event */
const isTyping = (event) => /** @type {Element} */ (event.target).matches("input");

/**
 * @param {HTMLElement} form
 * @returns {[string | null, string | null]}
 */
function typedIn(form) {
  const chosen = /** @type {HTMLInputElement | null} */ (
    form.querySelector("[name=direction]:checked")
  );
  const typed = /** @type {HTMLInputElement} */ (form.querySelector("[data-field=guess_value]"));
  return [chosen?.value ?? null, typed.value.trim() || null];
}

/**
 * The guess beside the answer, and what it turned out to be.
 * @param {GuessState} state
 * @param {Explanation} explanation
 * @param {Judgement | null} judgement null: skipped, or not here yet
 * @param {boolean} waits the answer comes when Python has started
 * @param {() => void} again
 */
export function answer({ guess_direction, guess_value }, { gradient }, judgement, waits, again) {
  const button = html`<button class="button quiet" @click=${again}>${words.again}</button>`;
  if (guess_direction === null && guess_value === null) return button;
  return html`<div class="judgement" data-part="judgement" tabindex="-1">
    ${judgement ? comparison(guess_direction, guess_value, gradient, judgement) : nothing}
    <p class="meaning">${judgement?.sentence ?? (waits ? words.waits : "")}</p>
    ${button}
  </div>`;
}

/**
 * @param {import("./guess.js").Direction | null} direction
 * @param {string | null} value
 * @param {number} gradient
 * @param {Judgement} judgement
 */
function comparison(direction, value, gradient, judgement) {
  const isRight = judgement.direction_is_right ? "right" : "wrong";
  return html`<table>
    <thead>
      <tr><td></td><th scope="col">${words.yours}</th><th scope="col">${words.answer}</th></tr>
    </thead>
    <tbody>
      ${
        direction === null
          ? nothing
          : row(
              words.raising,
              words.directions[direction],
              words.directions[judgement.direction],
              isRight,
            )
      }
      ${
        value === null || judgement.value === null
          ? nothing
          : row(words.gradient, value.replace("-", "−"), numberText(gradient), judgement.value)
      }
    </tbody>
  </table>`;
}

const MARKS = { right: "✓", near: "≈", wrong: "✗" };

/**
 * @param {string} name
 * @param {string} guess
 * @param {string} truth
 * @param {"right" | "near" | "wrong"} verdict
 */
const row = (name, guess, truth, verdict) => html`<tr data-verdict=${verdict}>
  <th scope="row">${name}</th>
  <td>${guess} <span aria-hidden="true">${MARKS[verdict]}</span><span class="unseen">, ${words[verdict]}</span></td>
  <td>${truth}</td>
</tr>`;
