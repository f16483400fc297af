import { svg } from "lit";
import { numberText, SUPERSCRIPTS } from "../../kit/formula/number_text.js";

/**
 * Numbers in the drawing. Their widths are estimated from the advances of the font, because the drawing is
 * also made by the build, where nothing can be measured.
 */

/** @typedef {import("../layout/network_layout.js").Note} Note */
/** @typedef {import("../layout/network_layout.js").NetworkLayout} NetworkLayout */

/**
 * Type sizes (px) of each density: weights, gradients and error signals, symbols, activations,
 * pre-activations.
 */
const TYPE = {
  roomy: { value: 13, note: 12, symbol: 18, activation: 14, pre: 11 },
  compact: { value: 12, note: 11, symbol: 16, activation: 11.5, pre: 10.5 },
  crowded: { value: 11, note: 10.5, symbol: 13, activation: 10.5, pre: 10 },
};

/** @param {NetworkLayout} layout */
export const typeSizes = ({ density }) => TYPE[density];

/** Advances (em) of the sans font with tabular figures. */
const NARROW = 0.3;
const FIGURE = 0.64;

/**
 * About how wide a number is.
 * @param {string} text
 * @param {number} size px
 */
export function numberWidth(text, size) {
  let ems = 0;
  for (const letter of text) ems += letter === "." || letter === " " ? NARROW : FIGURE;
  return ems * size;
}

/**
 * A number with as many significant digits as fit, up to `digits`.
 * @param {number} value
 * @param {{digits: number, size: number, width: number}} room
 */
export function fittingText(value, { digits, size, width }) {
  let text = numberText(value, digits);
  for (let fewer = digits - 1; fewer > 0 && numberWidth(text, size) > width; fewer--) {
    text = numberText(value, fewer);
  }
  return text;
}

/**
 * A number on a patch of the background's colour, which hides the line behind it.
 * @param {object} mark
 * @param {string} mark.text
 * @param {Note} mark.at
 * @param {number} mark.size px
 * @param {string} mark.kind class names
 * @param {number} [mark.opacity]
 * @param {boolean} [mark.joined] the patch reaches up to that of the number above
 */
export function numberMark({ text, at, size, kind, opacity = 1, joined = false }) {
  const width = numberWidth(text, size) + 6;
  const left = { start: at.x - 3, middle: at.x - width / 2, end: at.x + 3 - width }[at.anchor];
  const up = joined ? 5 : 0;
  return svg`<rect class="net-patch" x=${left} y=${at.y - size * 0.92 - up} width=${width}
      height=${size * 1.16 + up} rx="3" opacity=${opacity}></rect><text class=${kind} x=${at.x} y=${at.y}
      font-size=${size} text-anchor=${at.anchor} opacity=${opacity}>${numberSpans(text)}</text>`;
}

/**
 * The number with its power of ten raised, since the font has no superscript figures.
 * @param {string} text
 */
export function numberSpans(text) {
  const [plain, power] = text.split("×10");
  if (power === undefined) return text;
  const figures = [...power].map((letter) => (letter === "⁻" ? "−" : SUPERSCRIPTS.indexOf(letter)));
  return svg`${plain}×10<tspan class="net-power" dy="-4">${figures.join("")}</tspan>`;
}
