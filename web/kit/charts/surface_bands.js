import { svg } from "lit";
import { contourBands } from "./surface_plot.js";

/** @import { Surface } from "./surface_messages.js" */
/** @import { Square } from "./surface_plot.js" */

/** Lower edges of the bands that stand for a heat map where there is no canvas. */
const BAND_LEVELS = [0.1, 0.2, 0.3, 0.4, 0.48, 0.52, 0.6, 0.7, 0.8, 0.9];

/**
 * A surface as bands of colour, from the lowest to the highest.
 * @param {Surface} surface
 * @param {Square} frame
 */
export function surfaceBands(surface, frame) {
  const { left, top, side } = frame;
  return svg`<rect class="surface-band surface-band-0" x=${left} y=${top} width=${side} height=${side}></rect>
    ${contourBands(surface, frame, BAND_LEVELS).map(
      ({ path }, index) =>
        svg`<path class="surface-band surface-band-${index + 1}" d=${path}></path>`,
    )}`;
}
