import { svg } from "lit";
import { numberText, signedNumberText } from "../../kit/formula/number_text.js";
import { weightName, words } from "../drawing_words.js";
import { angleOfLine, between, pointOnLine } from "../layout/edge_geometry.js";
import { movementPath } from "../motion/movement_path.js";
import { gradientAt, valueAt } from "../motion/trace_values.js";
import { numberMark, numberWidth, typeSizes } from "./number_marks.js";

/** @typedef {import("../drawing.js").Scene} Scene */
/** @typedef {import("../../contract/messages.js").Place} Place */
/** @typedef {import("../layout/network_layout.js").EdgePlace} EdgePlace */
/** @typedef {import("../layout/network_layout.js").Note} Note */
/** @typedef {import("../layout/edge_geometry.js").Line} Line */

/**
 * The lines below everything else: edges, the stubs of biases and the links into the loss, each
 * with a wide invisible stroke to point at.
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

/** How far from the outline that it points at an arrow ends, clear of the unit's halo (px). */
const AHEAD = 10;

/**
 * How thick a line shows a weight of this size: steep near zero, never thicker than a unit bears.
 * @param {number} value
 * @param {boolean} [wide] false where many lines cross
 */
function lineWidth(value, wide = true) {
  const size = Math.sqrt(Math.min(9, Math.abs(value) || 0));
  return Math.round((wide ? 0.9 + 1.6 * size : 0.6 + size) * 100) / 100;
}

/**
 * An arrow where the values of a step have passed: what a still picture shows of their motion.
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
 * Every weight's value and gradient, on its edge. The spoken name says more than the numbers drawn,
 * so those stand beside the button, not within it.
 * @param {Scene} scene
 */
export function weightMarks(scene) {
  return scene.layout.edges.map((edge) => {
    const { layer, source, target, place, labelX: x, labelY: y, labelBox: box } = edge;
    const { labelled, layerSizes } = scene.layout;
    const quiet = !labelled && !scene.frame.lit.has(place) && scene.selected !== place;
    const twoLines = scene.shown(place) > 0 || scene.frame.updated.has(place);
    const name = weightName(layerSizes, { layer, source, target });
    return svg`<g
      class="net-weight${quiet ? " is-quiet" : ""}${scene.stateClasses(place)}"
      data-weight="${layer},${source},${target}"
      data-place=${place}
      data-value=${String(valueAt(scene.result, place))}
      data-gradient=${String(gradientAt(scene.result, place))}
      role="button"
      tabindex=${scene.tabIndex(place)}
      aria-label=${spokenParameter(scene, place, name)}
    >
      <rect class="net-plate" x=${box.left} y=${box.top} rx="4"
        width=${box.right - box.left} height=${(twoLines ? box.bottom : y + 11) - box.top}></rect>
    </g>
    <g class="net-passive" aria-hidden="true">
      ${parameterText(scene, place, { x, y: y + 4, anchor: "middle" }, null)}
    </g>`;
  });
}

/**
 * Every bias: a small square that feeds its unit, with its value and gradient.
 * @param {Scene} scene
 */
export function biasMarks(scene) {
  return scene.layout.biases.map((bias) => {
    const { layer, target, place, x, y, size, box } = bias;
    const quiet = !scene.layout.labelled && !scene.frame.lit.has(place) && scene.selected !== place;
    const name = weightName(scene.layout.layerSizes, { layer, source: null, target });
    return svg`<g
      class="net-weight net-bias${quiet ? " is-quiet" : ""}${scene.stateClasses(place)}"
      data-bias="${layer},${target}"
      data-place=${place}
      data-value=${String(valueAt(scene.result, place))}
      data-gradient=${String(gradientAt(scene.result, place))}
      role="button"
      tabindex=${scene.tabIndex(place)}
      aria-label=${spokenParameter(scene, place, name)}
    >
      <rect class="net-plate" x=${box.left} y=${box.top} rx="4"
        width=${box.right - box.left} height=${box.bottom - box.top}></rect>
      <rect class="net-bias-mark" x=${x - size / 2} y=${y - size / 2} width=${size} height=${size}></rect>
    </g>
    <g class="net-passive" aria-hidden="true">
      ${parameterText(scene, place, bias.value, bias.gradient)}
    </g>`;
  });
}

/**
 * The value of a weight or bias, its gradient once known, and its new value once updated: the
 * gradient moves into the value, which is then struck out, with the new one below.
 * @param {Scene} scene
 * @param {Place} place
 * @param {Note} at
 * @param {Note | null} second null: the line below
 */
function parameterText(scene, place, at, second) {
  const { frame, result, layout, frozen } = scene;
  const type = typeSizes(layout);
  const below = second ?? { ...at, y: at.y + type.note + 3 };
  const next = frozen.has(place) ? undefined : frame.updated.get(place);
  const updating = next !== undefined && frame.arriving.has(place);
  const appeared = updating ? frame.reveal : next === undefined ? 0 : 1;
  const gradient = scene.shown(place) * (1 - appeared);
  const value = signedNumberText(valueAt(result, place));
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
    frozen.has(place) ? lockMark(at, numberWidth(value, type.value)) : "",
  ];
}

/**
 * A frozen weight's mark, before its value.
 * @param {Note} at
 * @param {number} width of the value
 */
function lockMark({ x, y, anchor }, width) {
  const left = { start: x - 14, middle: x - width / 2 - 14, end: x - width - 14 }[anchor];
  return svg`<g class="net-lock" transform="translate(${left} ${y - 10})">
    <rect class="net-patch" x="-2" y="-1" width="14" height="13"></rect>
    <path d="M2.5 5V3a2.5 2.5 0 0 1 5 0v2"></path>
    <rect x="1" y="5" width="8" height="6" rx="1"></rect>
  </g>`;
}

/**
 * Such as "weight from input 1 to hidden unit 2, 0.4, gradient −0.000764".
 * @param {Scene} scene
 * @param {Place} place
 * @param {string} name
 */
function spokenParameter({ result, frame, frozen }, place, name) {
  const parts = [name, numberText(valueAt(result, place))];
  if (frozen.has(place)) parts.push(words.frozen);
  if (frame.known.has(place)) {
    parts.push(`${words.gradient} ${numberText(gradientAt(result, place))}`);
  }
  const updated = frame.updated.get(place);
  if (updated !== undefined) parts.push(`${words.newValue} ${numberText(updated)}`);
  return parts.join(", ");
}
