import { html, nothing } from "lit";
import { countText } from "../../kit/formula/count_text.js";
import { words } from "./xor_words.js";

/** @import { EarlierNotice } from "./training/earlier_run.js" */

/**
 * A note on the part of the loss curve that is missing, and whether it is being trained again.
 * @param {EarlierNotice | null} notice null: nothing is missing
 * @param {() => void} replay trains it again, however long that takes
 */
export function earlierView(notice, replay) {
  if (!notice) return nothing;
  const text =
    notice.kind === "going"
      ? words.earlierGoing(countText(notice.epoch), countText(notice.of))
      : words.earlierLeftOut[notice.kind];
  const button = html`<button class="button quiet" @click=${replay}>${words.goThrough}</button>`;
  return html`<p class="xor-panel-note" data-part="earlier">${text} ${notice.kind === "long" ? button : nothing}</p>`;
}
