/**
 * Where everything in the drawing of a network stands: pure geometry, from its shape and the width
 * that there is. Lengths are pixels, x to the right, y down.
 */

import { edgeLines, labelledEdges } from "./edge_places.js";
import { boxAround, link, lossAndTargets } from "./loss_places.js";
import { networkMeasures } from "./network_measures.js";
import { biasPlace, unitBoxes, unitPlaces } from "./unit_places.js";

/** @typedef {import("../../contract/messages.js").Place} Place */
/** @typedef {import("./edge_geometry.js").Line} Line */
/** @typedef {import("./edge_geometry.js").Point} Point */
/** @typedef {import("./label_placement.js").Box} Box */
/** @typedef {import("./network_measures.js").Measures} Measures */

/**
 * @typedef {object} UnitPlace
 * @property {Place} place `unit:l,j`, or `input:j`
 * @property {number} layer 0 is the input
 * @property {number} index
 * @property {"input" | "hidden" | "output"} kind
 * @property {number} x
 * @property {number} y
 * @property {number} radius
 * @property {Note} pre where the pre-activation is written
 * @property {Note} error where the error signal is written
 */

/** @typedef {{x: number, y: number, anchor: "start" | "middle" | "end"}} Note text from this baseline point */

/**
 * @typedef {object} EdgeOnly
 * @property {Place} place `weight:l,i,j`
 * @property {number} layer as in `weights[layer]`; for a direct link the number after the last
 * @property {number} source
 * @property {number} target
 * @property {Place} from the unit it leaves
 * @property {Place} to the unit it reaches
 * @property {number} labelFraction of the way from source to target
 * @property {number} labelX
 * @property {number} labelY
 * @property {Box} labelBox the value's line and the gradient's line below it
 * @property {Box} gripBox where the edge is taken while its numbers are not shown
 */
/** @typedef {Line & EdgeOnly} EdgePlace */

/**
 * @typedef {object} BiasPlace
 * @property {Place} place `bias:l,j`
 * @property {number} layer as in `biases[layer]`
 * @property {number} target
 * @property {Place} to
 * @property {number} x of the square's centre
 * @property {number} y
 * @property {number} size of the square
 * @property {Line} line the stub from the square to the unit
 * @property {Note} value
 * @property {Note} gradient
 * @property {Box} box
 */

/** @typedef {{place: Place, index: number, x: number, y: number, halfWidth: number, halfHeight: number}} BoxPlace */
/** @typedef {{place: Place, from: Place, to: Place, line: Line}} Link a thin line without a weight */

/**
 * @typedef {object} NetworkLayout
 * @property {number} width
 * @property {number} height
 * @property {number[]} layerSizes
 * @property {boolean} vertical the forward pass runs downwards
 * @property {"roomy" | "compact" | "crowded"} density
 * @property {boolean} labelled
 * @property {boolean} notes
 * @property {number} unitDigits
 * @property {number} noteDigits
 * @property {UnitPlace[]} units
 * @property {EdgePlace[]} edges
 * @property {BiasPlace[]} biases
 * @property {BoxPlace[]} targets
 * @property {BoxPlace} loss
 * @property {Link[]} links from each output and each target to the loss
 */

/**
 * @param {object} request
 * @param {number[]} request.layerSizes inputs first, 2 to 6 entries of 1 to 8
 * @param {boolean} request.useBiases
 * @param {boolean} [request.skipToOutput]
 * @param {number} request.width
 * @param {boolean} [request.narrow] true runs downwards, false to the right; else the width decides
 * @returns {NetworkLayout}
 */
export function networkLayout({ layerSizes, useBiases, skipToOutput = false, width, narrow }) {
  const shape = { layerSizes, useBiases, skipToOutput };
  const measures = networkMeasures(shape, width, narrow);
  const { vertical } = measures;
  const end = lossAndTargets(measures, layerSizes, width);
  const units = unitPlaces(measures, layerSizes, end.middle, width);
  const biases = useBiases
    ? units.filter(({ layer }) => layer > 0).map((unit) => biasPlace(unit, measures, width))
    : [];
  const loss = end.loss;
  const outputs = units.filter(({ kind }) => kind === "output");
  const bare = edgeLines(units, shape, measures);
  const bounds = { left: 1, top: 1, right: width - 1, bottom: end.height - 1 };
  const edges = labelledEdges(bare, measures, bounds, [
    ...units.flatMap((unit) => unitBoxes(unit, measures)),
    ...biases.map(({ box }) => box),
    boxAround(loss),
    ...end.targets.map(boxAround),
  ]);
  return {
    width,
    height: end.height,
    layerSizes,
    vertical,
    density: measures.density,
    labelled: measures.labelled,
    notes: measures.notes,
    unitDigits: measures.unitDigits,
    noteDigits: measures.noteDigits,
    units,
    edges,
    biases,
    targets: end.targets,
    loss,
    links: [
      ...outputs.map((unit) => link(unit, unit.radius, loss)),
      ...end.targets.map((target) => link(target, null, loss)),
    ],
  };
}
