import { html, isServer, nothing, svg } from "lit";
import { guard } from "lit/directives/guard.js";
import { lowerTicks } from "../../kit/charts/axes_view.js";
import { surfaceBands } from "../../kit/charts/surface_bands.js";
import { slidTo } from "../../kit/fields/slider_keys.js";
import { words } from "./playground_words.js";

/** @import { PlotFrame } from "../../kit/charts/surface_plot.js" */
/** @import { PlaygroundResult, PlaygroundStart, Points } from "./playground_messages.js" */

/** x, y and target. */
const COLUMNS = 3;
const RADIUS = 3.4;
/** A press farther from every point than this chooses none (px). */
const REACH = 24;

/**
 * The point nearest to a place of the plot.
 * @param {Points} points
 * @param {Pick<PlotFrame, "x" | "y">} frame
 * @param {number} across
 * @param {number} down
 * @returns {{index: number, distance: number}} index −1: there is none
 */
export function nearestPoint(points, { x, y }, across, down) {
  let [index, distance] = [-1, Number.POSITIVE_INFINITY];
  for (let at = 0; at < points.length; at += COLUMNS) {
    const far = Math.hypot(x(points[at]) - across, y(points[at + 1]) - down);
    if (far < distance) [index, distance] = [at / COLUMNS, far];
  }
  return { index, distance };
}

/**
 * The plane: the output's surface in colour, and the points on it, of which one can be chosen.
 * @param {PlaygroundResult} result
 * @param {PlaygroundStart} start
 * @param {PlotFrame} frame
 * @param {object} shown
 * @param {boolean} shown.showsTest
 * @param {number | null} shown.example
 * @param {number | null} shown.shownClass of more than two classes the one in question; null: there are two
 * @param {(index: number) => void} shown.choose
 * @param {() => void} shown.open
 */
export function planeView(result, start, frame, { showsTest, example, shownClass, choose, open }) {
  const { width, left, top, side } = frame;
  const { training_points: training, test_points: test } = start;
  const first = training.length / COLUMNS;
  const count = first + (showsTest ? test.length / COLUMNS : 0);
  const key = (/** @type {KeyboardEvent} */ event) => {
    if (event.key === "Enter" && example !== null) open();
    else {
      const value = example ?? -1;
      const next = slidTo(event.key, { value, nudge: 1, minimum: 0, maximum: count - 1 });
      if (next === null) return;
      choose(Math.max(0, Math.min(count - 1, next)));
    }
    event.preventDefault();
  };
  const press = (/** @type {MouseEvent} */ event) => {
    const box = /** @type {Element} */ (event.currentTarget).getBoundingClientRect();
    const scale = width / box.width;
    const at = [(event.clientX - box.left) * scale, (event.clientY - box.top) * scale];
    const near = nearestPoint(training, frame, at[0], at[1]);
    const other = nearestPoint(showsTest ? test : [], frame, at[0], at[1]);
    const found = other.distance < near.distance ? { ...other, index: other.index + first } : near;
    if (found.distance <= REACH) choose(found.index);
  };
  const chosen = example === null ? null : placeOf(example, training, test);
  return html`<div class="playground-plane" data-part="plane">
    <canvas class="playground-heat" aria-hidden="true"></canvas>
    <svg class="playground-points" viewBox="0 0 ${width} ${width}" tabindex="0" role="slider"
      aria-label=${words.points} aria-valuemin="1" aria-valuemax=${count}
      aria-valuenow=${example === null ? 1 : example + 1}
      aria-valuetext=${result.example?.sentence ?? words.noPoint}
      @keydown=${key} @click=${press}>
      ${isServer ? surfaceBands(result.surface, frame) : nothing}
      ${guard([frame], () => axes(frame))}
      <rect class="playground-border" x=${left} y=${top} width=${side} height=${side}></rect>
      ${guard([training, frame, shownClass], () => dots(training, frame, "playground-dots", shownClass))}
      ${guard([test, frame, showsTest, shownClass], () => (showsTest ? dots(test, frame, "playground-dots playground-test", shownClass) : nothing))}
      ${chosen ? svg`<circle class="playground-chosen" cx=${frame.x(chosen[0])} cy=${frame.y(chosen[1])} r="8"></circle>` : nothing}
    </svg>
  </div>`;
}

/**
 * @param {number} index
 * @param {Points} training
 * @param {Points} test
 */
function placeOf(index, training, test) {
  const first = training.length / COLUMNS;
  const [points, at] = index < first ? [training, index] : [test, index - first];
  const column = COLUMNS * at;
  return column < points.length ? [points[column], points[column + 1]] : null;
}

const R = RADIUS;
/** The marks of classes, each as a path from its middle. */
const MARKS = [
  `m${-R},${-R}h${2 * R}v${2 * R}h${-2 * R}z`,
  `m${-R},0a${R},${R} 0 1,0 ${2 * R},0a${R},${R} 0 1,0 ${-2 * R},0`,
  `m0,${-R - 1}l${R + 1},${2 * R}h${-2 * R - 2}z`,
  `m0,${-R - 1}l${R + 1},${R + 1}l${-R - 1},${R + 1}l${-R - 1},${-R - 1}z`,
  `m${-R - 1},${-R}h${2 * R + 2}l${-R - 1},${2 * R}z`,
  "m-1.5,-4.5h3v3h3v3h-3v3h-3v-3h-3v-3h3z",
];

/**
 * Circles for targets from 0 on, squares for those below; of more classes, each has a mark of its own, and the
 * colour tells the one in question from the others. One path of each colour.
 * @param {Points} points
 * @param {PlotFrame} frame
 * @param {string} kind
 * @param {number | null} shownClass
 */
export function dots(points, { x, y }, kind, shownClass) {
  let [high, low] = ["", ""];
  for (let at = 0; at < points.length; at += COLUMNS) {
    const target = points[at + 2];
    const isHigh = shownClass === null ? target >= 0 : target === shownClass;
    const mark = MARKS[shownClass === null ? Number(isHigh) : target];
    const path = `M${x(points[at]).toFixed(1)},${y(points[at + 1]).toFixed(1)}${mark}`;
    if (isHigh) high += path;
    else low += path;
  }
  return svg`<path class="${kind} example-mark-zero" d=${low}></path>
    <path class="${kind} example-mark-one" d=${high}></path>`;
}

/** @param {PlotFrame} frame */
const axes = ({ left, top, side, xTicks, yTicks }) => svg`
  ${lowerTicks(top + side, xTicks, { length: 5, baseline: 18 })}
  ${yTicks.map(
    ({ at, label }) =>
      svg`<text class="axis-text" x=${left - 8} y=${at + 4} text-anchor="end">${label}</text>`,
  )}
  <text class="axis-text" x=${left + side} y=${top + side + 37} text-anchor="end">x₁</text>
  <text class="axis-text" x=${left - 8} y=${top - 10} text-anchor="end">x₂</text>`;
