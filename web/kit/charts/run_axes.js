import { nothing, svg } from "lit";
import { lowerTicks, valueGrid } from "./axes_view.js";

/** @import { RunPlot } from "./run_plot.js" */

/**
 * The axes of curves over a run: a grid for the values, ticks for the epochs.
 * @param {RunPlot} plot
 * @param {string} epochs name of the lower axis; empty: that axis is not drawn
 */
export function runAxes(plot, epochs) {
  const { left, right, top, bottom } = plot;
  return svg`${valueGrid(plot, plot.yTicks)}
  <line class="axis-line" x1=${left} x2=${left} y1=${top} y2=${bottom}></line>
  ${
    epochs === ""
      ? nothing
      : svg`<line class="axis-line" x1=${left} x2=${right} y1=${bottom} y2=${bottom}></line>
        ${lowerTicks(bottom, plot.xTicks, { length: 5, baseline: 18 })}
        <text class="axis-text" x=${right} y=${bottom + 32} text-anchor="end">${epochs}</text>`
  }`;
}
