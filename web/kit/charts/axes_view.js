import { nothing, svg } from "lit";

/** @import { Tick } from "./axis_ticks.js" */
/** @import { PlotBox } from "./plot_box.js" */

/**
 * Lines across a plot at the ticks of its upright axis, and their labels at the left.
 * @param {Pick<PlotBox, "left" | "right">} box
 * @param {Tick[]} ticks
 * @param {number} [gap] from a label to the plot (px)
 */
export const valueGrid = ({ left, right }, ticks, gap = 7) =>
  ticks.map(
    ({ at, label }) => svg`<line class="axis-grid" x1=${left} x2=${right} y1=${at} y2=${at}></line>
      <text class="axis-text" x=${left - gap} y=${at + 4} text-anchor="end">${label}</text>`,
  );

/**
 * The ticks of the lower axis, and their labels below them.
 * @param {number} bottom of the plot
 * @param {Tick[]} ticks
 * @param {{length: number, baseline: number}} tick its length, and how far below the plot the label stands (px)
 */
export const lowerTicks = (bottom, ticks, { length, baseline }) =>
  ticks.map(
    ({ at, label }) =>
      svg`${
        length === 0
          ? nothing
          : svg`<line class="axis-line" x1=${at} x2=${at} y1=${bottom} y2=${bottom + length}></line>`
      }<text class="axis-text" x=${at} y=${bottom + baseline} text-anchor="middle">${label}</text>`,
  );
