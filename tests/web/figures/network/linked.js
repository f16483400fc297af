import { presetState, withFields } from "../../../../web/figures/network/network_state.js";
import { describe } from "../described.js";

const network = {
  ...presetState("2-2-1-a", describe),
  selected: { layer: 0, source: 0, target: 0 },
};

/** @type {Record<string, import("../described.js").LinkedKind>} */
export const linked = {
  walk: {
    opening: { ...network, selected: null, overview: false },
    apply: (state, fields) => withFields(/** @type {any} */ (state), fields, describe),
  },
  network: {
    opening: network,
    apply: (state, fields) => withFields(/** @type {any} */ (state), fields, describe),
  },
};
