import { svg } from "lit";
import { contourBands } from "./surface_plot.js";

/** @import { Surface } from "./surface_messages.js" */
/** @import { Square } from "./surface_plot.js" */

/**
 * A surface as bands of colour, from the lowest to the highest.
 * @param {Surface} surface
 * @param {Square} frame
 */
export function surfaceBands(surface, frame) {
  const { left, top, side } = frame;
  return svg`<rect class="surface-band surface-band-0" x=${left} y=${top} width=${side} height=${side}></rect>
    ${contourBands(surface, frame).map(
      ({ path }, index) =>
        svg`<path class="surface-band surface-band-${index + 1}" d=${path}></path>`,
    )}`;
}
