import { nothing, svg } from "lit";

/** @import { RunPlot } from "./run_plot.js" */

/**
 * The axes of curves over a run: a grid for the values, ticks for the epochs.
 * @param {RunPlot} plot
 * @param {string} epochs name of the lower axis; empty: that axis is not drawn
 */
export function runAxes({ left, right, top, bottom, xTicks, yTicks }, epochs) {
  return svg`${yTicks.map(
    ({ at, label }) => svg`<line class="run-grid" x1=${left} x2=${right} y1=${at} y2=${at}></line>
      <text class="run-tick" x=${left - 7} y=${at + 4} text-anchor="end">${label}</text>`,
  )}
  <line class="run-axis" x1=${left} x2=${left} y1=${top} y2=${bottom}></line>
  ${
    epochs === ""
      ? nothing
      : svg`<line class="run-axis" x1=${left} x2=${right} y1=${bottom} y2=${bottom}></line>
        ${xTicks.map(
          ({ at, label }) => svg`<line class="run-axis" x1=${at} x2=${at} y1=${bottom}
              y2=${bottom + 5}></line>
            <text class="run-tick" x=${at} y=${bottom + 18} text-anchor="middle">${label}</text>`,
        )}
        <text class="run-tick" x=${right} y=${bottom + 32} text-anchor="end">${epochs}</text>`
  }`;
}
