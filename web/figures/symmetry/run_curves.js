import { html, nothing, svg } from "lit";
import { runAxes } from "../../kit/charts/run_axes.js";
import { curvePath, runPlot } from "../../kit/charts/run_plot.js";
import { numberText } from "../../kit/formula/number_text.js";
import { words } from "./symmetry_words.js";

/** @import { RunPlot } from "../../kit/charts/run_plot.js" */
/** @import { SymmetryResult } from "./symmetry_messages.js" */

const HEIGHT = { loss: 190, mirror: 170 };
const PERCENT = 100;

/**
 * The loss, and below it how far mirror weights are equal and opposite, over the same sweeps.
 * @param {SymmetryResult} result
 * @param {number} at the moment that is shown
 * @param {number} width
 */
export function runCurves(result, at, width) {
  const { sweeps, losses, solved } = result;
  const mirrors = result.mirrors.map((share) => PERCENT * share);
  const loss = runPlot(sweeps, losses, { width, height: HEIGHT.loss });
  const plain = runPlot(sweeps, [...mirrors, PERCENT], { width, height: HEIGHT.mirror });
  const mirror = {
    ...plain,
    yTicks: plain.yTicks.map((tick) => ({ ...tick, label: `${tick.label}%` })),
  };
  return html`<section class="symmetry-curve">
      <h3>${words.loss} <span class="number">${numberText(losses[at], 3)}</span></h3>
      <svg viewBox="0 0 ${width} ${HEIGHT.loss}" height=${HEIGHT.loss} role="img"
        aria-label=${words.lossLabel(result.ending)}>
        ${runAxes(loss, words.sweeps)}
        ${solvedLine(loss, solved)}
        <path class="symmetry-loss" d=${curvePath(sweeps, losses, loss)}></path>
        ${marker(loss, sweeps[at], losses[at], "symmetry-loss-now")}
      </svg>
    </section>
    <section class="symmetry-curve">
      <h3>${words.mirror} <span class="number">${numberText(mirrors[at], 3)}%</span></h3>
      <svg viewBox="0 0 ${width} ${HEIGHT.mirror}" height=${HEIGHT.mirror} role="img" aria-label=${words.mirrorLabel}>
        ${runAxes(mirror, words.sweeps)}
        ${solvedLine(mirror, solved)}
        <path class="symmetry-mirrors" d=${curvePath(sweeps, mirrors, mirror)}></path>
        ${marker(mirror, sweeps[at], mirrors[at], "symmetry-mirror-now")}
      </svg>
    </section>`;
}

/**
 * @param {RunPlot} plot
 * @param {number | null} solved
 */
function solvedLine({ x, top, bottom, right }, solved) {
  if (solved === null) return nothing;
  const at = x(solved);
  const isLeft = at > right - 60;
  return svg`<line class="symmetry-solved" x1=${at} x2=${at} y1=${top} y2=${bottom}></line>
    <text class="axis-text" x=${isLeft ? at - 5 : at + 5} y=${top + 12} text-anchor=${isLeft ? "end" : "start"}>
      ${words.solved}</text>`;
}

/**
 * @param {RunPlot} plot
 * @param {number} sweep
 * @param {number} value
 * @param {string} kind
 */
const marker = ({ x, y, top, bottom }, sweep, value, kind) =>
  svg`<line class="symmetry-now" x1=${x(sweep)} x2=${x(sweep)} y1=${top} y2=${bottom}></line>
    <circle class=${kind} cx=${x(sweep)} cy=${y(value)} r="4.5"></circle>`;
