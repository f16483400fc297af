import { drawingStyles } from "../../drawing/drawing_styles.js";
import { activationCurveStyles } from "../../kit/charts/activation_curve_view.js";
import { axisStyles } from "../../kit/charts/axis_styles.js";
import { logChartStyles } from "../../kit/charts/log_chart_view.js";
import { codeStyles } from "../../kit/code/code_styles.js";
import { columnStyles } from "./compact/column_styles.js";
import { compactStyles } from "./compact/compact_styles.js";
import { NetworkFigure } from "./network_figure.js";
import { linkedNetworkFields, networkLink } from "./network_link.js";
import { networkStyles } from "./network_styles.js";
import { panelStyles } from "./panel_styles.js";
import { printedStyles } from "./printed/printed_styles.js";
import { recordedTraces } from "./recorded_traces.js";

/** @typedef {import("./network_state.js").NetworkState} NetworkState */
/** @typedef {import("./recorded_traces.js").RecordedNetwork} RecordedNetwork */

/** @typedef {import("../../kit/figure/figure_host.js").FigureKind<NetworkState, object, RecordedNetwork>} NetworkKind */

/** @type {NetworkKind} */
export const networkFigure = {
  name: "network",
  title: "One pass through a network",
  styles: [
    drawingStyles,
    networkStyles,
    panelStyles,
    printedStyles,
    codeStyles,
    axisStyles,
    logChartStyles,
    activationCurveStyles,
    columnStyles,
    compactStyles,
  ],
  link: networkLink,
  linkedFields: linkedNetworkFields,
  load: recordedTraces,
  create: (host, recorded) => new NetworkFigure(host, recorded, networkFigure.title),
};

/**
 * Every operation of one pass through a network of which one unit is off, from the first.
 * @type {NetworkKind}
 */
export const walkFigure = {
  ...networkFigure,
  name: "walk",
  title: "Every operation of one pass",
  load: (preset, load) => recordedTraces(preset, load, "relu-walk-half"),
  create: (host, recorded) => new NetworkFigure(host, recorded, walkFigure.title),
};
