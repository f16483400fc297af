import { html, isServer } from "lit";
import { surfaceBands } from "../../kit/charts/surface_bands.js";
import { words } from "./playground_words.js";

/** @import { Surface } from "../../kit/charts/surface_messages.js" */
/** @import { PlaygroundResult } from "./playground_messages.js" */

/** Only shares of it count. @type {any} */
export const UNIT_FRAME = { width: 44, left: 0, top: 0, side: 44 };

/**
 * The little surfaces of all units but the output, layer by layer.
 * @param {PlaygroundResult} result
 * @returns {Surface[][]}
 */
export function unitSurfaces({ thumbnails: { size, layers }, surface: { x_range, y_range } }) {
  return layers.map((values) =>
    Array.from({ length: values.length / size ** 2 }, (_, unit) => ({
      values: Array.from(values).slice(unit * size ** 2, (unit + 1) * size ** 2),
      resolution: size,
      x_range,
      y_range,
    })),
  );
}

/**
 * Every unit with its little surface, in its layer. `HeatMap` draws on the canvases; the prerendered picture
 * has bands instead.
 * @param {Surface[][]} layers
 * @param {string[]} features
 * @param {number} outputs the layer of the output, which is among them where there are several
 */
export const unitsView = (
  layers,
  features,
  outputs,
) => html`<div class="playground-units" role="group"
  tabindex="0" aria-label=${words.units}>
  ${layers.map(
    (units, layer) => html`<div class="playground-layer">
      <span>${layer === outputs ? words.outputs : words.layerName(layer)}</span>
      ${units.map(
        (surface, unit) => html`<div class="playground-unit">
          <canvas aria-hidden="true"></canvas>
          ${isServer ? html`<svg viewBox="0 0 44 44" aria-hidden="true">${surfaceBands(surface, UNIT_FRAME)}</svg>` : ""}
        </div>
        ${layer === 0 ? html`<span>${words.featureName(features[unit])}</span>` : ""}`,
      )}
    </div>`,
  )}
</div>`;
