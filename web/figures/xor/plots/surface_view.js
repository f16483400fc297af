import { html, isServer, nothing, svg } from "lit";
import { guard } from "lit/directives/guard.js";
import { lowerTicks } from "../../../kit/charts/axes_view.js";
import { exampleMark } from "../../../kit/charts/example_mark.js";
import { surfaceBands } from "../../../kit/charts/surface_bands.js";
import { DECISION_LEVEL, unitLines } from "../../../kit/charts/surface_plot.js";
import { countText } from "../../../kit/formula/count_text.js";
import { numberText } from "../../../kit/formula/number_text.js";
import { ownPoints } from "../own_data/own_data.js";
import { words } from "../xor_words.js";
import { hasHiddenSpace } from "./hidden_space.js";
import { fixed, subscript, tuple } from "./plot_numbers.js";

/** @import { Prediction, TrainResult } from "../xor_messages.js" */
/** @import { Contour, PlotFrame } from "../../../kit/charts/surface_plot.js" */

/**
 * The decision surface: colour on a canvas (bands in the prerendered picture), contour lines, the hidden
 * units' lines, and the four examples as buttons.
 * @param {TrainResult} result
 * @param {PlotFrame} frame
 * @param {object} options
 * @param {Contour[]} options.contours
 * @param {number | null} options.selected
 * @param {import("../xor_state.js").OwnExamples | null} options.own the reader's examples instead
 * @param {(part: () => unknown) => unknown} options.slowly draws what is read rather than watched
 * @param {(example: number) => void} options.onOpen
 * @param {(event: Event) => void} options.onColours the theme is another one
 */
export function surfaceView(result, frame, { contours, selected, own, slowly, onOpen, onColours }) {
  const { width, left, top, side } = frame;
  const { surface } = result;
  const inner = `${left} ${top} ${side} ${side}`;
  return html`<div class="xor-plot xor-surface" data-part="surface">
    <canvas class="xor-heat" aria-hidden="true" @transitionend=${onColours}></canvas>
    <svg class="xor-picture" viewBox="0 0 ${width} ${width}" role="img"
      aria-label=${slowly(() => surfaceLabel(result))}>
      <svg x=${left} y=${top} width=${side} height=${side} viewBox=${inner}>
        ${surface && isServer ? surfaceBands(surface, frame) : nothing}
        ${contourMarks(contours)}
      </svg>
      ${guard([frame], () => axes(frame))}
      ${unitLines(result.hidden_lines, frame).map((line) => unitLine(line, !hasHiddenSpace(result)))}
    </svg>
    <svg class="xor-points" viewBox="0 0 ${width} ${width}" role="group"
      aria-label=${words.pointHint}>
      ${slowly(() =>
        own
          ? ownPoints(own.values, frame, result.own?.held_out?.rows)
          : result.predictions.map((prediction, example) =>
              point(prediction, example, frame, example === selected, onOpen),
            ),
      )}
    </svg>
  </div>`;
}

/** The canvas that `HeatMap` draws on. @param {ParentNode} root */
export function surfaceCanvas(root) {
  return /** @type {HTMLCanvasElement | null} */ (
    root.querySelector(".xor-surface canvas.xor-heat")
  );
}

/** @param {Contour[]} contours */
function contourMarks(contours) {
  return contours.map(
    ({ level, path }) =>
      svg`<path class=${level === DECISION_LEVEL ? "xor-contour xor-decision" : "xor-contour"} d=${path}></path>`,
  );
}

/** @param {PlotFrame} frame */
function axes({ left, top, side, xTicks, yTicks }) {
  const bottom = top + side;
  return svg`
    <rect class="xor-border" x=${left} y=${top} width=${side} height=${side}></rect>
    ${lowerTicks(bottom, xTicks, { length: 5, baseline: 18 })}
    ${yTicks.map(
      ({
        at,
        label,
      }) => svg`<line class="axis-line" x1=${left - 5} x2=${left} y1=${at} y2=${at}></line>
        <text class="axis-text" x=${left - 8} y=${at + 4} text-anchor="end">${label}</text>`,
    )}
    <text class="xor-symbol" x=${left + side} y=${bottom + 37} text-anchor="end">x₁</text>
    <text class="xor-symbol" x=${left - 8} y=${top - 10} text-anchor="end">x₂</text>`;
}

/**
 * @param {import("../../../kit/charts/surface_plot.js").UnitLine} line
 * @param {boolean} isAlone the only unit there is
 */
function unitLine({ unit, from, to, label, anchor }, isAlone) {
  return svg`<g class="xor-unit-line" data-line=${unit}>
    <line class="xor-unit-line-halo" x1=${from[0]} y1=${from[1]} x2=${to[0]} y2=${to[1]}></line>
    <line class="xor-unit-line-stroke" x1=${from[0]} y1=${from[1]} x2=${to[0]} y2=${to[1]}></line>
    <text class="xor-symbol" x=${label[0]} y=${label[1]} text-anchor=${anchor}>z${isAlone ? "" : subscript(unit + 1)}<tspan
      class="xor-upright"> = 0</tspan></text>
  </g>`;
}

/**
 * @param {Prediction} prediction
 * @param {number} example
 * @param {PlotFrame} frame
 * @param {boolean} isSelected
 * @param {(example: number) => void} onOpen
 */
function point(prediction, example, frame, isSelected, onOpen) {
  const { inputs, target, output, correct } = prediction;
  const x = frame.x(inputs[0]);
  const y = frame.y(inputs[1]);
  const isLow = inputs[1] < 0.5;
  const name = words.pointName({
    inputs: tuple(inputs),
    target: numberText(target),
    output: fixed(output, 2),
    correct,
  });
  const open = () => onOpen(example);
  return svg`<g class=${isSelected ? "xor-point xor-selected" : "xor-point"} role="button" tabindex="0"
    aria-label=${name} aria-pressed=${isSelected ? "true" : "false"} data-point=${example}
    @click=${open}
    @keydown=${(/** @type {KeyboardEvent} */ event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      open();
    }}>
    <circle class="xor-touch" cx=${x} cy=${y} r="22"></circle>
    <circle class="xor-ring" cx=${x} cy=${y} r="13"></circle>
    ${exampleMark(target, x, y, 7)}
    <text class="xor-output" x=${x} y=${isLow ? y + 26 : y - 16} text-anchor="middle"
      aria-hidden="true">${fixed(output, 2)} ${correct ? "✓" : "✗"}</text>
  </g>`;
}

/** @param {TrainResult} result */
function surfaceLabel(result) {
  const { state, right, examples, predictions, hidden_lines, answers } = result;
  const lines = hidden_lines.filter((line) => line !== null).length;
  return words.surfaceLabel({
    epoch: countText(state.epoch),
    right,
    count: examples,
    middle: numberText(answers.middle),
    lines: hasHiddenSpace(result) ? words.hiddenLines(lines) : words.theLine(lines),
    examples: predictions
      .map(({ inputs, output, target }) =>
        words.outputOf({
          inputs: tuple(inputs),
          output: fixed(output, 2),
          target: numberText(target),
        }),
      )
      .join(" "),
  });
}
