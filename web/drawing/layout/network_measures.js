/**
 * The sizes that a drawing of a network takes: which way it runs, how large its units are, how far
 * apart. All lengths are pixels of the screen. "Along" is the way of the forward pass, "across" the
 * way of a layer; a narrow drawing runs downwards, a wide one to the right.
 */

/**
 * @typedef {object} Shape
 * @property {number[]} layerSizes inputs first
 * @property {boolean} useBiases
 * @property {boolean} skipToOutput
 */

/**
 * @typedef {object} Measures
 * @property {boolean} vertical
 * @property {"roomy" | "compact" | "crowded"} density which type sizes go with it
 * @property {boolean} labelled every edge has its label; otherwise only those that matter now
 * @property {boolean} notes there is room beside each unit for its error signal
 * @property {number} radius of a unit
 * @property {number} unitDigits significant digits that fit into a unit
 * @property {number} noteDigits significant digits of gradients and error signals
 * @property {number} pitch between neighbours of the largest layer
 * @property {number} widestPitch to which smaller layers may spread
 * @property {number[]} gaps along, from each layer to the next, the last one from output to loss
 * @property {number} before margin across, ahead of the first unit
 * @property {number} after margin across, behind the last unit
 * @property {number} start margin along
 * @property {number} end margin along, behind the loss
 */

/** More edges than this and their labels would cover the drawing. */
const MOST_LABELLED_EDGES = 24;

/** Closer than this, layers leave no room for a label between them. */
const LEAST_LABELLED_GAP = 128;

/** Half the size of the box that holds the loss, and of one that holds a target. */
export const LOSS_HALF = { x: 40, y: 22 };
export const TARGET_HALF = { x: 31, y: 16 };
export const TARGET_PITCH = 38;

/** Room for a note such as `δ −0.01048` beside a unit. */
export const NOTE_WIDTH = 68;

/** Room for the same with two digits, and the least room in which it still stands clear. */
const SHORT_NOTE_WIDTH = 56;
const LEAST_NOTE_ROOM = 46;

/** Room across for the arcs of direct links. */
const ARC_ROOM = 34;

/**
 * @param {Shape} shape
 * @param {number} width of the whole drawing
 * @param {boolean} [narrow] true runs downwards, false to the right; otherwise the width decides
 * @returns {Measures}
 */
export function networkMeasures(shape, width, narrow) {
  const { layerSizes, useBiases, skipToOutput } = shape;
  const perGap = layerSizes.slice(1).map((size, l) => size * layerSizes[l]);
  const skipEdges = skipToOutput ? layerSizes[0] * layerSizes[layerSizes.length - 1] : 0;
  const few = perGap.reduce((sum, edges) => sum + edges, skipEdges) <= MOST_LABELLED_EDGES;
  const least = !few ? 76 : Math.max(...perGap) > 6 ? 150 : useBiases ? 160 : 136;
  const vertical = narrow ?? width < layerSizes.length * least + 86;
  const labelled = few && (vertical || horizontalGap(layerSizes, width) >= LEAST_LABELLED_GAP);
  const measures = vertical
    ? verticalMeasures(shape, width, perGap, labelled)
    : horizontalMeasures(shape, width, labelled);
  return { ...measures, vertical, labelled };
}

/**
 * From one layer to the next where they share the width evenly.
 * @param {number[]} layerSizes
 * @param {number} width
 */
function horizontalGap(layerSizes, width) {
  return (width - 46 - LOSS_HALF.x) / layerSizes.length;
}

/** @typedef {Omit<Measures, "vertical" | "labelled">} DirectedMeasures */

/**
 * @param {Shape} shape
 * @param {number} width
 * @param {boolean} labelled
 * @returns {DirectedMeasures}
 */
function horizontalMeasures({ layerSizes, useBiases, skipToOutput }, width, labelled) {
  const largest = Math.max(...layerSizes);
  const columns = layerSizes.length;
  const gap = horizontalGap(layerSizes, width);
  const dense = layerSizes.some((size, l) => size * (layerSizes[l + 1] ?? 0) > 6);
  const roomy = labelled && largest <= 3 && gap >= (dense ? 210 : 180);
  const radius = roomy ? 30 : labelled && largest <= 4 ? 26 : largest <= 5 ? 21 : 17;
  const bias = useBiases ? (radius >= 26 ? 28 : 15) : 0;
  const spare = !labelled || radius < 26 ? 6 : largest < 3 ? 104 : dense ? 92 : roomy ? 66 : 52;
  const arcs = skipToOutput ? ARC_ROOM : 0;
  return {
    density: roomy ? "roomy" : radius >= 26 ? "compact" : "crowded",
    notes: true,
    radius,
    unitDigits: radius >= 26 ? 4 : radius >= 20 ? 3 : 2,
    noteDigits: roomy ? 4 : 3,
    pitch: 2 * radius + bias + 18 + spare,
    widestPitch: 190,
    gaps: layerSizes.map((_, l) => Math.min(gap, l < columns - 1 ? 230 : 190)),
    before: radius + Math.max(bias, 8) + 6 + arcs,
    after: radius + 26 + (layerSizes[0] > 1 ? arcs : 0),
    start: radius + 8,
    end: LOSS_HALF.x + 8,
  };
}

/**
 * @param {Shape} shape
 * @param {number} width
 * @param {number[]} perGap edges between each layer and the next
 * @param {boolean} labelled
 * @returns {DirectedMeasures}
 */
function verticalMeasures({ layerSizes, skipToOutput }, width, perGap, labelled) {
  const largest = Math.max(...layerSizes);
  const radius = largest <= 3 ? 23 : largest <= 5 ? 20 : 16;
  const arcs = skipToOutput ? ARC_ROOM : 0;
  const before = radius + 8 + (layerSizes[0] > 1 ? arcs : 0);
  const pitchWith = (/** @type {number} */ after) =>
    largest > 1 ? Math.min(170, (width - before - after) / (largest - 1)) : 170;
  const room = (/** @type {number} */ width) => pitchWith(radius + width + 4 + arcs) - 2 * radius;
  const short = room(NOTE_WIDTH) < NOTE_WIDTH - 6;
  const notes = room(SHORT_NOTE_WIDTH) >= LEAST_NOTE_ROOM;
  const after = notes ? radius + (short ? SHORT_NOTE_WIDTH : NOTE_WIDTH) + 4 + arcs : before;
  const visible = (/** @type {number} */ edges) =>
    !labelled ? 84 : edges <= 2 ? 84 : edges <= 4 ? 100 : edges <= 6 ? 124 : 172;
  return {
    density: radius >= 23 ? "compact" : "crowded",
    notes,
    radius,
    unitDigits: radius >= 20 ? 3 : 2,
    noteDigits: notes && short ? 2 : 3,
    pitch: pitchWith(after),
    widestPitch: 170,
    gaps: [...perGap.map((edges) => 2 * radius + visible(edges)), radius + 46 + LOSS_HALF.y],
    before,
    after,
    start: radius + 8,
    end: LOSS_HALF.y + 8,
  };
}
