import { html, nothing } from "lit";
import { countText } from "../../kit/formula/count_text.js";
import { words } from "./xor_words.js";

/** @import { EarlierNews } from "./training/earlier_run.js" */

/**
 * What is missing of the loss curve, and whether it is on its way.
 * @param {EarlierNews | null} news
 * @param {() => void} insist the reader wants it, however long it takes
 */
export function earlierView(news, insist) {
  if (!news) return nothing;
  const said =
    news.kind === "going"
      ? words.earlierGoing(countText(news.epoch), countText(news.of))
      : words.earlierLeftOut[news.kind];
  const wish = html`<button class="button quiet" @click=${insist}>${words.goThrough}</button>`;
  return html`<p class="xor-panel-note" data-part="earlier">${said} ${news.kind === "long" ? wish : nothing}</p>`;
}
