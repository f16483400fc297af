import { nothing, svg } from "lit";
import { numberText, signedNumberText } from "../../kit/formula/number_text.js";
import { weightName, words } from "../drawing_words.js";
import { angleOfLine, between, pointOnLine } from "../layout/edge_geometry.js";
import { movementPath } from "../motion/movement_path.js";
import { gradientAt, valueAt } from "../motion/trace_values.js";
import { weightPlace } from "../places.js";
import { numberMark, numberWidth, typeSizes } from "./number_marks.js";

/** @typedef {import("../drawing.js").Scene} Scene */
/** @typedef {import("../../contract/messages.js").Place} Place */
/** @typedef {import("../layout/network_layout.js").EdgePlace} EdgePlace */
/** @typedef {import("../layout/network_layout.js").Note} Note */
/** @typedef {import("../layout/edge_geometry.js").Line} Line */

/**
 * The lines below everything else: edges, the stubs of biases and the links into the loss. Edges and stubs
 * have a wide invisible stroke, so that they are easy to point at.
 * @param {Scene} scene
 */
export function edgeLines(scene) {
  const { edges, biases, links } = scene.layout;
  return svg`<g aria-hidden="true">
    ${links.map(({ line }) => svg`<path class="net-link" d=${line.path}></path>`)}
    ${biases.map((bias) => lineOf(scene, bias.place, bias.line))}
    ${edges.map((edge) => lineOf(scene, edge.place, edge))}
    ${edges.filter(({ place }) => scene.frame.lit.has(place)).map((edge) => litLine(scene, edge))}
    ${scene.frame.arrows.map((arrow) => arrowHead(scene, arrow))}
  </g>`;
}

/**
 * @param {Scene} scene
 * @param {Place} place
 * @param {Line} line
 */
function lineOf(scene, place, line) {
  const value = valueAt(scene.result, place);
  const width = lineWidth(value, scene.layout.labelled);
  return svg`<g class="net-line${signClass(value)}${scene.stateClasses(place)}" data-place=${place}>
    <path class="net-hit" d=${line.path}></path>
    <path class="net-line-halo" d=${line.path} stroke-width=${width + 7}></path>
    <path class="net-line-mark" d=${line.path} stroke-width=${width}></path>
  </g>`;
}

/**
 * A lit line once more, above those that cross it.
 * @param {Scene} scene
 * @param {EdgePlace} edge
 */
function litLine({ result, layout }, { place, path }) {
  const value = valueAt(result, place);
  return svg`<g class="net-line is-lit${signClass(value)}">
    <path class="net-line-mark" d=${path} stroke-width=${lineWidth(value, layout.labelled)}></path>
  </g>`;
}

/** @param {number} value */
const signClass = (value) => (value < 0 ? " is-negative" : value === 0 ? " is-zero" : "");

/** How far before the outline of its unit an arrow ends, clear of the unit's halo (px). */
const AHEAD = 10;

/**
 * How thick the line of a weight is (px). It grows fast near zero, and no more beyond a weight of 9.
 * @param {number} value
 * @param {boolean} [wide] false where many lines cross
 */
function lineWidth(value, wide = true) {
  const size = Math.sqrt(Math.min(9, Math.abs(value) || 0));
  return Math.round((wide ? 0.9 + 1.6 * size : 0.6 + size) * 100) / 100;
}

/**
 * An arrow where a value has moved in the last step: what a still picture shows of the motion.
 * @param {Scene} scene
 * @param {import("../motion/network_motion.js").Movement} movement
 */
function arrowHead({ layout }, movement) {
  const path = movementPath(layout, movement);
  const stub = layout.biases.some(({ line }) => line === path?.line);
  if (!path || stub) return "";
  const { line, start, end } = path;
  const whole = Math.abs(end - start) === 1;
  const short = whole ? AHEAD / Math.hypot(line.x2 - line.x1, line.y2 - line.y1) : 0.5;
  const fraction = end + (start - end) * short;
  const { x, y } = pointOnLine(line, fraction);
  const angle = angleOfLine(line, fraction) + (end < start ? 180 : 0);
  const place = `translate(${x.toFixed(1)} ${y.toFixed(1)}) rotate(${angle.toFixed(1)})`;
  return svg`<path class="net-arrow role-${movement.role}" transform=${place}
    d="M3 0L-8 -5L-5.5 0L-8 5Z"></path>`;
}

/**
 * Every weight's value and gradient, on its edge.
 * @param {Scene} scene
 */
export function weightMarks(scene) {
  return scene.layout.edges.map((edge) => {
    const { layer, source, target, place, labelX: x, labelY: y, labelBox, gripBox } = edge;
    const hasTwoLines = scene.shown(place) > 0 || scene.frame.updated.has(place);
    const numbersBox = hasTwoLines ? labelBox : { ...labelBox, bottom: y + 11 };
    const plate = isQuiet(scene, place) ? gripBox : numbersBox;
    const numbers = parameterText(scene, place, { x, y: y + 4, anchor: "middle" }, null);
    return parameterMark(scene, { layer, source, target }, { plate, numbers });
  });
}

/**
 * Every bias: a small square that feeds its unit, with its value and gradient.
 * @param {Scene} scene
 */
export function biasMarks(scene) {
  return scene.layout.biases.map(({ layer, target, place, x, y, size, box, value, gradient }) => {
    const shape = svg`<rect class="net-bias-mark" x=${x - size / 2} y=${y - size / 2} width=${size}
      height=${size}></rect>`;
    const numbers = parameterText(scene, place, value, gradient);
    return parameterMark(scene, { layer, source: null, target }, { plate: box, shape, numbers });
  });
}

/**
 * Whether there is no room for the numbers of every weight, and nothing asks for those of this one.
 * @param {Scene} scene
 * @param {Place} place
 */
const isQuiet = ({ layout, frame, selected }, place) =>
  !layout.labelled && !frame.lit.has(place) && selected !== place;

/**
 * A weight or bias as a button, and its numbers. The button's spoken name says more than the numbers that
 * are drawn, so they stand beside the button and not within it.
 * @param {Scene} scene
 * @param {import("../../contract/messages.js").WeightAddress} address
 * @param {object} drawn
 * @param {import("../layout/label_placement.js").Box} drawn.plate behind the numbers
 * @param {unknown} [drawn.shape] on the plate
 * @param {unknown} drawn.numbers
 */
function parameterMark(scene, address, { plate, shape = nothing, numbers }) {
  const { layer, source, target } = address;
  const place = weightPlace(address);
  const isBias = source === null;
  const quiet = isQuiet(scene, place);
  const star = quiet && scene.isNew.has(place) ? starMark(...middle(plate)) : nothing;
  const kind = `net-weight${isBias ? " net-bias" : ""}${quiet ? " is-quiet" : ""}`;
  return svg`<g
      class="${kind}${scene.stateClasses(place)}"
      data-weight=${isBias ? nothing : `${layer},${source},${target}`}
      data-bias=${isBias ? `${layer},${target}` : nothing}
      data-place=${place}
      data-value=${String(valueAt(scene.result, place))}
      data-gradient=${String(gradientAt(scene.result, place))}
      role="button"
      aria-pressed=${scene.selected === place ? "true" : "false"}
      tabindex=${scene.tabIndex(place)}
      aria-label=${spokenParameter(scene, place, weightName(scene.layout.layerSizes, address))}
    >
      <rect class="net-plate" x=${plate.left} y=${plate.top} rx="4"
        width=${plate.right - plate.left} height=${plate.bottom - plate.top}></rect>${shape}${star}
    </g>
    <g class="net-passive" aria-hidden="true">${numbers}</g>`;
}

/**
 * Where a star stands whose middle is that of a plate.
 * @param {import("../layout/label_placement.js").Box} plate
 * @returns {[left: number, top: number]}
 */
function middle({ left, right, top, bottom }) {
  return [(left + right) / 2 - 5, (top + bottom) / 2 - 6];
}

/**
 * The value of a weight or bias, its gradient once known, and its new value once updated. In an update the
 * gradient moves into the value, which is then struck out, with the new one below.
 * @param {Scene} scene
 * @param {Place} place
 * @param {Note} at
 * @param {Note | null} second null: the line below
 */
function parameterText(scene, place, at, second) {
  const { frame, result, layout, frozen, isNew } = scene;
  const type = typeSizes(layout);
  const below = second ?? { ...at, y: at.y + type.note + 3 };
  const next = frozen.has(place) ? undefined : frame.updated.get(place);
  const updating = next !== undefined && frame.arriving.has(place);
  const appeared = updating ? frame.reveal : next === undefined ? 0 : 1;
  const gradient = scene.shown(place) * (1 - appeared);
  const value = signedNumberText(valueAt(result, place));
  const beside = besideValue(at, numberWidth(value, type.value));
  return [
    appeared < 1 && gradient > 0
      ? numberMark({
          text: numberText(gradientAt(result, place), layout.noteDigits),
          at: { ...below, y: between(below, at, appeared).y },
          size: type.note,
          kind: "net-gradient",
          joined: second === null,
          opacity: gradient,
        })
      : "",
    numberMark({
      text: value,
      at,
      size: type.value,
      kind: `net-value${appeared > 0 ? " is-old" : ""}`,
    }),
    next !== undefined && appeared > 0
      ? numberMark({
          text: signedNumberText(next),
          at: below,
          size: type.value,
          kind: "net-value is-new",
          opacity: appeared,
        })
      : "",
    frozen.has(place) ? lockMark(...beside) : isNew.has(place) ? starMark(...beside) : "",
  ];
}

/**
 * A frozen weight's mark, beside its value.
 * @param {number} left
 * @param {number} top
 */
function lockMark(left, top) {
  return svg`<g class="net-lock" transform="translate(${left} ${top})">
    <rect class="net-patch" x="-2" y="-1" width="14" height="13"></rect>
    <path d="M2.5 5V3a2.5 2.5 0 0 1 5 0v2"></path>
    <rect x="1" y="5" width="8" height="6" rx="1"></rect>
  </g>`;
}

/**
 * The mark of a weight that a change of shape has brought: beside its value, or in its place.
 * @param {number} left
 * @param {number} top
 */
function starMark(left, top) {
  return svg`<g class="net-star" transform="translate(${left} ${top})">
    <rect class="net-patch" x="-2" y="-1" width="14" height="13"></rect>
    <path d="M5 1v10M0.7 3.5l8.6 5M0.7 8.5l8.6 -5"></path>
  </g>`;
}

/**
 * Where a mark stands: before the value, or above it where a bias's square stands before.
 * @param {Note} at
 * @param {number} width of the value
 * @returns {[left: number, top: number]}
 */
function besideValue({ x, y, anchor }, width) {
  if (anchor === "start") return [x, y - 24];
  return [(anchor === "middle" ? x - width / 2 : x - width) - 14, y - 10];
}

/**
 * Such as "weight from input 1 to hidden unit 2, 0.4, gradient −0.000764".
 * @param {Scene} scene
 * @param {Place} place
 * @param {string} name
 */
function spokenParameter({ result, frame, frozen, isNew }, place, name) {
  const parts = [name, numberText(valueAt(result, place))];
  if (isNew.has(place)) parts.push(words.isNew);
  if (frozen.has(place)) parts.push(words.frozen);
  if (frame.known.has(place)) {
    parts.push(`${words.gradient} ${numberText(gradientAt(result, place))}`);
  }
  const updated = frame.updated.get(place);
  if (updated !== undefined) parts.push(`${words.newValue} ${numberText(updated)}`);
  return parts.join(", ");
}
