import { html, svg } from "lit";
import { guard } from "lit/directives/guard.js";
import { exampleMark } from "../../../kit/charts/example_mark.js";
import { numberText } from "../../../kit/formula/number_text.js";
import { subscript } from "../plots/plot_numbers.js";
import { words } from "../xor_words.js";
import { outputWays } from "./parallel_plot.js";

/** @import { TrainResult } from "../xor_messages.js" */
/** @import { ParallelPlot } from "./parallel_plot.js" */

/**
 * A reader's examples on parallel axes, where they have no plane of two inputs. The lines through the inputs
 * are drawn once, what leads to the outputs with each picture of the run.
 * @param {ParallelPlot} plot
 * @param {TrainResult} result
 * @param {(part: () => unknown) => unknown} slowly draws what is read rather than watched
 */
export function parallelView(plot, result, slowly) {
  const { width, height, frame, axes, lines, outputAt } = plot;
  const { right } = frame;
  const { answers, outputs, own } = result;
  const ways = outputWays(plot, outputs);
  const pale = Array.from(own?.held_out?.rows ?? []);
  const isPale = new Set(pale);
  const middle = numberText(answers.middle);
  const half = outputAt(answers.middle);
  return html`<div class="xor-plot xor-surface" data-part="parallel">
    <svg viewBox="0 0 ${width} ${height}" role="img"
      aria-label=${slowly(() => words.parallelLabel(axes.length, result.right, result.examples, middle))}>
      ${guard([plot, pale.length], () => lines.map(({ isHigh, way }, example) => exampleLine(kindOf(isHigh, isPale.has(example)), way)))}
      ${KINDS.map(({ isHigh, isHeldOut, kind }) =>
        exampleLine(
          kind,
          ways
            .filter(
              (_, example) => lines[example].isHigh === isHigh && isPale.has(example) === isHeldOut,
            )
            .join(""),
        ),
      )}
      ${guard([plot], () => axes.map((axis, index) => axisView(axis, `x${subscript(index + 1)}`, frame)))}
      ${axisView({ x: right, top: "1", bottom: numberText(answers.low) }, "ŷ", frame)}
      <line class="xor-output-line" x1=${right - 9} x2=${right + 9} y1=${half} y2=${half}></line>
    </svg>
  </div>`;
}

/** What the lines mean. @param {TrainResult["answers"]} answers */
export const parallelLegend = ({ low, middle }) => html`<div class="xor-legend">
    <ul class="legend">
      <li>${lineKey(true)} ${words.targetOf("1")}</li>
      <li>${lineKey(false)} ${words.targetOf(numberText(low))}</li>
    </ul>
    <p class="xor-panel-note">${words.parallelCaption(numberText(middle))}</p>
  </div>`;

/**
 * @param {string} kind
 * @param {string} way
 */
const exampleLine = (kind, way) => svg`<path class=${kind} d=${way}></path>`;

/**
 * The class names of an example's line.
 * @param {boolean} isHigh its target is 1
 * @param {boolean} [isHeldOut]
 */
const kindOf = (isHigh, isHeldOut = false) =>
  `xor-example-line ${isHigh ? "xor-high" : "xor-low"}${isHeldOut ? " xor-held-out" : ""}`;

const KINDS = [true, false].flatMap((isHigh) =>
  [false, true].map((isHeldOut) => ({ isHigh, isHeldOut, kind: kindOf(isHigh, isHeldOut) })),
);

/**
 * @param {import("./parallel_plot.js").ParallelAxis} axis
 * @param {string} name
 * @param {import("../../../kit/charts/plot_box.js").PlotBox} frame
 */
const axisView = ({ x, top: most, bottom: least }, name, { top, bottom }) =>
  svg`<line class="axis-line" x1=${x} x2=${x} y1=${top} y2=${bottom}></line>
    <text class="axis-text" x=${x} y=${top - 8} text-anchor="middle">${most}</text>
    <text class="axis-text" x=${x} y=${bottom + 17} text-anchor="middle">${least}</text>
    <text class="xor-symbol" x=${x} y=${bottom + 38} text-anchor="middle">${name}</text>`;

/** @param {boolean} isHigh */
const lineKey = (isHigh) => html`<svg class="xor-line-key" viewBox="0 0 26 16" aria-hidden="true">
    ${exampleLine(kindOf(isHigh), "M0,8L26,8")}${svg`${exampleMark(isHigh ? 1 : 0, 13, 8, 5)}`}
  </svg>`;
