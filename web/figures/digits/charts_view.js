import { html, nothing, svg } from "lit";
import { runAxes } from "../../kit/charts/run_axes.js";
import { curvePath, runPlot } from "../../kit/charts/run_plot.js";
import { words } from "./digits_words.js";

/** @import { DigitsRecords, DigitsResult } from "./digits_messages.js" */

const HEIGHT = 190;
const FAN_HEIGHT = 190;
const FAN_EDGE = 14;

/**
 * Two curves over the epochs.
 * @param {DigitsRecords} records
 * @param {(keyof typeof words.curves)[]} names
 * @param {string} title
 * @param {number} width
 */
export function chartView(records, names, title, width) {
  // Where there was no number, such as a direction of no gradient, there is no point.
  const curves = names.map((name) =>
    records[name].flatMap((value, index) => (value === null ? [] : [{ epoch: index + 1, value }])),
  );
  const count = records[names[0]].length;
  const epochs = Array.from({ length: Math.max(1, count) }, (_, index) => index + 1);
  const values = curves.flat().map(({ value }) => value);
  const plot = runPlot(epochs, values, { width, height: HEIGHT, yCount: 4 });
  return html`<div class="digits-chart">
    <h3>${title}</h3>
    <svg viewBox="0 0 ${width} ${HEIGHT}" height=${HEIGHT} role="img"
      aria-label="${title}: ${names.map((name) => words.curves[name]).join(", ")}">
      ${runAxes(plot, words.epoch)}
      ${
        count === 1
          ? curves.map((points, index) =>
              points.map(
                ({ epoch, value }) =>
                  svg`<circle class="digits-point digits-curve-${index}" cx=${plot.x(epoch)} cy=${plot.y(value)} r="4"></circle>`,
              ),
            )
          : nothing
      }
      ${curves.map(
        (points, index) =>
          svg`<path class="digits-curve digits-curve-${index}" d=${curvePath(
            points.map(({ epoch }) => epoch),
            points.map(({ value }) => value),
            plot,
          )}></path>`,
      )}
    </svg>
    <div class="digits-key soft">${names.map(
      (name, index) =>
        html`<span><svg viewBox="0 0 22 8" width="22" height="8" aria-hidden="true">
          <path class="digits-curve digits-curve-${index}" d="M0,4h22"></path></svg> ${words.curves[name]}</span>`,
    )}</div>
  </div>`;
}

/**
 * The whole set's gradient as an arrow, and those of some batches around it.
 * @param {DigitsResult["fan"]} fan
 * @param {number} width
 */
export function fanView({ length, lengths, angles }, width) {
  const middle = FAN_HEIGHT / 2;
  const start = width / 3;
  const most = Math.max(length, ...lengths, Number.MIN_VALUE);
  const scale = Math.min(middle - FAN_EDGE, start - FAN_EDGE) / most;
  const end = (/** @type {number} */ size, /** @type {number} */ degrees) => {
    const angle = (degrees * Math.PI) / 180;
    return {
      x: start + size * scale * Math.cos(angle),
      y: middle - size * scale * Math.sin(angle),
    };
  };
  const whole = end(length, 0);
  return html`<div class="digits-chart">
    <h3>${words.fan}</h3>
    <svg viewBox="0 0 ${width} ${FAN_HEIGHT}" height=${FAN_HEIGHT} role="img"
      aria-label=${words.fanLabel(lengths.length)}>
      ${lengths.map((size, index) => {
        const angle = angles[index];
        if (angle === null) return nothing;
        const { x, y } = end(size, index % 2 === 0 ? angle : -angle);
        return svg`<line class="digits-batch" x1=${start} y1=${middle} x2=${x} y2=${y}></line>
          <circle class="digits-batch-end" cx=${x} cy=${y} r="3"></circle>`;
      })}
      <line class="digits-whole" x1=${start} y1=${middle} x2=${whole.x} y2=${whole.y}></line>
      <path class="digits-whole-end" d="M${whole.x + 9},${whole.y}l-11,-6v12z"></path>
    </svg>
  </div>`;
}
