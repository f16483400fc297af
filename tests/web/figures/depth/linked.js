import {
  depthFields,
  depthOpening,
  withDepthFields,
} from "../../../../web/figures/depth/depth_state.js";
import { describe } from "../described.js";

const depthTable = depthFields(describe);

/**
 * What the figure asks first.
 * @type {import("../../../../web/figures/depth/depth_messages.js").DepthMessage}
 */
export const message = {
  kind: "depth",
  depth: 20,
  width: 8,
  activation: "sigmoid",
  initialiser: "range",
  initial_range: 1,
  residual: false,
  batch_normalisation: false,
  seed: 1,
  learning_rate: 0.1,
  steps: 0,
};

/** @type {Record<string, import("../described.js").LinkedKind>} */
export const linked = {
  depth: {
    opening: depthOpening(message),
    apply: (state, fields) => withDepthFields(/** @type {any} */ (state), fields, depthTable),
  },
};
