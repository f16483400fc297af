import { html, nothing } from "lit";
import { words } from "./slopes_words.js";

/** @typedef {import("./slopes_messages.js").SlopesResult} SlopesResult */

/**
 * The quantities that the nudge passes, one after the other, and the slope between every two.
 * @param {SlopesResult} result
 */
export const passedView = ({ passed }) => html`<h3 class="minor">${words.passes}</h3>
  <ol class="plain-list slopes-passed" translate="no">
    ${passed.map(
      ({ symbol, before, after, change, slope }) => html`<li>
        ${slope === null ? nothing : html`<span class="slopes-factor">${words.times} ${slope}</span>`}
        <span class="box slopes-quantity">
          <i>${symbol}</i><span>${before} → ${after}</span><b>${change}</b>
        </span>
      </li>`,
    )}
  </ol>`;
