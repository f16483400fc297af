import { interpolateRgb } from "d3-interpolate";

/** @import { Surface } from "../../contract/messages.js" */
/** @import { PlotFrame } from "../../scene/surface_plot.js" */

const SHADES = 256;
/** Asking for colours makes the browser work out all styles; a new theme may wait this long (ms). */
const COLOURS_LAST = 1000;

/**
 * Draws a surface as colour on a canvas: one pixel for each value on a small canvas, then stretched
 * with smoothing so that the outermost values lie on the square's edges, where they were computed.
 */
export class HeatMap {
  constructor() {
    /** @type {HTMLCanvasElement | null} */
    this.small = null;
    this.key = "";
    this.readAt = Number.NEGATIVE_INFINITY;
    /** One pixel for each shade: red, green, blue and opacity in the order of `ImageData`. */
    this.shades = new Uint32Array(SHADES);
  }

  /**
   * @param {HTMLCanvasElement} canvas fills the whole plot
   * @param {Surface} surface values from 0 to 1
   * @param {PlotFrame} frame
   */
  draw(canvas, surface, frame) {
    const ratio = globalThis.devicePixelRatio || 1;
    const size = Math.round(frame.width * ratio);
    if (canvas.width !== size) {
      canvas.width = size;
      canvas.height = size;
    }
    const context = canvas.getContext("2d");
    const small = this.#small(canvas, surface);
    if (!context || !small) return;
    const inner = surface.resolution - 1;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, frame.width, frame.width);
    context.imageSmoothingQuality = "high";
    const { left, top, side } = frame;
    context.drawImage(small, 0.5, 0.5, inner, inner, left, top, side, side);
  }

  /**
   * @param {HTMLCanvasElement} canvas
   * @param {Surface} surface
   */
  #small(canvas, { values, resolution }) {
    this.small ??= canvas.ownerDocument.createElement("canvas");
    if (this.small.width !== resolution) this.small.width = this.small.height = resolution;
    const context = this.small.getContext("2d");
    if (!context) return null;
    this.#readColours(canvas);
    const image = context.createImageData(resolution, resolution);
    const pixels = new Uint32Array(image.data.buffer);
    for (let row = 0; row < resolution; row += 1) {
      const below = (resolution - 1 - row) * resolution;
      for (let column = 0; column < resolution; column += 1) {
        const value = values[row * resolution + column];
        pixels[below + column] = Number.isNaN(value) ? 0 : this.shades[shadeOf(value)];
      }
    }
    context.putImageData(image, 0, 0);
    return this.small;
  }

  /**
   * The diverging scale of the theme that is on now. The canvas's own `color`, `border-color`
   * and `outline-color` carry its low, middle and high end.
   * @param {HTMLCanvasElement} canvas
   */
  #readColours(canvas) {
    const now = performance.now();
    if (now - this.readAt < COLOURS_LAST) return;
    this.readAt = now;
    const { color, borderTopColor: middle, outlineColor } = getComputedStyle(canvas);
    const key = [color, middle, outlineColor].join();
    if (key === this.key) return;
    this.key = key;
    const lower = interpolateRgb(color, middle);
    const upper = interpolateRgb(middle, outlineColor);
    const half = (SHADES - 1) / 2;
    const bytes = new Uint8ClampedArray(this.shades.buffer);
    for (let shade = 0; shade < SHADES; shade += 1) {
      const text = shade < half ? lower(shade / half) : upper(shade / half - 1);
      const parts = text.match(/[\d.]+/g) ?? [];
      bytes.set([...parts.slice(0, 3).map(Number), 255], 4 * shade);
    }
  }
}

/** @param {number} value */
function shadeOf(value) {
  return Math.round(Math.min(1, Math.max(0, value || 0)) * (SHADES - 1));
}
