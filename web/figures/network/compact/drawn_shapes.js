import { html, nothing } from "lit";
import { NetworkShapes } from "../../../drawing/layout/network_shapes.js";
import { typeSizes } from "../../../drawing/marks/number_marks.js";
import { SizeWatch } from "../../../kit/figure/size_watch.js";

/** @import { Shape } from "../../../drawing/layout/network_shapes.js" */
/** @import { TraceResult } from "../trace_messages.js" */

/** Up to this width of the figure (px) a network is drawn in its narrow shape, here as in the styles. */
const NARROW_UP_TO = 599;

/** No type on a slide is smaller (px), and the smallest types of drawings, the largest first. */
const LEAST_TYPE = 12;
const TYPES = [11, 10.5, 10];

/** @param {import("../../../drawing/layout/network_layout.js").NetworkLayout} layout */
const smallestType = (layout) => Math.min(...Object.values(typeSizes(layout)));

/**
 * In which shapes the network is drawn: the one that suits the width of the figure; in a compact one
 * that which fits its place without being scaled down.
 */
export class DrawnShapes {
  /** @param {import("../../../kit/figure/figure_host.js").FigureHost} host */
  constructor(host) {
    this.host = host;
    this.shapes = new NetworkShapes();
    this.isNarrow = host.clientWidth <= NARROW_UP_TO;
    /** How wide the place of the drawing is (px); nothing before it has been measured. */
    this.placeWidth = 0;
  }

  /** @param {TraceResult} result */
  of(result) {
    const { host, shapes, placeWidth, isNarrow } = this;
    if (!host.isCompact || placeWidth === 0) return shapes.drawn(isNarrow);
    return [host.fillsHeight ? this.#legible(result) : shapes.unscaled(placeWidth)];
  }

  /**
   * What keeps a place that is filled as high as the drawing needs there: where the place is higher,
   * the drawing fills it.
   * @param {TraceResult} result
   */
  room(result) {
    if (!this.host.fillsHeight) return nothing;
    const layout = this.shapes.layout(result, this.of(result)[0]);
    const height = Math.ceil((layout.height * LEAST_TYPE) / smallestType(layout));
    return html`<canvas class="stage-room" width="1" height=${height} aria-hidden="true"></canvas>`;
  }

  /**
   * The widest shape whose smallest type is large enough once it is drawn as wide as its place.
   * @param {TraceResult} result
   */
  #legible(result) {
    const { shapes, placeWidth } = this;
    const candidates = TYPES.map((size) => shapes.unscaled((placeWidth * size) / LEAST_TYPE));
    const isLegible = (/** @type {Shape} */ shape) =>
      smallestType(shapes.layout(result, shape)) * placeWidth >= LEAST_TYPE * shape.width;
    return candidates.find(isLegible) ?? candidates[candidates.length - 1];
  }

  /** @param {Element} place of the drawing */
  observe(place) {
    if (this.watch) return;
    const { host } = /** @type {ShadowRoot} */ (this.host.shadowRoot);
    this.watch = new SizeWatch((entries) => this.#measured(entries, place));
    for (const element of [host, place]) this.watch.observe(element);
  }

  disconnect() {
    this.watch?.disconnect();
  }

  /**
   * @param {ResizeObserverEntry[]} entries of the element and of the place
   * @param {Element} place
   * @returns {boolean} whether the network is drawn in another way from now on
   */
  #measured(entries, place) {
    const { isNarrow, placeWidth } = this;
    for (const { target, contentRect } of entries) {
      if (target === place) this.placeWidth = contentRect.width;
      else this.isNarrow = contentRect.width > 0 && contentRect.width <= NARROW_UP_TO;
    }
    const isOther = this.host.isCompact
      ? placeWidth !== this.placeWidth
      : isNarrow !== this.isNarrow;
    if (isOther) this.host.requestUpdate();
    return isOther;
  }
}
