import { html, nothing } from "lit";
import { equationSides, symbolTemplate } from "../../kit/formula/formula.js";
import { numberText } from "../../kit/formula/number_text.js";
import { wrappedFormula } from "../../kit/formula/wrapped_formula.js";
import { words } from "./paths_words.js";

/** @import { PathFactor, PathsResult, PathStage, PathTerm, SharedTail } from "./paths_messages.js" */

/**
 * The sum of a stage: a product on each line, its factors shown for the one that is looked at.
 * @param {PathsResult} result
 * @param {PathStage} stage
 * @param {number} active
 * @param {(path: number) => void} choose
 */
export function pathTerms({ gradient, symbol, name }, { terms }, active, choose) {
  return html`<ol class="plain-list paths-terms" aria-label=${words.terms}>
      ${terms.map((term, index) => termLine(term, index, index === active, choose))}
    </ol>
    <div class="paths-sum" data-gradient=${gradient}>
      <span>${words.sum}</span>
      <span>${symbolTemplate(`\\frac{\\partial E}{\\partial ${symbol}}`, "backward")}
        <span class="unseen">${words.sumOf(name)}</span></span>
      <b class="number">${numberText(gradient)}</b>
    </div>`;
}

/**
 * @param {PathTerm} term
 * @param {number} index
 * @param {boolean} isActive
 * @param {(path: number) => void} choose
 */
function termLine(term, index, isActive, choose) {
  return html`<li class="paths-term" data-path=${index} data-value=${term.product}>
    <button class="paths-choose in-picture" aria-pressed=${isActive} @click=${() => choose(index)}>
      <span class="paths-which">${words.term(index + 1, term.path_count)}</span>
      <span class="paths-way">${term.name}</span>
      <span class="number">${numberText(term.product)}</span>
    </button>
    ${isActive ? html`<div class="paths-factors">${term.factors.map(factorChip)}</div>` : nothing}
  </li>`;
}

/**
 * @param {PathFactor} factor
 * @param {number} index
 */
const factorChip = ({ symbol, role, place, value, meaning }, index) => html`${
  index > 0 ? html`<span class="paths-times" aria-hidden="true">·</span>` : nothing
}<span class="paths-factor" data-factor data-value=${value} data-place=${place} title=${meaning}>
    ${symbolTemplate(symbol, role)}
    <span class="number">${bracketed(value)}</span>
    <span class="unseen">${meaning}</span>
  </span>`;

/**
 * A number as it stands in a product.
 * @param {number} value
 */
const bracketed = (value) => (value < 0 ? `(${numberText(value)})` : numberText(value));

/**
 * The δs that a stage adds, each with the sum that it stands for.
 * @param {SharedTail[]} tails
 */
export function sharedTails(tails) {
  if (tails.length === 0) return nothing;
  return html`<section class="box paths-tails" role="group" aria-label=${words.tails}>
    <h3 class="minor">${words.tails}</h3>
    ${tails.map(
      ({ formula, substituted, place, value }) => html`<div class="paths-tail" data-place=${place}
        data-value=${value}>
        <div>${wrappedFormula(formula)}</div>
        <div class="paths-numbers">${equationSides(substituted)
          .slice(1)
          .map((side) => wrappedFormula(side))}</div>
      </div>`,
    )}
  </section>`;
}
