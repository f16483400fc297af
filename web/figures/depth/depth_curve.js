import { extent } from "d3-array";
import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import { html, svg } from "lit";
import { lowerTicks, valueGrid } from "../../kit/charts/axes_view.js";
import { linearTicks } from "../../kit/charts/axis_ticks.js";
import { plotBox } from "../../kit/charts/plot_box.js";
import { activationName } from "../../kit/fields/activation_name.js";
import { words } from "./depth_words.js";

/** @import { DepthResult } from "./depth_messages.js" */

const SIZE = { width: 360, height: 170 };
const MARGIN = { left: 34, right: 10, top: 10, bottom: 24 };

/**
 * The activation of the stack with its slope, and the most that the slope can be.
 * @param {DepthResult} result
 * @param {string} activation
 */
export function curveView({ curve: { z, a, slope }, steepest }, activation) {
  const box = plotBox(SIZE.width, SIZE.height, MARGIN);
  const { left, right, top, bottom } = box;
  const x = scaleLinear([z[0], z[z.length - 1]], [left, right]);
  const [low = 0, high = 1] = extent([0, 1, ...a.filter((value) => Math.abs(value) <= 2)]);
  const y = scaleLinear([low, high], [bottom, top]);
  const path = (/** @type {number[]} */ values) =>
    line(
      (/** @type {number} */ _, at) => x(z[at]),
      (/** @type {number} */ value) => y(value),
    ).digits(1)(values) ?? "";
  const name = activationName(activation);
  return html`<figure class="depth-curves">
    <figcaption class="minor">${words.curveTitle(name)}</figcaption>
    <svg viewBox="0 0 ${SIZE.width} ${SIZE.height}" role="img"
      aria-label=${words.curveLabel(name, String(steepest))}>
      ${valueGrid(box, linearTicks(y, 3))}
      ${lowerTicks(bottom, linearTicks(x, 4), { length: 4, baseline: 16 })}
      <svg x=${left} y=${top} width=${right - left} height=${bottom - top}
        viewBox="${left} ${top} ${right - left} ${bottom - top}">
        <path class="depth-curve" d=${path(a)}></path>
        <path class="depth-curve depth-slope" d=${path(slope)}></path>
      </svg>
      ${svg`<line class="depth-most" x1=${left} x2=${right} y1=${y(steepest)} y2=${y(steepest)}></line>
        <text class="axis-text depth-most-name" x=${left + 6} y=${y(steepest) + (y(steepest) < top + 16 ? 15 : -5)}>
          ${words.most(String(steepest))}</text>`}
    </svg>
    <ul class="legend depth-legend" aria-hidden="true">
      <li><svg viewBox="0 0 30 10"><path class="depth-curve" d="M1 5H29"></path></svg>${words.curve}</li>
      <li><svg viewBox="0 0 30 10"><path class="depth-curve depth-slope" d="M1 5H29"></path></svg>${words.slope}</li>
    </ul>
  </figure>`;
}
