import { presetState, withFields } from "../../../../web/figures/network/network_state.js";
import { describe } from "../described.js";

const network = presetState("2-2-1-a", describe);

/** @type {Record<string, import("../described.js").LinkedKind>} */
export const linked = {
  walk: {
    opening: network,
    apply: (state, fields) => withFields(/** @type {any} */ (state), fields, describe),
  },
  network: {
    opening: network,
    apply: (state, fields) => withFields(/** @type {any} */ (state), fields, describe),
  },
};
