import { html } from "lit";
import { words } from "./figure_words.js";

/**
 * What was left out of what a figure or a page was asked to show, and why.
 * @param {string} sentence
 * @param {import("../fields/fields.js").Refusal[]} notes
 * @param {() => void} dismiss
 */
export const leftOut = (sentence, notes, dismiss) => html`<div class="link-notes" role="status">
    <p>${sentence}</p>
    <ul>
      ${notes.map(({ field, message }) => html`<li data-field-note=${field}>${message}</li>`)}
    </ul>
    <button class="button" @click=${dismiss}>${words.dismiss}</button>
  </div>`;
