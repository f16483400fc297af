import { html, svg } from "lit";
import { runAxes } from "../../kit/charts/run_axes.js";
import { curvePath, runPlot } from "../../kit/charts/run_plot.js";
import { words } from "./playground_words.js";

/** @import { PlaygroundCurve } from "./playground_messages.js" */

const HEIGHT = 190;

/**
 * Both losses over the epochs of the run.
 * @param {PlaygroundCurve} curve
 * @param {number} width
 * @param {string} sentence what screen readers are told of it
 */
export function lossesView(curve, width, sentence) {
  const { epochs, training, test } = curve;
  const plot = runPlot(epochs, [...training, ...test], { width, height: HEIGHT });
  return html`<div class="playground-losses" data-part="losses">
    <ul class="legend">
      <li>${key("playground-curve")} ${words.training}</li>
      <li>${key("playground-curve playground-curve-test")} ${words.test}</li>
    </ul>
    <svg viewBox="0 0 ${width} ${HEIGHT}" role="img" aria-label=${sentence}>
      ${runAxes(plot, words.epoch)}
      <path class="playground-curve playground-curve-test" d=${curvePath(epochs, test, plot)}></path>
      <path class="playground-curve" d=${curvePath(epochs, training, plot)}></path>
    </svg>
  </div>`;
}

/** @param {string} kind */
const key = (kind) =>
  html`<svg class="playground-key" viewBox="0 0 26 10" aria-hidden="true">${svg`<path
  class=${kind} d="M0,5H26"></path>`}</svg>`;
