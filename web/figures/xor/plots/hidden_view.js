import { html, svg } from "lit";
import { valueGrid } from "../../../kit/charts/axes_view.js";
import { exampleMark } from "../../../kit/charts/example_mark.js";
import { numberText } from "../../../kit/formula/number_text.js";
import { words } from "../xor_words.js";
import { exampleName, fixed, subscript } from "./plot_numbers.js";

/** @import { Prediction, TrainResult } from "../xor_messages.js" */
/** @import { HiddenPlane, HiddenStrip } from "./hidden_space.js" */

/**
 * Where the four examples land in the space of hidden activations.
 * @param {HiddenPlane | HiddenStrip} space
 * @param {TrainResult} result
 * @param {(part: () => unknown) => unknown} slowly draws what is read rather than watched
 */
export function hiddenView(space, result, slowly) {
  const { width, height } = space;
  const { predictions } = result;
  return html`<div class="xor-plot xor-hidden-plot" data-part="hidden-space">
    <svg viewBox="0 0 ${width} ${height}" role="img" aria-label=${slowly(() => hiddenLabel(result))}>
      ${space.kind === "plane" ? planeView(space, predictions) : stripView(space, predictions)}
    </svg>
  </div>`;
}

/**
 * @param {HiddenPlane} plane
 * @param {Prediction[]} predictions
 */
function planeView({ frame, xTicks, yTicks, trails, points, outputLine }, predictions) {
  const { left, right, top, bottom } = frame;
  return svg`
    <rect class="xor-border" x=${left} y=${top} width=${right - left} height=${bottom - top}></rect>
    ${xTicks.map(
      ({
        at,
        label,
      }) => svg`<line class="axis-grid" x1=${at} x2=${at} y1=${top} y2=${bottom}></line>
        <text class="axis-text" x=${at} y=${bottom + 15} text-anchor="middle">${label}</text>`,
    )}
    ${valueGrid(frame, yTicks, 6)}
    <text class="xor-symbol" x=${right} y=${bottom + 31}
      text-anchor="end">a₁</text>
    <text class="xor-symbol" x=${left - 6} y=${top - 8}
      text-anchor="end">a₂</text>
    ${outputLine && lineView(outputLine, frame)}
    ${trails.map((path) => svg`<path class="xor-trail" d=${path}></path>`)}
    ${points.map(({ leader }) => leader && leaderLine(leader))}
    ${points.map(({ example, x, y }) => exampleMark(predictions[example].target, x, y))}
    ${points.map(
      ({ example, labelX, labelY, anchor }) =>
        svg`<text class="xor-landing" x=${labelX} y=${labelY}
          text-anchor=${anchor}>${exampleName(predictions[example])}</text>`,
    )}`;
}

/**
 * The line on which ŷ is in the middle, cut at the frame.
 * @param {number[]} ends
 * @param {import("../../../kit/charts/plot_box.js").PlotBox} frame
 */
function lineView([x1, y1, x2, y2], { left, right, top, bottom }) {
  const [width, height] = [right - left, bottom - top];
  return svg`<svg x=${left} y=${top} width=${width} height=${height}
    viewBox="${left} ${top} ${width} ${height}">
    <line class="xor-output-line" x1=${x1} y1=${y1} x2=${x2} y2=${y2}></line>
  </svg>`;
}

/** @param {number[]} ends */
const leaderLine = ([x1, y1, x2, y2]) =>
  svg`<line class="xor-leader" x1=${x1} y1=${y1} x2=${x2} y2=${y2}></line>`;

/**
 * @param {HiddenStrip} strip
 * @param {Prediction[]} predictions
 */
function stripView({ frame, axes, yTicks, lines }, predictions) {
  const { top, bottom } = frame;
  return svg`
    ${valueGrid(frame, yTicks, 6)}
    ${axes.map(
      ({ x, unit }) => svg`<line class="axis-line" x1=${x} x2=${x} y1=${top} y2=${bottom}></line>
        <text class="xor-symbol" x=${x} y=${bottom + 17}
          text-anchor="middle">a${subscript(unit + 1)}</text>`,
    )}
    ${lines.map(
      ({ example, path }) =>
        svg`<path class=${predictions[example].target >= 0.5 ? "xor-parallel xor-one" : "xor-parallel xor-zero"}
          d=${path}></path>`,
    )}
    ${lines.map(({ example, marks }) =>
      marks.map(({ x, y }) => exampleMark(predictions[example].target, x, y, 4.5)),
    )}`;
}

/** @param {TrainResult} result */
function hiddenLabel({ predictions, output_line, answers, right, examples }) {
  const places = predictions.map((prediction) =>
    words.landsAt({
      inputs: exampleName(prediction),
      activations: prediction.hidden.map((value) => fixed(value, 2)).join(", "),
    }),
  );
  if (output_line) places.push(words.partedByLine(numberText(answers.middle), right, examples));
  return words.hiddenLabel(places.join(" "));
}
