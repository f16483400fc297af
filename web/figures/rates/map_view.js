import { html, nothing, svg } from "lit";
import { guard } from "lit/directives/guard.js";
import { lowerTicks } from "../../kit/charts/axes_view.js";
import { symbolTemplate } from "../../kit/formula/formula.js";
import { numberText } from "../../kit/formula/number_text.js";
import { arrow, mapHeight, pointAt, runPath, within } from "./loss_map.js";
import { words } from "./rates_words.js";

/** @import { RateRun, RatesResult } from "./rates_messages.js" */
/** @import { Contour, PlotFrame } from "../../kit/charts/surface_plot.js" */

/** How far an arrow key moves the start. */
const NUDGE = 0.1;
/** @type {Record<string, [number, number]>} */
const ARROWS = {
  ArrowLeft: [-NUDGE, 0],
  ArrowRight: [NUDGE, 0],
  ArrowUp: [0, NUDGE],
  ArrowDown: [0, -NUDGE],
};

/**
 * The map with the chosen run: its path so far, its path from here on, and the arrows of its next step.
 * @param {object} shown
 * @param {RatesResult} shown.result
 * @param {RateRun} shown.run
 * @param {number} shown.step
 * @param {PlotFrame} shown.frame
 * @param {Contour[]} shown.contours
 * @param {string} shown.label
 * @param {(start: [number, number]) => void} setStart
 */
export function mapView({ result, run, step, frame, contours, label }, setStart) {
  const { surface, lowest, weights } = result;
  const { width, left, top, side } = frame;
  const at = Math.min(step, run.points.length - 1);
  const here = run.points[at];
  const start = /** @type {[number, number]} */ (result.start);
  const startAt = [frame.x(start[0]), frame.y(start[1])];
  const moveTo = (/** @type {PointerEvent | MouseEvent} */ event) => {
    const box = /** @type {SVGElement} */ (event.currentTarget).closest(".rates-map-picture");
    const { left: x, top: y, width: drawn } = /** @type {Element} */ (box).getBoundingClientRect();
    const scale = width / drawn;
    setStart(pointAt(frame, surface, [(event.clientX - x) * scale, (event.clientY - y) * scale]));
  };
  const key = (/** @type {KeyboardEvent} */ event) => {
    const move = ARROWS[event.key];
    if (!move) return;
    event.preventDefault();
    setStart([
      within(start[0] + move[0], surface.x_range),
      within(start[1] + move[1], surface.y_range),
    ]);
  };
  return html`<div class="rates-map">
    <svg class="rates-map-picture" viewBox="0 0 ${width} ${mapHeight(frame)}" role="group"
      aria-label=${label}>
      ${guard([contours], () => axes(frame))}
      <svg class="rates-window" x=${left} y=${top} width=${side} height=${side}
        viewBox="${left} ${top} ${side} ${side}" @click=${moveTo}>
        <rect class="rates-ground" x=${left} y=${top} width=${side} height=${side}></rect>
        ${bands(contours)}
        <path class="rates-lowest" d="M${frame.x(lowest.x) - 5},${frame.y(lowest.y)}h10m-5,-5v10"></path>
        <path class="rates-later" d=${runPath(run.points.slice(at), frame)}></path>
        <path class="rates-path" d=${runPath(run.points.slice(0, at + 1), frame)}></path>
        ${run.points.slice(0, at).map(
          ([x, y]) => svg`<circle class="rates-dot" cx=${near(frame.x(x), width)}
            cy=${near(frame.y(y), width)} r="2.4"></circle>`,
        )}
        ${arrowMark("velocity", arrow(here, run.carried_to[at], frame))}
        ${arrowMark("gradient", arrow(here, run.pushed_to[at], frame))}
        ${arrowMark("next", arrow(here, run.next[at], frame))}
        <circle class="rates-here" cx=${near(frame.x(here[0]), width)} cy=${near(frame.y(here[1]), width)}
          r="4.5" data-step=${at} data-x=${here[0]} data-y=${here[1]}
          data-loss=${run.losses[at]}></circle>
      </svg>
      <g class="rates-start" role="button" tabindex="0" data-start=${start.join(",")}
        aria-label=${words.startLabel(numberText(start[0], 3), numberText(start[1], 3))}
        @keydown=${key}
        @pointerdown=${(/** @type {PointerEvent} */ event) => {
          /** @type {Element} */ (event.currentTarget).setPointerCapture(event.pointerId);
        }}
        @pointermove=${(/** @type {PointerEvent} */ event) => {
          const handle = /** @type {Element} */ (event.currentTarget);
          if (handle.hasPointerCapture(event.pointerId)) moveTo(event);
        }}>
        <circle class="rates-touch" cx=${startAt[0]} cy=${startAt[1]} r="22"></circle>
        <circle class="rates-handle" cx=${startAt[0]} cy=${startAt[1]} r="7.5"></circle>
      </g>
      <text class="axis-text" x=${frame.x(lowest.x)} y=${frame.y(lowest.y) - 10}
        text-anchor="middle">${words.lowest}</text>
    </svg>
    <span class="rates-axis-x">${symbolTemplate(weights[0].symbol)}</span>
    <span class="rates-axis-y">${symbolTemplate(weights[1].symbol)}</span>
  </div>`;
}

/** A coordinate, limited to a few widths of the picture: renderers fail at 10⁹ pixels. */
const near = (/** @type {number} */ at, /** @type {number} */ width) =>
  Math.max(-4 * width, Math.min(5 * width, at));

/**
 * @param {string} place
 * @param {{shaft: string, head: string} | null} drawn
 */
function arrowMark(place, drawn) {
  if (!drawn) return nothing;
  return svg`<g class="rates-arrow rates-arrow-${place}" data-place=${place}>
    <path class="rates-shaft" d=${drawn.shaft}></path><path class="rates-head" d=${drawn.head}></path>
  </g>`;
}

/**
 * The areas above each level with their edges, drawn again only when the landscape or the width has changed.
 * @param {Contour[]} contours
 */
export const bands = (contours) =>
  guard([contours], () =>
    contours.map(({ path }) => svg`<path class="rates-band" d=${path}></path>`),
  );

/** @param {PlotFrame} frame */
function axes({ left, top, side, xTicks, yTicks }) {
  const bottom = top + side;
  return svg`${lowerTicks(bottom, xTicks, { length: 4, baseline: 16 })}
  ${yTicks.map(
    ({
      at,
      label,
    }) => svg`<line class="axis-line" x1=${left - 4} x2=${left} y1=${at} y2=${at}></line>
      <text class="axis-text" x=${left - 7} y=${at + 4} text-anchor="end">${label}</text>`,
  )}
  <rect class="rates-border" x=${left} y=${top} width=${side} height=${side}></rect>`;
}
