/**
 * The kinds of figures there are. The code of each is fetched when the first figure of its kind is
 * near: a page with one figure carries one.
 */

/** @typedef {import("./figure_host.js").FigureKind} FigureKind */

/** @type {Record<string, () => Promise<FigureKind>>} */
const kinds = {
  network: async () => (await import("./network/network_figure.js")).networkFigure,
  rates: async () => (await import("./rates/rates_figure.js")).ratesFigure,
  xor: async () => (await import("./xor/xor_figure.js")).xorFigure,
  depth: async () => (await import("./depth/depth_figure.js")).depthFigure,
};

/** What a figure is when its `figure` attribute names nothing that there is. */
const USUAL = "network";

/**
 * @param {string} name the `figure` attribute
 * @returns {Promise<FigureKind>} rejects when the code cannot be fetched
 */
export function loadKind(name) {
  return kinds[Object.hasOwn(kinds, name) ? name : USUAL]();
}
