import { html, nothing } from "lit";
import { allDigitsText } from "../kit/formula/number_text.js";
import { unitName, weightName, words } from "./drawing_words.js";
import { gradientAt, parameterPlaces, valueAt } from "./motion/trace_values.js";
import { placeAddress } from "./places.js";

/** @typedef {import("../contract/messages.js").WeightAddress} WeightAddress */
/** @typedef {import("./pass_messages.js").Pass} Pass */

/**
 * Every number of a pass with all its digits, as two tables: for readers who do not see the drawing, and
 * for checking a calculation by hand.
 * @param {object} options
 * @param {Pass} options.result
 * @param {number[]} [options.outputLosses] what each output adds to the loss
 */
export function valuesTable({ result, outputLosses = [] }) {
  const sizes = result.activations.map((units) => units.length);
  return html`
    <div class="values" tabindex="0" role="region" aria-label=${words.tables.units}>
    <table class="values-table">
      <caption>${words.tables.units}</caption>
      <thead>
        ${headings([words.tables.unit, words.preActivation, words.activation, words.errorSignal])}
      </thead>
      <tbody>
        ${sizes.flatMap((size, layer) =>
          Array.from({ length: size }, (_, unit) => unitRow(result, sizes, layer, unit)),
        )}
      </tbody>
    </table></div>
    <div class="values" tabindex="0" role="region" aria-label=${words.tables.inputs}>
    <table class="values-table">
      <caption>${words.tables.inputs}</caption>
      <thead>
        ${headings([words.tables.input, words.tables.value, words.gradient])}
      </thead>
      <tbody>
        ${result.input_gradients.map(
          (gradient, unit) => html`<tr>
            <th scope="row">${capital(unitName(sizes, 0, unit))}</th>
            <td>${allDigitsText(result.activations[0][unit])}</td>
            <td>${allDigitsText(gradient)}</td>
          </tr>`,
        )}
      </tbody>
    </table></div>
    <div class="values" tabindex="0" role="region" aria-label=${words.tables.weights}>
    <table class="values-table">
      <caption>${words.tables.weights}</caption>
      <thead>
        ${headings([words.tables.parameter, words.tables.value, words.gradient])}
      </thead>
      <tbody>
        ${parameterPlaces(result).map((place) => parameterRow(result, sizes, place))}
      </tbody>
    </table></div>
    <p class="values-loss">${capital(words.loss)} <b>${allDigitsText(result.loss)}</b></p>
    ${outputLosses.length > 1 ? outputLosses.map((loss, unit) => outputLossLine(sizes, unit, loss)) : nothing}`;
}

/**
 * @param {number[]} sizes
 * @param {number} unit an output
 * @param {number} loss its own
 */
const outputLossLine = (sizes, unit, loss) =>
  html`<p class="values-loss">${capital(words.loss)} of ${unitName(sizes, sizes.length - 1, unit)} <b>${allDigitsText(loss)}</b></p>`;

/** @param {string[]} titles */
function headings(titles) {
  return html`<tr>${titles.map((title) => html`<th scope="col">${capital(title)}</th>`)}</tr>`;
}

/**
 * @param {Pass} result
 * @param {number[]} sizes
 * @param {number} layer
 * @param {number} unit
 */
function unitRow(result, sizes, layer, unit) {
  const none = html`<td><span class="no-value">${words.tables.noValue}</span></td>`;
  const cell = (/** @type {string} */ place) =>
    html`<td>${allDigitsText(valueAt(result, place))}</td>`;
  const key = `${layer},${unit}`;
  return html`<tr>
    <th scope="row">${capital(unitName(sizes, layer, unit))}</th>
    ${layer === 0 ? none : cell(`pre:${key}`)}
    ${cell(`unit:${key}`)}
    ${layer === 0 ? none : cell(`error:${key}`)}
  </tr>`;
}

/**
 * @param {Pass} result
 * @param {number[]} sizes
 * @param {string} place of a weight or bias
 */
function parameterRow(result, sizes, place) {
  const address = /** @type {WeightAddress} */ (placeAddress(place));
  return html`<tr>
    <th scope="row">${capital(weightName(sizes, address))}</th>
    <td>${allDigitsText(valueAt(result, place))}</td>
    <td>${allDigitsText(gradientAt(result, place))}</td>
  </tr>`;
}

/** @param {string} text */
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
