import { svg } from "lit";
import { between, pointOnLine } from "../../scene/edge_geometry.js";
import { valueAt } from "../../scene/trace_values.js";
import { numberText } from "../number_text.js";
import { numberSpans, numberWidth } from "./number_marks.js";

/** @typedef {import("./drawing.js").Scene} Scene */
/** @typedef {import("../../contract/messages.js").Place} Place */
/** @typedef {import("../../scene/edge_geometry.js").Point} Point */
/** @typedef {import("../../scene/network_layout.js").NetworkLayout} NetworkLayout */
/** @typedef {import("../../scene/network_motion.js").Traveller} Traveller */

const HEIGHT = 20;
const SIZE = 12;

/** Two values that meet at a weight come to stand one above the other. */
const MEETING = { forward: -12, backward: 12, target: 0 };

/**
 * The values on their way: small tags, each with its number.
 * @param {Scene} scene
 */
export function travellerMarks({ layout, result, frame }) {
  return svg`<g class="net-travellers" aria-hidden="true">${frame.travellers.map((traveller) => {
    const point = pointOf(layout, traveller);
    const apart =
      traveller.along === traveller.to ? MEETING[traveller.role] * traveller.progress : 0;
    const value = traveller.carries ? valueAt(result, traveller.carries) : traveller.value;
    const text = numberText(value ?? Number.NaN, layout.noteDigits);
    const width = 14 + numberWidth(text, SIZE);
    const x = Math.max(width / 2, Math.min(layout.width - width / 2, point.x));
    return svg`<g class="net-traveller role-${traveller.role}"
        transform="translate(${x.toFixed(2)} ${(point.y + apart).toFixed(2)})">
      <rect x=${-width / 2} y=${-HEIGHT / 2} width=${width} height=${HEIGHT} rx="10"></rect>
      <text y="4.3" font-size=${SIZE} text-anchor="middle">${numberSpans(text)}</text>
    </g>`;
  })}</g>`;
}

/**
 * @param {NetworkLayout} layout
 * @param {Traveller} traveller
 * @returns {Point}
 */
function pointOf(layout, { from, to, along, progress }) {
  const edge = layout.edges.find(({ place }) => place === along);
  if (edge) {
    const fractionOf = (/** @type {Place} */ place) =>
      place === edge.from ? 0 : place === edge.to ? 1 : edge.labelFraction;
    const [start, end] = [fractionOf(from), fractionOf(to)];
    return pointOnLine(edge, start + (end - start) * progress);
  }
  const link = layout.links.find((one) => one.from === (to === "loss" ? from : to));
  if (link) return pointOnLine(link.line, to === "loss" ? progress : 1 - progress);
  const bias = layout.biases.find(({ place }) => place === from || place === to);
  if (bias) return pointOnLine(bias.line, bias.place === from ? progress : 1 - progress);
  return between(centre(layout, from), centre(layout, to), progress);
}

/**
 * @param {NetworkLayout} layout
 * @param {Place} place
 * @returns {Point}
 */
function centre({ units, targets, loss }, place) {
  return [...units, ...targets].find((one) => one.place === place) ?? loss;
}
