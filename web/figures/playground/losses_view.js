import { html, nothing, svg } from "lit";
import { runAxes } from "../../kit/charts/run_axes.js";
import { curvePath, epochAt, runPlot } from "../../kit/charts/run_plot.js";
import { slidTo } from "../../kit/fields/slider_keys.js";
import { countText } from "../../kit/formula/count_text.js";
import { words } from "./playground_words.js";

/** @import { RunPlot } from "../../kit/charts/run_plot.js" */
/** @import { PlaygroundCurve } from "./playground_messages.js" */

const HEIGHT = 190;
/** Between the numbers of two curves (px). */
const LABEL = 12;

/**
 * Both losses over the epochs of the run, and the test losses of the runs that are kept beside it.
 * @param {PlaygroundCurve} curve
 * @param {number} width
 * @param {string} sentence what screen readers are told of it
 * @param {object} kept
 * @param {(PlaygroundCurve | null)[]} kept.curves
 * @param {number | null} kept.epoch at which all are read
 * @param {(epoch: number | null) => void} kept.read
 */
export function lossesView(curve, width, sentence, { curves, epoch, read }) {
  const { epochs, training, test } = curve;
  const found = curves.filter((each) => each !== null);
  const last = Math.max(...[curve, ...found].map((each) => each.epochs[each.epochs.length - 1]));
  const values = [...training, ...test, ...found.flatMap((each) => each.test)];
  const plot = runPlot([0, last], values, { width, height: HEIGHT });
  const content = svg`${runAxes(plot, words.epoch)}
    ${curves.map((each) => each && svg`<path class="playground-kept" d=${curvePath(each.epochs, each.test, plot)}></path>`)}
    ${labels(curves, plot).map(({ name, x, y }) => svg`<text class="axis-text" x=${x} y=${y + 4}>${name}</text>`)}
    <path class="playground-curve playground-curve-test" d=${curvePath(epochs, test, plot)}></path>
    <path class="playground-curve" d=${curvePath(epochs, training, plot)}></path>`;
  const legend = html`<ul class="legend">
    <li>${key("playground-curve")} ${words.training}</li>
    <li>${key("playground-curve playground-curve-test")} ${words.test}</li>
    ${curves.length > 0 ? html`<li>${key("playground-kept")} ${words.keptTest}</li>` : nothing}
  </ul>`;
  if (curves.length === 0) {
    return html`<div class="playground-losses" data-part="losses">${legend}
      <svg viewBox="0 0 ${width} ${HEIGHT}" role="img" aria-label=${sentence}>${content}</svg>
    </div>`;
  }
  const point = (/** @type {PointerEvent} */ event) => {
    const { left, width: drawn } = /** @type {Element} */ (
      event.currentTarget
    ).getBoundingClientRect();
    read(epochAt(plot, ((event.clientX - left) * width) / drawn));
  };
  const press = (/** @type {KeyboardEvent} */ event) => {
    const value = epoch ?? last;
    const next =
      event.key === "Escape"
        ? null
        : slidTo(event.key, { value, nudge: 1, minimum: 0, maximum: last });
    if (next === null && event.key !== "Escape") return;
    event.preventDefault();
    read(next === null ? null : Math.max(0, Math.min(last, next)));
  };
  const at = plot.x(Math.min(epoch ?? last, last));
  return html`<div class="playground-losses" data-part="losses">${legend}
    <svg viewBox="0 0 ${width} ${HEIGHT}" role="slider" tabindex="0" aria-label=${words.readEpoch}
      aria-valuemin="0" aria-valuemax=${last} aria-valuenow=${Math.min(epoch ?? last, last)}
      aria-valuetext="${words.epoch} ${countText(epoch ?? last)}" @keydown=${press}
      @pointermove=${point} @pointerdown=${point} @pointerleave=${() => read(null)}>
      ${content}
      ${epoch === null ? nothing : svg`<line class="playground-read" x1=${at} x2=${at} y1=${plot.top} y2=${plot.bottom}></line>`}
    </svg>
  </div>`;
}

/**
 * The number of each kept run where its curve ends, moved apart so that all can be read.
 * @param {(PlaygroundCurve | null)[]} curves
 * @param {RunPlot} plot
 * @returns {{name: string, x: number, y: number}[]}
 */
export function labels(curves, { x, y, top }) {
  const found = curves.flatMap((curve, index) => {
    if (!curve) return [];
    const last = curve.epochs.length - 1;
    return [{ name: String(index + 1), x: x(curve.epochs[last]) + 4, y: y(curve.test[last]) }];
  });
  // From below upwards: each keeps its distance from the one below it.
  const placed = found.toSorted((one, other) => other.y - one.y);
  for (const [index, label] of placed.entries()) {
    const below = placed[index - 1];
    if (below) label.y = Math.max(top, Math.min(label.y, below.y - LABEL));
  }
  return found;
}

/** @param {string} kind */
const key = (kind) =>
  html`<svg class="playground-key" viewBox="0 0 26 10" aria-hidden="true">${svg`<path
  class=${kind} d="M0,5H26"></path>`}</svg>`;
