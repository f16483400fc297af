import { css, html, nothing, svg } from "lit";
import { lowerTicks, valueGrid } from "./axes_view.js";

/** @import { LogChart } from "./log_chart.js" */

/**
 * @typedef {object} CurveWords
 * @property {string} name the suffix of its class `logchart-<name>`, which styles the curve
 * @property {string} label
 */

/**
 * Curves with their axes and names; the marked values stand out.
 * @param {LogChart} chart
 * @param {object} texts
 * @param {string} texts.label what the chart shows now
 * @param {string} texts.xAxis
 * @param {string} texts.yAxis
 * @param {CurveWords[]} texts.curves
 */
export function logChartView(chart, { label, xAxis, yAxis, curves }) {
  const { width, height, left, right, top, bottom, mark } = chart;
  return html`<figure class="logchart">
    <figcaption class="logchart-axis-name">${yAxis}</figcaption>
    <svg viewBox="0 0 ${width} ${height}" height=${height} role="img" aria-label=${label}>
      ${valueGrid(chart, chart.yTicks)}
      ${lowerTicks(bottom, chart.xTicks, { length: 5, baseline: 17 })}
      <line class="axis-line" x1=${left} x2=${right} y1=${bottom} y2=${bottom}></line>
      <text class="axis-text" x=${right} y=${bottom + 33} text-anchor="end">${xAxis}</text>
      ${mark === null ? nothing : svg`<line class="logchart-mark" x1=${mark} x2=${mark} y1=${top} y2=${bottom}></line>`}
      ${chart.curves.map(
        (
          { path, dots, marked },
          index,
        ) => svg`<g class="logchart-curve logchart-${curves[index].name}">
          <path d=${path}></path>
          ${dots.length < 20 ? dots.map(({ x, y }) => svg`<circle cx=${x} cy=${y} r="2.5"></circle>`) : nothing}
          ${marked ? svg`<circle class="logchart-marked" cx=${marked.x} cy=${marked.y} r="5"></circle>` : nothing}
        </g>`,
      )}
    </svg>
    <ul class="legend logchart-legend" aria-hidden="true">
      ${curves.map(({ name, label: text }) => html`<li>${key(name)}${text}</li>`)}
    </ul>
  </figure>`;
}

/** A short piece of the curve, for the legend. @param {string} name */
const key = (name) => html`<svg class="logchart-key" viewBox="0 0 26 10" width="26" height="10">
  <g class="logchart-curve logchart-${name}"><path d="M1 5H25"></path></g></svg>`;

/** Black for what is compared with backpropagation, which has the backward hue; dashes differ as well. */
export const logChartStyles = css`
  .logchart {
    min-width: 0;
    margin: 0;
  }

  .logchart > svg {
    display: block;
    width: 100%;
    overflow: visible;
  }

  .logchart-axis-name {
    color: var(--bp-ink-soft);
    font: 12px/1.3 var(--bp-font-ui);
    font-variant-numeric: tabular-nums;
  }

  .logchart-mark {
    stroke: var(--bp-ink-faint);
    stroke-dasharray: 2 3;
  }

  .logchart-curve path {
    fill: none;
    stroke: var(--bp-ink);
    stroke-width: 2px;
    stroke-linejoin: round;
  }

  .logchart-curve circle {
    fill: var(--bp-ink);
  }

  .logchart-backpropagation path {
    stroke: var(--bp-backward);
  }

  .logchart-backpropagation circle {
    fill: var(--bp-backward);
  }

  .logchart-difference path,
  .logchart-float32 path {
    stroke-dasharray: 6 4;
  }

  .logchart-curve .logchart-marked {
    stroke: var(--bp-raised);
    stroke-width: 2px;
  }

  .logchart-legend {
    row-gap: 0;
    margin-top: var(--bp-space-1);
    font: 13px/1.5 var(--bp-font-ui);
  }

  .logchart-legend li {
    gap: var(--bp-space-2);
  }

  @media (forced-colors: active) {
    .logchart-curve path,
    .logchart :is(.axis-grid, .axis-line),
    .logchart-mark {
      stroke: CanvasText;
    }

    .logchart-curve circle,
    .logchart .axis-text {
      fill: CanvasText;
    }
  }
`;
