import { svg } from "lit";
import { weightName, words } from "../../lesson/network_words.js";
import { angleOfLine, between, pointOnLine } from "../../scene/edge_geometry.js";
import { gradientAt, valueAt } from "../../scene/trace_values.js";
import { numberText, signedNumberText } from "../number_text.js";

/** @typedef {import("./drawing.js").Scene} Scene */
/** @typedef {import("../../contract/messages.js").Place} Place */
/** @typedef {import("../../scene/network_layout.js").EdgePlace} EdgePlace */
/** @typedef {import("../../scene/network_layout.js").BiasPlace} BiasPlace */
/** @typedef {import("../../scene/edge_geometry.js").Line} Line */

/**
 * The lines below everything else: edges, the stubs of biases and the links into the loss, each
 * with a wide invisible stroke to point at.
 * @param {Scene} scene
 */
export function edgeLines(scene) {
  const { edges, biases, links } = scene.layout;
  return svg`<g aria-hidden="true">
    ${links.map(({ line }) => svg`<path class="net-link" d=${line.path}></path>`)}
    ${biases.map((bias) => lineOf(scene, bias.place, bias.line, 1))}
    ${edges.map((edge) => lineOf(scene, edge.place, edge, edge.labelFraction))}
    ${scene.frame.arrows.map((arrow) => arrowHead(scene, arrow))}
  </g>`;
}

/**
 * @param {Scene} scene
 * @param {Place} place
 * @param {Line} line
 * @param {number} _labelFraction
 */
function lineOf(scene, place, line, _labelFraction) {
  const value = valueAt(scene.result, place);
  const sign = value < 0 ? " is-negative" : value === 0 ? " is-zero" : "";
  return svg`<g class="net-line${sign}${scene.stateClasses(place)}" data-place=${place}>
    <path class="net-hit" d=${line.path}></path>
    <path class="net-line-halo" d=${line.path} stroke-width=${lineWidth(value) + 7}></path>
    <path class="net-line-mark" d=${line.path} stroke-width=${lineWidth(value)}></path>
  </g>`;
}

/**
 * How thick a line shows a weight of this size: steep near zero, never thicker than a unit bears.
 * @param {number} value
 */
function lineWidth(value) {
  const size = Math.min(9, Math.abs(value) || 0);
  return Math.round((0.9 + 2.1 * Math.sqrt(size)) * 100) / 100;
}

/**
 * An arrow where the values of a step have passed: what a still picture shows of their motion.
 * @param {Scene} scene
 * @param {import("../../scene/network_motion.js").Movement} movement
 */
function arrowHead({ layout }, { from, to, along, role }) {
  const edge = layout.edges.find(({ place }) => place === along);
  const link = layout.links.find((one) => one.from === (to === "loss" ? from : to));
  const line = edge ?? link?.line;
  if (!line) return "";
  const label = edge?.labelFraction ?? 0.5;
  const start = edge ? endOn(edge, from, label) : to === "loss" ? 0 : 1;
  const end = edge ? endOn(edge, to, label) : to === "loss" ? 1 : 0;
  const fraction = end === label ? (start + end) / 2 : end === 1 ? 0.985 : 0.015;
  const { x, y } = pointOnLine(line, fraction);
  const angle = angleOfLine(line, fraction) + (end < start ? 180 : 0);
  const place = `translate(${x.toFixed(1)} ${y.toFixed(1)}) rotate(${angle.toFixed(1)})`;
  return svg`<path class="net-arrow role-${role}" transform=${place} d="M3 0L-8 -5L-5.5 0L-8 5Z"></path>`;
}

/**
 * @param {EdgePlace} edge
 * @param {Place} place one of its ends, or itself
 * @param {number} label
 */
const endOn = (edge, place, label) => (place === edge.from ? 0 : place === edge.to ? 1 : label);

/**
 * Every weight's value and gradient, on its edge.
 * @param {Scene} scene
 */
export function weightMarks(scene) {
  return scene.layout.edges.map((edge) => {
    const { layer, source, target, place, labelX: x, labelY: y, labelBox: box } = edge;
    const { labelled, layerSizes } = scene.layout;
    const quiet = !labelled && !scene.frame.lit.has(place) && scene.selected !== place;
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
        width=${box.right - box.left} height=${box.bottom - box.top}></rect>
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
      ${parameterText(scene, place, bias.value, bias.gradient)}
    </g>`;
  });
}

/**
 * The value of a weight or bias, its gradient once known, and its new value once updated.
 * @param {Scene} scene
 * @param {Place} place
 * @param {import("../../scene/network_layout.js").Note} at
 * @param {import("../../scene/network_layout.js").Note | null} second null: the line below
 */
function parameterText(scene, place, at, second) {
  const { frame, result, layout, frozen } = scene;
  const below = second ?? { ...at, y: at.y + (layout.density === "roomy" ? 14 : 12) };
  const updated = frame.updated.get(place);
  const updating = frame.arriving.has(place) && updated !== undefined;
  const changed = updated !== undefined && !frozen.has(place);
  const gradient = changed ? (updating ? 1 - frame.reveal : 0) : scene.shown(place);
  const merging = updating && changed ? frame.reveal : 0;
  const way = between(below, at, merging);
  const old = changed && (!updating || frame.reveal > 0);
  const digits = layout.density === "roomy" ? 4 : 3;
  return [
    svg`<text class="net-value${old ? " is-old" : ""}" x=${at.x} y=${at.y} text-anchor=${at.anchor}>${
      frozen.has(place) ? lockSpan() : ""
    }${signedNumberText(valueAt(result, place))}</text>`,
    gradient > 0
      ? svg`<text class="net-gradient" x=${below.x} y=${way.y} text-anchor=${below.anchor}
          opacity=${gradient}>${numberText(gradientAt(result, place), digits)}</text>`
      : "",
    changed
      ? svg`<text class="net-value is-new" x=${below.x} y=${below.y} text-anchor=${below.anchor}
          opacity=${updating ? frame.reveal : 1}>${signedNumberText(updated)}</text>`
      : "",
  ];
}

/** A frozen weight's mark, as a letter of its text so that both stay together. */
function lockSpan() {
  return svg`<tspan class="net-lock">⚿ </tspan>`;
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
