import { interpolateRgb } from "d3-interpolate";

/** @import { Surface } from "../surface_messages.js" */
/** @import { PlotFrame } from "../surface_plot.js" */

const SHADES = 256;
/**
 * How long colours are used before they are read again (ms): reading them makes the browser compute all
 * styles. A new theme is noticed that much later.
 */
const COLOURS_LAST = 1000;

/**
 * Draws a surface as colour on a canvas with one pixel for each value. The browser stretches it, with
 * smoothing, so that the outermost values lie on the square's edges, where they were computed.
 */
export class HeatMap {
  constructor() {
    /** @type {Surface | null} what is drawn now */
    this.drawn = null;
    /** @type {ImageData | null} */
    this.image = null;
    this.key = "";
    this.readAt = Number.NEGATIVE_INFINITY;
    /** One pixel for each shade: red, green, blue and opacity in the order of `ImageData`. */
    this.shades = new Uint32Array(SHADES);
  }

  /**
   * @param {HTMLCanvasElement} canvas
   * @param {Surface} surface values from 0 to 1
   * @param {PlotFrame} frame
   */
  draw(canvas, surface, frame) {
    place(canvas, surface, frame);
    if (!this.#hasNewColours(canvas) && this.drawn === surface) return;
    const context = canvas.getContext("2d");
    if (!context) return;
    this.drawn = surface;
    const { values, resolution } = surface;
    if (this.image?.width !== resolution) {
      canvas.width = canvas.height = resolution;
      this.image = context.createImageData(resolution, resolution);
    }
    const pixels = new Uint32Array(this.image.data.buffer);
    for (let row = 0; row < resolution; row += 1) {
      const below = (resolution - 1 - row) * resolution;
      for (let column = 0; column < resolution; column += 1) {
        const value = values[row * resolution + column];
        pixels[below + column] = Number.isNaN(value) ? 0 : this.shades[shadeOf(value)];
      }
    }
    context.putImageData(this.image, 0, 0);
  }

  /** There may be another theme: the next drawing asks for its colours. */
  forgetColours() {
    this.readAt = Number.NEGATIVE_INFINITY;
  }

  /**
   * The diverging scale of the theme that is on now. The canvas's own `color`, `border-color`
   * and `outline-color` carry its low, middle and high end.
   * @param {HTMLCanvasElement} canvas
   * @returns {boolean} whether they have changed
   */
  #hasNewColours(canvas) {
    const now = performance.now();
    if (now - this.readAt < COLOURS_LAST) return false;
    this.readAt = now;
    const { color, borderTopColor: middle, outlineColor } = getComputedStyle(canvas);
    const key = [color, middle, outlineColor].join();
    if (key === this.key) return false;
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
    return true;
  }
}

/**
 * Half a pixel of the canvas lies outside of the square on each side, and is cut off. It is placed by
 * shares of the picture, which stretches on paper and while it waits for its new size.
 * @param {HTMLCanvasElement} canvas
 * @param {Surface} surface
 * @param {PlotFrame} frame
 */
function place({ style }, { resolution }, { width, left, top, side }) {
  const pixel = side / (resolution - 1);
  const share = (/** @type {number} */ part, whole = width) =>
    `${Number(((100 * part) / whole).toFixed(4))}%`;
  const size = share(side + pixel);
  if (style.width === size) return;
  style.width = style.height = size;
  style.left = share(left - pixel / 2);
  style.top = share(top - pixel / 2);
  style.clipPath = `inset(${share(pixel / 2, side + pixel)})`;
}

/** @param {number} value */
function shadeOf(value) {
  return Math.round(Math.min(1, Math.max(0, value || 0)) * (SHADES - 1));
}
