import { svg } from "lit";
import { numberText } from "../../kit/formula/number_text.js";
import { pointOnLine } from "../layout/edge_geometry.js";
import { movementPath } from "../motion/movement_path.js";
import { valueAt } from "../motion/trace_values.js";
import { numberSpans, numberWidth } from "./number_marks.js";

/** @typedef {import("../drawing.js").Scene} Scene */

const HEIGHT = 20;
const SIZE = 12;

/** Two values that meet at a weight end up one above the other. */
const MEETING = { forward: -12, backward: 12, target: 0 };

/**
 * The values that move: small tags, each with its number.
 * @param {Scene} scene
 */
export function travellerMarks({ layout, result, frame }) {
  return svg`<g class="net-travellers" aria-hidden="true">${frame.travellers.map((traveller) => {
    const path = movementPath(layout, traveller);
    if (!path) return "";
    const way = path.start + (path.end - path.start) * traveller.progress;
    const point = pointOnLine(path.line, way);
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
