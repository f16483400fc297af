import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { weightPlace } from "../../../drawing/places.js";
import { checkbox } from "../../../kit/fields/checkbox.js";
import { equationSides, formulaTemplate, symbolTemplate } from "../../../kit/formula/formula.js";
import { allDigitsText, numberText } from "../../../kit/formula/number_text.js";
import { wrappedFormula } from "../../../kit/formula/wrapped_formula.js";
import { words } from "../network_figure_words.js";

/** @typedef {import("./chain_rule_messages.js").Explanation} Explanation */
/** @typedef {import("./chain_rule_messages.js").Factor} Factor */
/** @typedef {import("./chain_rule_messages.js").WeightPath} WeightPath */

/**
 * The chain rule of one weight: its gradient as a product in symbols and in numbers, with every factor
 * named, the paths where there are several, and an estimate of the same number without calculus.
 * @param {object} panel
 * @param {Explanation | null} panel.explanation
 * @param {boolean} panel.isFrozen
 * @param {import("../../../kit/fields/number_fields.js").NumberFields} panel.fields
 * @param {() => void} panel.close
 * @param {() => void} panel.freeze
 * @param {import("../prediction/prediction.js").Prediction} panel.prediction
 */
export function chainRulePanel({ explanation, isFrozen, fields, close, freeze, prediction }) {
  if (!explanation) {
    return html`<section class="box panel" role="group" tabindex="-1" data-part="chain-rule" aria-label=${words.chainRule}>
      <h3>${words.chainRule}</h3>
      <p class="soft">${words.choose}</p>
      ${prediction.checkbox()}
    </section>`;
  }
  const { gradient, symbol, name, weight, value } = explanation;
  return html`
    <section class="box panel" role="group" tabindex="-1" data-part="chain-rule" data-gradient=${prediction.isAsking ? nothing : gradient}
      data-weight-shown=${weightPlace(weight)} aria-label="${words.chainRule}: ${name}">
      <header>
        <h3>${gradientSymbol(symbol)} <span>${name}</span></h3>
        <button class="button quiet close" @click=${close}>${words.close}</button>
      </header>
      <div class="hand">
        ${fields.template({
          field: "weight",
          label: words.weightValue,
          value,
          place: weightPlace(weight),
        })}
        <input class="range" type="range" min="-4" max="4" step="0.01" .value=${live(String(value))}
          value=${value} aria-label=${words.dragWeight} @input=${(/** @type {Event} */ event) =>
            fields.tryText("weight", /** @type {HTMLInputElement} */ (event.target).value)} />
        ${checkbox(words.freeze, isFrozen, freeze)}
      </div>
      ${prediction.checkbox()} ${prediction.template()}
      ${prediction.isAsking ? nothing : derivation(explanation)}
    </section>`;
}

/**
 * How the gradient comes about.
 * @param {Explanation} explanation
 */
function derivation(explanation) {
  return html`${products(explanation)}
    <p class="meaning">${explanation.sentence}</p>
    <h4>${words.factors}</h4>
    ${factorTable(explanation.factors, explanation.gradient)}
    ${paths(explanation)}
    ${finiteDifference(explanation)}`;
}

/**
 * The product in symbols, in numbers, and its value, one below the other.
 * @param {Explanation} explanation
 */
function products({ formula, substituted }) {
  const [left, ...symbols] = equationSides(formula);
  const [, ...numbers] = equationSides(substituted);
  return html`<div class="products formula" role="group" aria-label=${words.productsLabel}>
    <span>${formulaTemplate(left)}</span>
    ${[...symbols, ...numbers].map((side) => html`<span class="side">${wrappedFormula(side)}</span>`)}
  </div>`;
}

/** @param {string} symbol LaTeX of a weight */
const gradientSymbol = (symbol) =>
  symbolTemplate(`\\frac{\\partial E}{\\partial ${symbol}}`, "backward");

/**
 * @param {Factor[]} factors
 * @param {number} gradient
 */
function factorTable(factors, gradient) {
  return html`<table class="factors">
    <caption class="unseen">${words.factors}</caption>
    <thead>
      <tr>${words.factorColumns.map((name) => html`<th scope="col"><span class="unseen">${name}</span></th>`)}</tr>
    </thead>
    <tbody>
      ${factors.map(
        (
          factor,
        ) => html`<tr data-factor data-value=${factor.value} data-place=${factor.place} tabindex="0">
          <td>${symbolTemplate(factor.symbol, factor.role)}</td>
          <td class="number">${numberText(factor.value)}</td>
          <th scope="row">${factor.meaning}</th>
        </tr>`,
      )}
    </tbody>
    <tfoot>
      <tr>
        <td>=</td>
        <td class="number">${numberText(gradient)}</td>
        <th scope="row">${words.product}</th>
      </tr>
    </tfoot>
  </table>`;
}

/** @param {Explanation} explanation */
function paths({ paths: list, path_count: count, shared, gradient }) {
  if (count < 2) return nothing;
  return html`<details class="paths">
    <summary>${words.paths(count)}</summary>
    <table>
      <caption class="unseen">${words.paths(count)}</caption>
      <tbody>
        ${list.map(
          (path, index) => html`<tr data-path data-value=${path.product}>
            <th scope="row">${words.path} ${index + 1}</th>
            <td>${pathProduct(path)}</td>
            <td class="number">${numberText(path.product)}</td>
          </tr>`,
        )}
      </tbody>
      <tfoot>
        <tr><th scope="row">Σ</th><td>${words.pathsSum}</td>
          <td class="number">${numberText(gradient)}</td></tr>
      </tfoot>
    </table>
    ${list.length < count ? html`<p class="soft">${words.pathsCut(list.length, count)}</p>` : nothing}
    <h4>${words.shared}</h4>
    <div class="formula">${wrappedFormula(shared.formula)}</div>
    <div class="formula numbers">${wrappedFormula(shared.substituted)}</div>
    <p>${shared.sentence}</p>
  </details>`;
}

/** @param {WeightPath} path */
const pathProduct = ({ factors }) => html`<span class="formula">
  ${factors.map(
    ({ symbol, role, place }, index) =>
      html`${index > 0 ? html`<span class="dot">·</span>` : nothing}${symbolTemplate(symbol, role, place)}`,
  )}
</span>`;

/** @param {Explanation} explanation */
function finiteDifference(explanation) {
  const {
    finite_difference: estimate,
    agreeing_digits: digits,
    check_sentence: sentence,
  } = explanation;
  const [same, rest] = splitDigits(estimate, digits);
  return html`<div class="estimate" data-part="finite-difference" data-value=${estimate}
    data-agreeing-digits=${digits}>
    <h4>${words.check}</h4>
    <p><span class="number"><b>${same}</b>${rest}</span> ${sentence}</p>
  </div>`;
}

/**
 * A number's text, cut after some of its significant digits.
 * @param {number} value
 * @param {number} digits
 */
function splitDigits(value, digits) {
  const text = allDigitsText(value);
  let seen = 0;
  let end = 0;
  while (end < text.length && seen < digits && text[end] !== "×") {
    if (/[1-9]/.test(text[end]) || (seen > 0 && text[end] === "0")) seen += 1;
    end += 1;
  }
  return [text.slice(0, end), text.slice(end)];
}
