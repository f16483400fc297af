import { html, nothing } from "lit";
import { numberText } from "../../kit/formula/number_text.js";
import { words } from "./network_figure_words.js";

/**
 * How the last applied update changed the loss, beside the change that the gradient predicted.
 * @param {import("./trace_messages.js").Update | null} update
 */
export function updateLine(update) {
  if (!update) return nothing;
  const rows = [
    [words.lossBefore, update.loss_before],
    [words.lossAfter, update.loss_after],
    [words.promised, update.first_order_change],
    [words.came, update.actual_change],
  ];
  return html`<section class="box applied" role="group" data-part="update" data-loss-before=${update.loss_before}
    data-loss-after=${update.loss_after} data-promised-change=${update.first_order_change}
    data-actual-change=${update.actual_change} aria-label=${words.updateTitle}>
    <h3>${words.updateTitle}</h3>
    <dl>
      ${rows.map(([name, value]) => html`<div><dt>${name}</dt><dd>${numberText(Number(value))}</dd></div>`)}
    </dl>
    <p>${update.sentence}</p>
  </section>`;
}
