import { html, svg } from "lit";
import { networkLayout } from "../../drawing/layout/network_layout.js";
import { numberText } from "../../kit/formula/number_text.js";
import { words } from "./code_words.js";

/** @import { JudgedNumber } from "./code_messages.js" */

const LINE = 14;
const LETTERS = { input: "x", hidden: "a", output: "ŷ" };

/**
 * The network of the first check: at each weight and bias the gradient that the program gives, and below a
 * wrong one what should stand there.
 * @param {number[]} layerSizes
 * @param {number} width px
 * @param {JudgedNumber[]} numbers empty before the first run
 */
export function gradientDrawing(layerSizes, width, numbers) {
  const layout = networkLayout({ layerSizes, useBiases: true, width, narrow: false });
  const right = Math.max(...layout.units.map(({ x, radius }) => x + radius)) + 70;
  const count = {
    right: numbers.filter(({ state }) => state === "right").length,
    of: numbers.length,
  };
  const at = (/** @type {string} */ place) => numbers.find((number) => number.place === place);
  return html`<div class="program-network-frame" tabindex="0" role="region" aria-label=${words.network}>
  <svg class="program-network" viewBox="0 0 ${right} ${layout.height}" role="img"
    aria-label=${words.drawing(count)}>
    ${layout.edges.map(({ from, to, layer, source, target, labelX, labelY }) => {
      const [start, end] = [from, to].map((place) =>
        layout.units.find((unit) => unit.place === place),
      );
      const number = at(`weights:${layer},${source},${target}`);
      return svg`<line class=${lineClass(number)} x1=${start?.x} y1=${start?.y} x2=${end?.x} y2=${end?.y}></line>
        ${label(number, labelX, labelY, "middle")}`;
    })}
    ${layout.biases.map(({ layer, target, x, y, size, gradient }) => {
      const number = at(`biases:${layer},${target}`);
      return svg`<rect class="program-bias" x=${x - size / 2} y=${y - size / 2} width=${size} height=${size}></rect>
        ${label(number, gradient.x, y, "start")}`;
    })}
    ${layout.units.map(
      ({ x, y, radius, kind, index }) =>
        svg`<circle class="program-unit" cx=${x} cy=${y} r=${radius * 0.7}></circle>
        <text class="program-letter" x=${x} y=${y + 5} text-anchor="middle">${LETTERS[kind]}<tspan dy="4">${index + 1}</tspan></text>`,
    )}
  </svg></div>`;
}

/** @param {JudgedNumber | undefined} number */
const lineClass = (number) => `program-line program-${number?.state ?? "missing"}`;

/**
 * @param {JudgedNumber | undefined} number
 * @param {number} x
 * @param {number} y
 * @param {"start" | "middle"} anchor
 */
function label(number, x, y, anchor) {
  if (!number)
    return svg`<text class="program-label" x=${x} y=${y + 4} text-anchor=${anchor}>?</text>`;
  const { state, given, expected } = number;
  if (state === "right") {
    return svg`<text class="program-label program-right" x=${x} y=${y + 4} text-anchor=${anchor}>${numberText(expected, 3)} ✓</text>`;
  }
  const shown = given === null ? words.missing : numberText(given, 3);
  return svg`<text class="program-label program-wrong" x=${x} y=${y + 4 - LINE / 2} text-anchor=${anchor}>${shown} ✗</text>
    <text class="program-label" x=${x} y=${y + 4 + LINE / 2} text-anchor=${anchor}>${numberText(expected, 3)}</text>`;
}
