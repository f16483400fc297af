/**
 * The kinds of figures, in the order of Python's registry. The code of a kind is fetched when the first figure of
 * that kind is near, so a page with one figure loads one.
 */

import { bring } from "../downloads/later_module.js";

/** @import { FigureKind } from "../kit/figure/figure_host.js" */

/**
 * @template {string} Name
 * @param {() => Promise<Record<Name, any>>} load imports the figure's module
 * @param {Name} name of its kind in there
 * @returns {() => Promise<FigureKind>}
 */
const later = (load, name) => async () => (await bring(load))[name];

/** @type {Record<string, () => Promise<FigureKind>>} */
export const kinds = {
  learning: later(() => import("./learning/learning_figure.js"), "learningFigure"),
  blame: later(() => import("./blame/blame_figure.js"), "blameFigure"),
  slope: later(() => import("./neuron/slope_figure.js"), "slopeFigure"),
  neuron: later(() => import("./neuron/neuron_figure.js"), "neuronFigure"),
  slopes: later(() => import("./slopes/slopes_figure.js"), "slopesFigure"),
  walk: later(() => import("./network/network_kinds.js"), "walkFigure"),
  network: later(() => import("./network/network_kinds.js"), "networkFigure"),
  paths: later(() => import("./paths/paths_figure.js"), "pathsFigure"),
  cost: later(() => import("./cost/cost_figure.js"), "costFigure"),
  xor: later(() => import("./xor/xor_figure.js"), "xorFigure"),
  pulls: later(() => import("./pulls/pulls_figure.js"), "pullsFigure"),
  rates: later(() => import("./rates/rates_figure.js"), "ratesFigure"),
  stopping: later(() => import("./stopping/stopping_figure.js"), "stoppingFigure"),
  depth: later(() => import("./depth/depth_figure.js"), "depthFigure"),
  equations: later(() => import("./equations/equations_figure.js"), "equationsFigure"),
  graph: later(() => import("./graph/graph_figure.js"), "graphFigure"),
  code: later(() => import("./code/code_figure.js"), "codeFigure"),
  symmetry: later(() => import("./symmetry/symmetry_figure.js"), "symmetryFigure"),
  family: later(() => import("./family/family_figure.js"), "familyFigure"),
  luck: later(() => import("./luck/luck_figure.js"), "luckFigure"),
  digits: later(() => import("./digits/digits_figure.js"), "digitsFigure"),
  playground: later(() => import("./playground/playground_figure.js"), "playgroundFigure"),
};

export const figureNames = Object.keys(kinds);
