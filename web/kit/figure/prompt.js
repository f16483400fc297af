import { html } from "lit";

/**
 * A sentence that asks the reader to use a control, and the one that stands in its place when the author
 * of the page has hidden all controls: styles show one of the two.
 * @param {string} request
 * @param {string} [instead]
 */
export const prompt = (request, instead = "") =>
  html`<span class="asked">${request}</span><span class="instead">${instead}</span>`;
