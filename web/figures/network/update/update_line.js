import { html, nothing } from "lit";
import { logChart } from "../../../kit/charts/log_chart.js";
import { logChartView } from "../../../kit/charts/log_chart_view.js";
import { numberText } from "../../../kit/formula/number_text.js";
import { words } from "../network_figure_words.js";

/** @typedef {import("../trace_messages.js").Update} Update */
/** @typedef {import("../trace_messages.js").UpdatesResult} UpdatesResult */

const COUNTS = [10, 100, 1000, 10_000];

/** Room of the curve (px). */
const CURVE = { width: 300, height: 150 };

/**
 * How the last applied update changed the loss, beside the change that the gradient predicted; of many
 * updates, the loss after each. Below it, buttons that apply many more.
 * @param {Update | UpdatesResult | null} update
 * @param {(count: number) => void} applyMany
 */
export function updateLine(update, applyMany) {
  if (!update) return nothing;
  const many = "curve" in update ? update : null;
  const one = "curve" in update ? null : update;
  const title = many ? words.updatesTitle(many.count) : words.updateTitle;
  /** @type {[string, number][]} */
  const rows = [
    [words.lossBefore, update.loss_before],
    [words.lossAfter, update.loss_after],
  ];
  if (one) rows.push([words.promised, one.first_order_change], [words.came, one.actual_change]);
  return html`<section class="box applied" role="group" data-part="update" data-loss-before=${update.loss_before}
    data-loss-after=${update.loss_after} data-promised-change=${one?.first_order_change ?? nothing}
    data-actual-change=${one?.actual_change ?? nothing} aria-label=${title}>
    <h3>${title}</h3>
    <dl>
      ${rows.map(([name, value]) => html`<div><dt>${name}</dt><dd>${numberText(value)}</dd></div>`)}
    </dl>
    <p>${update.sentence}</p>
    ${many ? lossCurve(many) : nothing}
    <div class="button-row" role="group" aria-label=${words.applyMany}>
      <span>${words.applyMany}</span>
      ${COUNTS.map(
        (
          count,
        ) => html`<button class="button" data-updates=${count} @click=${() => applyMany(count)}>
          ×${numberOfUpdates(count)}
        </button>`,
      )}
    </div>
  </section>`;
}

/** @param {UpdatesResult} many */
function lossCurve({ curve, sentence }) {
  const chart = logChart({ x: curve.updates, curves: [curve.losses] }, CURVE);
  const last = curve.updates.length - 1;
  const ticks = [0, last].map((index) => ({
    at: chart.curves[0].dots[index]?.x ?? 0,
    label: numberOfUpdates(curve.updates[index]),
  }));
  return logChartView(
    { ...chart, xTicks: ticks },
    {
      label: sentence,
      xAxis: words.updatesAxis,
      yAxis: words.lossAxis,
      curves: [{ name: "loss", label: words.lossAxis }],
    },
  );
}

/** @param {number} count */
const numberOfUpdates = (count) => count.toLocaleString("en");
