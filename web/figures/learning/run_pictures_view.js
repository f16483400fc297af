import { svg } from "lit";
import { exampleMark } from "../../kit/charts/example_mark.js";
import { surfaceBands } from "../../kit/charts/surface_bands.js";
import { words } from "./learning_words.js";
import { CURVE, lossPicture, SIDE, surfacePicture } from "./run_pictures.js";

/** @import { LearningResult, Moment } from "./learning_messages.js" */

/**
 * What the network answers everywhere, with the examples; the one on its way has a ring.
 * @param {LearningResult} result
 * @param {Moment} moment
 * @param {boolean} isSmall its marks are larger, since it is drawn smaller
 */
export function surfaceView(result, moment, isSmall) {
  const { surface, frame, decision, points } = surfacePicture(result, moment);
  const size = isSmall ? 14 : 9;
  return svg`<svg class="learning-surface" viewBox="0 0 ${SIDE} ${SIDE}" role="img"
    aria-label=${words.surface(moment.texts.epoch)} data-epoch=${moment.epoch}>
    ${surfaceBands(surface, frame)}
    <path class="learning-decision" d=${decision}></path>
    ${points.map(
      ({ x, y, target, isShown }) =>
        svg`${
          isShown && !isSmall
            ? svg`<circle class="learning-ring" cx=${x} cy=${y} r=${size + 8}></circle>`
            : ""
        }${exampleMark(target, x, y, size)}`,
    )}
  </svg>`;
}

/**
 * @param {LearningResult} result
 * @param {Moment} moment
 */
export function lossView(result, moment) {
  const { whole, done, now, zero } = lossPicture(result, moment);
  const { width, height, edge } = CURVE;
  return svg`<svg class="learning-curve" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none"
    role="img" aria-label=${words.curve(moment.texts)} data-loss=${moment.loss}>
    <line class="learning-zero" x1=${edge} x2=${width - edge} y1=${zero} y2=${zero}></line>
    <path class="learning-curve-whole" d=${whole}></path>
    <path class="learning-curve-done" d=${done}></path>
    <path class="learning-curve-now" d="M${now.x},${now.y}h0"></path>
  </svg>`;
}
