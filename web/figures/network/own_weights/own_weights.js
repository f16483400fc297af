import { bring } from "../../../downloads/later_module.js";
import { LazyPart } from "../../../kit/figure/lazy_part.js";
import { words } from "../network_figure_words.js";

/** @import { Figure, FigureHost } from "../../../kit/figure/figure_host.js" */
/** @import { TracedNetwork } from "../traced_network.js" */

/**
 * The part of the figure where a reader brings a network.
 * @param {FigureHost} host
 * @param {TracedNetwork} network
 * @param {Figure} figure
 */
export function ownWeightsPart(host, network, figure) {
  return new LazyPart(host, {
    name: "own-weights",
    summary: words.ownWeights,
    load: async () => {
      const { OwnWeightsPanel } = await bring(() => import("./own_weights_panel.js"));
      return new OwnWeightsPanel(host, network, figure);
    },
  });
}
