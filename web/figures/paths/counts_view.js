import { html } from "lit";
import { live } from "lit/directives/live.js";
import { logChart } from "../../kit/charts/log_chart.js";
import { logChartView } from "../../kit/charts/log_chart_view.js";
import { words } from "./paths_words.js";

/** @import { PathCount, PathsResult } from "./paths_messages.js" */
/** @import { PathsState } from "./paths_state.js" */
/** @import { Limit } from "../../kit/fields/fields.js" */

const CURVES = [
  { name: "paths", label: words.pathByPath },
  { name: "backpropagation", label: words.backpropagation },
];
const HEIGHT = 210;

/**
 * What a whole gradient costs path by path and by backpropagation, as a network grows.
 * @param {PathsResult["counts"]} counts
 * @param {object} options
 * @param {PathsState} options.state
 * @param {Record<string, Limit>} options.limits
 * @param {number} options.width of one chart (px)
 * @param {(field: string, value: string) => void} options.set
 */
export function countsView(counts, { state, limits, width, set }) {
  const { by_layers: layers, by_width: widths, sentence } = counts;
  return html`<section class="paths-counts" data-paths=${counts.paths}
    data-path-by-path=${counts.path_by_path} data-backpropagation=${counts.backpropagation}>
    <h3>${words.counting}</h3>
    <div class="paths-sliders">
      ${slider("hidden_layers", words.hiddenLayers, state.hidden_layers, { limits, valueText: sentence, set })}
      ${slider("width", words.width, state.width, { limits, valueText: sentence, set })}
    </div>
    <p class="paths-sentence paths-count-sentence">${sentence}</p>
    <div class="paths-charts">
      ${chart(layers, "hidden_layers", counts.hidden_layers, { width, axis: words.byLayers, sentence })}
      ${chart(widths, "width", counts.width, { width, axis: words.byWidth, sentence })}
    </div>
    <p class="soft">${words.countNote}</p>
  </section>`;
}

/**
 * @param {PathCount[]} rows
 * @param {"hidden_layers" | "width"} field the one along the axis
 * @param {number} value the chosen one
 * @param {{width: number, axis: string, sentence: string}} drawn
 */
function chart(rows, field, value, { width, axis, sentence }) {
  const geometry = logChart(
    {
      x: rows.map((row) => row[field]),
      curves: [rows.map((row) => row.path_by_path), rows.map((row) => row.backpropagation)],
      marked: rows.findIndex((row) => row[field] === value),
    },
    { width, height: HEIGHT },
  );
  return logChartView(geometry, {
    label: words.chart(axis, sentence),
    xAxis: axis,
    yAxis: words.countAxis,
    curves: CURVES,
  });
}

/**
 * @param {"hidden_layers" | "width"} field
 * @param {string} label
 * @param {number} value
 * @param {object} about
 * @param {Record<string, Limit>} about.limits
 * @param {string} about.valueText what a screen reader adds to the value
 * @param {(field: string, value: string) => void} about.set
 */
function slider(field, label, value, { limits, valueText, set }) {
  const { minimum, maximum } = limits[field];
  return html`<label class="paths-slider">
    <span>${label}</span>
    <input class="range" type="range" min=${minimum} max=${maximum} step="1" value=${value}
      .value=${live(String(value))} data-field=${field} aria-valuetext="${value}. ${valueText}"
      @input=${(/** @type {Event} */ event) =>
        set(field, /** @type {HTMLInputElement} */ (event.target).value)} />
    <span class="number">${value}</span>
  </label>`;
}
