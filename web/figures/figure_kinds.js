/**
 * The kinds of figures, in the order of the article. The code of a kind is fetched when the first figure of
 * that kind is near, so a page with one figure loads one.
 */

/** @import { FigureKind } from "../kit/figure/figure_host.js" */

/** @type {Record<string, () => Promise<FigureKind>>} */
export const kinds = {
  blame: async () => (await import("./blame/blame_figure.js")).blameFigure,
  slope: async () => (await import("./neuron/slope_figure.js")).slopeFigure,
  neuron: async () => (await import("./neuron/neuron_figure.js")).neuronFigure,
  walk: async () => (await import("./network/network_figure.js")).walkFigure,
  network: async () => (await import("./network/network_figure.js")).networkFigure,
  paths: async () => (await import("./paths/paths_figure.js")).pathsFigure,
  cost: async () => (await import("./cost/cost_figure.js")).costFigure,
  xor: async () => (await import("./xor/xor_figure.js")).xorFigure,
  pulls: async () => (await import("./pulls/pulls_figure.js")).pullsFigure,
  rates: async () => (await import("./rates/rates_figure.js")).ratesFigure,
  stopping: async () => (await import("./stopping/stopping_figure.js")).stoppingFigure,
  depth: async () => (await import("./depth/depth_figure.js")).depthFigure,
  equations: async () => (await import("./equations/equations_figure.js")).equationsFigure,
};

export const figureNames = Object.keys(kinds);
