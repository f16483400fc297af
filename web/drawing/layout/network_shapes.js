import { isServer } from "lit";
import { networkLayout } from "./network_layout.js";

/** @import { Pass } from "../pass_messages.js" */
/** @import { NetworkLayout } from "./network_layout.js" */

/** @typedef {{width: number, narrow?: boolean}} Shape */

/**
 * The two shapes in which a network is drawn; each is scaled to the width of the figure.
 * @type {{wide: Shape, narrow: Shape}}
 */
const SHAPES = { wide: { width: 720, narrow: false }, narrow: { width: 360, narrow: true } };
/** Less room than this a drawing is not made for (px). */
const LEAST_WIDTH = 300;
const MOST_KEPT = 8;

/** The layouts of networks in the shape that fits the figure, each computed once. */
export class NetworkShapes {
  constructor() {
    /** @type {Map<string, NetworkLayout>} */
    this.layouts = new Map();
  }

  /**
   * The shape to draw. In a prerendered page both are drawn, and its styles show one.
   * @param {boolean} isNarrow
   * @returns {Shape[]}
   */
  drawn(isNarrow) {
    return isServer ? Object.values(SHAPES) : [isNarrow ? SHAPES.narrow : SHAPES.wide];
  }

  /**
   * The shape that needs no scaling down, so that type keeps its size; it runs the way for which there
   * is room.
   * @param {number} width of the room (px)
   * @returns {Shape}
   */
  unscaled(width) {
    return { width: Math.min(SHAPES.wide.width, Math.max(LEAST_WIDTH, Math.floor(width))) };
  }

  /**
   * @param {Pick<Pass, "activations" | "biases"> & {skip_weights?: unknown}} network
   * @param {Shape} shape
   * @returns {NetworkLayout}
   */
  layout({ activations, biases, skip_weights = null }, shape) {
    const request = {
      layerSizes: activations.map((units) => units.length),
      useBiases: biases.some((layer) => layer.length > 0),
      skipToOutput: skip_weights !== null,
      ...shape,
    };
    const key = JSON.stringify(request);
    const kept = this.layouts.get(key) ?? networkLayout(request);
    if (this.layouts.size >= MOST_KEPT) this.layouts.clear();
    this.layouts.set(key, kept);
    return kept;
  }
}
