import { html, nothing } from "lit";
import { logChart } from "../../kit/charts/log_chart.js";
import { logChartView } from "../../kit/charts/log_chart_view.js";
import { words } from "./cost_words.js";

/** @import { Timing } from "./cost_messages.js" */

const CURVES = [
  { name: "difference", label: words.difference },
  { name: "backpropagation", label: words.backpropagation },
];
const HEIGHT = 220;
/** The fewest points of a curve. */
const LEAST = 2;

/**
 * Passes and times of nets of growing size, as a table and as curves.
 * @param {Timing[]} rows
 * @param {number} width of the chart, in pixels
 */
export function timingsView(rows, width) {
  return html`<div class="cost-measured">
    <table class="cost-timings">
      <caption class="cost-caption">${words.table}</caption>
      <thead>
        <tr>
          <th scope="col" class="number">${words.parameters}</th>
          <th scope="col" class="number">${words.passes}</th>
          <th scope="col" class="number">${words.time}</th>
          <th scope="col" class="number">${words.ratio}</th>
        </tr>
      </thead>
      <tbody>${rows.map(row)}</tbody>
    </table>
    ${rows.length < LEAST ? nothing : timeChart(rows, width)}
  </div>`;
}

/** @param {Timing} timing */
function row({ texts, parameters, difference_passes, backpropagation_passes, ...timing }) {
  return html`<tr data-parameters=${parameters} data-difference-passes=${difference_passes}
    data-time-ratio=${timing.time_ratio}>
    <th scope="row" class="number">${texts.parameters}</th>
    <td class="number"><span>${texts.difference_passes}</span>
      <span class="unseen">${words.against}</span> <span class="cost-back">${backpropagation_passes}</span></td>
    <td class="number"><span>${texts.difference_time}</span>
      <span class="unseen">${words.against}</span> <span class="cost-back">${texts.backpropagation_time}</span></td>
    <td class="number"><span>${texts.passes_ratio}× <small>${words.ofPasses}</small></span>
      <span>${texts.time_ratio}× <small>${words.ofTime}</small></span></td>
  </tr>`;
}

/**
 * @param {Timing[]} rows
 * @param {number} width
 */
function timeChart(rows, width) {
  const geometry = logChart(
    {
      x: rows.map(({ parameters }) => parameters),
      curves: [
        rows.map(({ difference_seconds: seconds }) => seconds),
        rows.map(({ backpropagation_seconds: seconds }) => seconds),
      ],
      isLog: true,
    },
    { width, height: HEIGHT },
  );
  return logChartView(geometry, {
    label: words.timeChart(rows[rows.length - 1].sentence),
    xAxis: words.parameterAxis,
    yAxis: words.timeAxis,
    curves: CURVES,
  });
}
