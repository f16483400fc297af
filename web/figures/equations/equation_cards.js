import { html } from "lit";
import { formulaTemplate, matrixPieces, symbolTemplate } from "../../kit/formula/formula.js";
import { numberText } from "../../kit/formula/number_text.js";
import { wrappedFormula } from "../../kit/formula/wrapped_formula.js";
import { words } from "./equations_words.js";

/** @import { EquationsResult, RuleEquation, RuleSymbol } from "./equations_messages.js" */
/** @import { Formula } from "../../contract/messages.js" */

/**
 * The seven, in the order in which a step of training needs them.
 * @param {EquationsResult} result
 * @param {string} form
 * @param {(place: string) => void} choose a symbol was pressed
 */
export function equationCards({ equations }, form, choose) {
  return html`<ol class="plain-list equations-list" aria-label=${words.equations}>
    ${equations.map((equation, index) => card(equation, index === 0, form, choose))}
  </ol>`;
}

/**
 * An equation; its numbers are one press away, and those of the first are there.
 * @param {RuleEquation} equation
 * @param {boolean} isFirst
 * @param {string} form
 * @param {(place: string) => void} choose
 */
function card(equation, isFirst, form, choose) {
  const { title, sentence } = words.cards[equation.name];
  return html`<li class="equations-card" data-equation=${equation.name}>
    <h3 class="minor">${title}</h3>
    <p class="equations-sentence">${sentence}</p>
    <div class="equations-general">
      ${(form === "matrix" ? equation.matrix : equation.general).map(line)}
    </div>
    <details class="equations-numbers" ?open=${isFirst}>
      <summary>${words.inNumbers(form === "matrix" ? null : equation.subject)}</summary>
      ${form === "matrix" ? matrices(equation) : indices(equation, choose)}
    </details>
  </li>`;
}

/**
 * @param {RuleEquation} equation
 * @param {(place: string) => void} choose
 */
function indices({ examples, symbols, subject }, choose) {
  return html`<div class="equations-symbols" role="group" aria-label=${words.symbolsOf(subject)}
      @keydown=${moveAmongSymbols}>
      ${symbols.map((symbol, index) => chip(symbol, index === 0, choose))}
    </div>
    <div class="equations-here" role="group" aria-label=${subject}>
      ${examples.map(({ formula, substituted }) => [wrapped(formula), wrapped(substituted)])}
    </div>`;
}

/** @param {RuleEquation} equation */
function matrices({ matrix_numbers, name }) {
  return html`<div class="equations-here" tabindex="0" role="group" aria-label=${words.cards[name].title}>
      ${matrix_numbers.map(sides)}
    </div>`;
}

/** @param {Formula} formula */
const line = (formula) => html`<div class="equations-line">${formulaTemplate(formula)}</div>`;

/** @param {Formula} formula */
const wrapped = (formula) => html`<div class="equations-line">${wrappedFormula(formula)}</div>`;

/**
 * An equation of matrices: a line may end between two of them, and no matrix is taken apart.
 * @param {Formula} formula
 */
const sides = (formula) => html`<div class="equations-line equations-sides">
  ${matrixPieces(formula).map((piece) => html`<span>${formulaTemplate(piece)}</span>`)}
</div>`;

/**
 * @param {RuleSymbol} symbol
 * @param {boolean} isTabStop whether the tab key stops here
 * @param {(place: string) => void} choose
 */
function chip({ symbol, value, number, meaning }, isTabStop, choose) {
  const { latex, role, place = "" } = symbol;
  return html`<button class="equations-symbol in-picture" data-place=${place} data-value=${String(value)}
    tabindex=${isTabStop ? "0" : "-1"}
    @click=${() => choose(place)}>
    <span class="equations-value" aria-hidden="true">${symbolTemplate(latex, role, place)}
      <span class="equations-equals">=</span> ${symbolTemplate(number, role, place)}</span>
    <span class="equations-meaning">${meaning}<span class="unseen"> = ${numberText(value)}</span></span>
  </button>`;
}

/**
 * The symbols are one tab stop; arrow keys move from one to the next.
 * @param {KeyboardEvent} event
 */
function moveAmongSymbols(event) {
  const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  if (by === undefined) return;
  const group = /** @type {HTMLElement} */ (event.currentTarget);
  const symbols = /** @type {HTMLElement[]} */ ([...group.querySelectorAll("button")]);
  const at = symbols.indexOf(/** @type {HTMLElement} */ (event.target));
  const next = symbols[at + by];
  event.preventDefault();
  event.stopPropagation();
  next?.focus();
}
