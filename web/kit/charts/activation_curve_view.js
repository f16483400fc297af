import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import { css, html, nothing, svg } from "lit";
import { numberText } from "../formula/number_text.js";
import { lowerTicks, valueGrid } from "./axes_view.js";
import { plotBox } from "./plot_box.js";

/**
 * @typedef {object} ActivationCurve of one layer
 * @property {string} function such as `sigmoid`
 * @property {string} title such as "The sigmoid"
 * @property {[number, number][]} points (z, a) from left to right
 * @property {UnitOnCurve[]} units
 */

/**
 * The slope of an activation function, drawn as a curve of its own.
 * @typedef {object} SlopeCurve
 * @property {[number, number][]} slopes (z, f′(z)) from left to right
 * @property {number} steepest the largest slope anywhere
 * @property {string} label of the line at the steepest slope
 */

/**
 * @typedef {object} UnitOnCurve
 * @property {number} z
 * @property {number} a
 * @property {number} slope f′(z)
 * @property {string} name of the unit, such as "hidden unit 2"
 * @property {string} sentence what stands there, in words
 */

const BOX = plotBox(260, 132, { left: 30, right: 10, top: 14, bottom: 24 });
/** Half the length of the drawn tangent (px). */
const TANGENT = 46;
/** The width of the longest label of a slope (px). */
const LABEL = 86;
/** What a plot leaves free above and below its curve, as a part of the curve's height. */
const ROOM = 0.12;

/**
 * The curve of an activation function; with a unit, its place on it and the tangent there with its slope, or
 * with the slope everywhere as a second curve. The picture says nothing that the sentence below it does not.
 * @param {Pick<ActivationCurve, "title" | "points">} curve
 * @param {UnitOnCurve | null} unit
 * @param {SlopeCurve | null} [slope]
 * @param {string} [sentence] what the picture says, where there is no unit
 */
export function activationCurve({ title, points }, unit, slope = null, sentence = "") {
  const { width, height, left, right, top, bottom } = BOX;
  const values = points.map(([, a]) => a);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = (high - low) * ROOM;
  const x = scaleLinear([points[0][0], points[points.length - 1][0]], [left, right]);
  const y = scaleLinear([low - room, high + room], [bottom, top]);
  const path = line(
    ([z]) => x(z),
    ([, a]) => y(a),
  ).digits(1);
  const ticks = (/** @type {number[]} */ at, /** @type {(value: number) => number} */ place) =>
    at.map((value) => ({ at: place(value), label: numberText(value) }));
  return html`<figure class="activation-curve">
    <figcaption>${title}${unit ? ` at ${unit.name}` : nothing}</figcaption>
    <svg viewBox="0 0 ${width} ${height}" aria-hidden="true">
      ${valueGrid(BOX, ticks([Math.round(low), Math.round(high)], y), 5)}
      ${lowerTicks(bottom, ticks([x.domain()[0], 0, x.domain()[1]], x), { length: 4, baseline: 17 })}
      <path class="activation-line" d=${path(points) ?? ""}></path>
      ${slope ? slopeMarks(slope, path(slope.slopes) ?? "", y(slope.steepest)) : nothing}
      ${unit ? unitMark(unit, x, y) : nothing}
    </svg>
    <p class="soft">${unit?.sentence ?? sentence}</p>
  </figure>`;
}

/**
 * @param {SlopeCurve} slope
 * @param {string} path
 * @param {number} most where the steepest slope is
 */
const slopeMarks = ({ label }, path, most) =>
  svg`<path class="activation-slopes" d=${path}></path>
    <line class="activation-most" x1=${BOX.left} x2=${BOX.right} y1=${most} y2=${most}></line>
    <text class="axis-text activation-slope" x=${BOX.left + 4} y=${most - 5}>${label}</text>`;

/**
 * The point of a unit, the lines that lead to it from z and to a, and its tangent.
 * @param {UnitOnCurve} unit
 * @param {(z: number) => number} x
 * @param {(a: number) => number} y
 */
function unitMark({ z, a, slope }, x, y) {
  const [at, up] = [x(z), y(a)];
  const run = x(1) - x(0);
  const rise = slope * (y(0) - y(1));
  const part = TANGENT / Math.hypot(run, rise);
  // A rising curve leaves room below it at the right, and above it at the left.
  const isHigh = up < (BOX.top + BOX.bottom) / 2;
  const label = isHigh
    ? { x: Math.min(at + 10, BOX.right - LABEL), y: up + 22, anchor: "start" }
    : { x: Math.max(at - 10, BOX.left + LABEL), y: up - 12, anchor: "end" };
  return svg`<path class="activation-lead" d="M${at},${BOX.bottom}V${up}H${BOX.left}"></path>
    <line class="activation-tangent" x1=${at - run * part} y1=${up + rise * part}
      x2=${at + run * part} y2=${up - rise * part}></line>
    <circle class="activation-point" cx=${at} cy=${up} r="4.5"></circle>
    <text class="axis-text activation-slope" x=${label.x} y=${label.y} text-anchor=${label.anchor}>slope ${numberText(slope)}</text>`;
}

export const activationCurveStyles = css`
  .activation-curve {
    margin: 0;
  }

  .activation-curve figcaption {
    font-weight: 600;
    font-size: 13px;
  }

  .activation-curve svg {
    display: block;
    width: 100%;
    max-width: 320px;
    height: auto;
  }

  .activation-curve p {
    min-height: 2lh;
    font-size: 14px;
  }

  .activation-line {
    fill: none;
    stroke: var(--bp-ink-soft);
    stroke-width: 2;
  }

  .activation-slopes {
    fill: none;
    stroke: var(--bp-backward);
    stroke-width: 2;
    stroke-dasharray: 7 3;
  }

  .activation-most {
    stroke: var(--bp-ink-soft);
    stroke-dasharray: 2 3;
  }

  .activation-lead {
    fill: none;
    stroke: var(--bp-forward);
    stroke-dasharray: 3 3;
  }

  .activation-point {
    fill: var(--bp-forward);
    stroke: var(--bp-raised);
    stroke-width: 1.5;
  }

  .activation-tangent {
    stroke: var(--bp-backward);
    stroke-width: 2.5;
  }

  .axis-text.activation-slope {
    fill: var(--bp-backward);
    font-weight: 600;
    paint-order: stroke;
    stroke: var(--bp-raised);
    stroke-width: 4px;
    stroke-linejoin: round;
  }
`;
