import { svg } from "lit";
import { pointOnLine } from "../../drawing/layout/edge_geometry.js";

/** @import { Pulse } from "./pass_motion.js" */

/** How much of its line a pulse's tail covers. */
const TAIL = 0.16;
const RADIUS = { least: 2.5, more: 4 };

/**
 * The values on their way, as points with a tail, the larger ones larger.
 * @param {{width: number, height: number}} layout
 * @param {Pulse[]} moving
 */
export function pulsesView({ width, height }, moving) {
  return svg`<svg class="learning-pulses" viewBox="0 0 ${width} ${height}" aria-hidden="true">
    ${moving.map(({ line, at, isBackward, size }) => {
      const head = pointOnLine(line, at);
      const tail = pointOnLine(line, isBackward ? Math.min(1, at + TAIL) : Math.max(0, at - TAIL));
      const radius = RADIUS.least + RADIUS.more * size;
      return svg`<g class=${isBackward ? "learning-pulse is-backward" : "learning-pulse"}>
        <line x1=${tail.x} y1=${tail.y} x2=${head.x} y2=${head.y} stroke-width=${1.4 * radius}></line>
        <circle cx=${head.x} cy=${head.y} r=${radius}></circle>
      </g>`;
    })}
  </svg>`;
}
