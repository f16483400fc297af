import { html, nothing, svg } from "lit";
import { numberText } from "../../kit/formula/number_text.js";
import { words } from "./neuron_words.js";

/** @typedef {import("./descending_weight.js").DescendingWeight} DescendingWeight */

const WIDTH = 340;
const HEIGHT = 210;
const ROW = 96;
const BACK = 148;
const PLACES = { input: 34, weight: 116, output: 200, loss: 300 };
const RADIUS = 20;

/**
 * The neuron as a wire, with values above it and gradients below it.
 * @param {DescendingWeight} descent
 */
export function wireView({ now, state }) {
  const { input, weight, output, loss } = PLACES;
  const label = words.wireLabel({
    input: numberText(state.input),
    weight: numberText(now.weight),
    output: numberText(now.output),
    target: numberText(state.target),
    loss: numberText(now.loss),
    slope: numberText(now.weight_gradient),
  });
  return html`<svg class="neuron-wire" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label=${label}>
    ${wire(input, output, "neuron-way-forward")} ${wire(output, loss, "neuron-way-forward")}
    ${
      state.bias === null
        ? nothing
        : svg`<path class="neuron-way-forward" d="M${output},40 V${ROW - RADIUS - 7}"></path>
      <path class="neuron-tip-forward" d="M${output},${ROW - RADIUS - 1} l-5,-8 h10 z"></path>`
    }
    <path class="neuron-way-target" d="M${loss},40 V${ROW - RADIUS - 4}"></path>
    <path class="neuron-way-back" d="M${loss},${ROW + RADIUS + 2} V${BACK} H${weight + 8}"></path>
    <path class="neuron-tip-back" d="M${weight},${BACK} l9,-5 v10 z"></path>
    ${unit(input, "x", state.input, "input", "forward")}
    ${unit(output, "ŷ", now.output, "output", "forward")}
    ${unit(loss, "E", now.loss, "loss", "loss")}
    ${tag(weight, ROW + 21, "w", now.weight, "weight", "ink")}
    ${state.bias === null ? nothing : tag(output, 30, "b", now.bias, "bias", "ink")}
    ${tag(loss, 30, "t", state.target, "target", "target")}
    ${gradient(weight, "w", now.weight_gradient, "gradient:weight")}
    ${gradient(output, "ŷ", now.output_gradient, "gradient:output")}
    ${state.bias === null ? nothing : biasGradient(now.bias_gradient)}
  </svg>`;
}

/**
 * @param {number} from
 * @param {number} to
 * @param {string} name
 */
const wire = (from, to, name) =>
  svg`<path class=${name} d="M${from + RADIUS},${ROW} H${to - RADIUS - 7}"></path>
    <path class="neuron-tip-forward" d="M${to - RADIUS - 1},${ROW} l-8,-5 v10 z"></path>`;

/**
 * @param {number} x
 * @param {string} symbol
 * @param {number} value
 * @param {string} place
 * @param {string} role
 */
const unit = (x, symbol, value, place, role) => svg`<g data-place=${place} data-value=${value}>
    <circle class="neuron-unit neuron-unit-${role}" cx=${x} cy=${ROW} r=${RADIUS}></circle>
    <text class="neuron-symbol" x=${x} y=${ROW + 5} text-anchor="middle">${symbol}</text>
    <text class="neuron-value neuron-text-${role}" x=${place === "input" ? x : x - RADIUS - 2} y=${ROW - RADIUS - 6}
      text-anchor=${place === "input" ? "middle" : "end"}>${numberText(value)}</text>
  </g>`;

/**
 * @param {number} x
 * @param {number} y
 * @param {string} symbol
 * @param {number} value
 * @param {string} place
 * @param {string} role
 */
const tag = (x, y, symbol, value, place, role) =>
  svg`<text class="neuron-value neuron-text-${role}" x=${x} y=${y} text-anchor="middle"
    data-place=${place} data-value=${value}><tspan class="neuron-symbol">${symbol}</tspan> = ${numberText(value)}</text>`;

/**
 * The gradient of the bias, which equals that of the output.
 * @param {number} value
 */
const biasGradient = (value) => svg`<g data-place="gradient:bias" data-value=${value}>
    <path class="neuron-way-back" d="M${PLACES.output + 9},${ROW - RADIUS - 6} V48"></path>
    <path class="neuron-tip-back" d="M${PLACES.output + 9},42 l-5,8 h10 z"></path>
    <text class="neuron-value neuron-text-backward" x=${PLACES.output - 12} y="52" text-anchor="end">
      <tspan class="neuron-symbol">∂E/∂b</tspan> = ${numberText(value)}</text>
  </g>`;

/**
 * @param {number} x
 * @param {string} symbol
 * @param {number} value
 * @param {string} place
 */
const gradient = (x, symbol, value, place) => svg`<g data-place=${place} data-value=${value}>
    <circle class="neuron-stop" cx=${x} cy=${BACK} r="3"></circle>
    <text class="neuron-value neuron-text-backward" x=${x} y=${BACK + 22} text-anchor="middle">
      <tspan class="neuron-symbol">∂E/∂${symbol}</tspan></text>
    <text class="neuron-value neuron-text-backward" x=${x} y=${BACK + 42} text-anchor="middle">${numberText(value)}</text>
  </g>`;
