import { html } from "lit";

/**
 * What asks the reader to use a control; and what is said instead where the author hid them all.
 * @param {string} asked
 * @param {string} [instead]
 */
export const prompt = (asked, instead = "") =>
  html`<span class="asked">${asked}</span><span class="instead">${instead}</span>`;
