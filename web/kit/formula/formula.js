import { html } from "lit";
import temml from "temml";

/**
 * Formulas as MathML. The engine sends LaTeX cut into parts; a part that speaks of a place in the
 * drawing becomes an element with that `data-place` and the colour of its role, so that hovering
 * either lights both.
 */

/** @typedef {import("../../contract/messages.js").Formula} Formula */
/** @typedef {import("../../contract/messages.js").FormulaPart} FormulaPart */

/** @typedef {import("lit").TemplateResult} TemplateResult */

/** Templates by LaTeX: the same formula is needed whenever a reader returns to its step. */
const templates = new Map();
const MOST_KEPT = 2000;
const EQUALS = /^\s*(=|\\approx)\s*$/;
const PLUS = /^\s*\+\s*$/;
/** Signs that join two. A minus without spaces belongs to what follows it. */
const JOINING_SIGN = /^( - |\s*(\+|\\cdot|\\odot)\s*)$/;
const MATRIX_BEGINS = /\\begin\{bmatrix\}/;
const MATRIX_ENDS = /\\end\{bmatrix\}/;
/**
 * The markup between the numbers of a formula, shared by all formulas that differ only in numbers. Where
 * one of them replaces another, Lit then changes only the numbers.
 * @type {Map<string, TemplateStringsArray>}
 */
const betweenNumbers = new Map();

/**
 * @param {Formula} formula
 * @param {boolean} [display] on a line of its own
 */
export function formulaTemplate(formula, display = false) {
  const latex = formula.parts.map(markedPart).join("");
  return mathML(latex, display);
}

/**
 * The sides of an equation, so that each may have a line of its own; all but the first begin with their
 * sign: `E`, `= ½ (ŷ − t)²`, `≈ 0.001`.
 * @param {Formula} formula
 * @returns {Formula[]}
 */
export function equationSides(formula) {
  return pieces(formula, (index) => EQUALS.test(formula.parts[index].latex));
}

/**
 * The sides of an equation, sums cut into their terms, so that a line may end after each. A term ends
 * with the plus sign that follows it.
 * @param {Formula} formula
 * @returns {Formula[]}
 */
export function equationTerms(formula) {
  const { parts } = formula;
  return pieces(
    formula,
    (index) => EQUALS.test(parts[index].latex) || PLUS.test(parts[index - 1].latex),
  );
}

/**
 * An equation of matrices, cut where a line may end: before an equals sign, after a sign that joins two
 * terms or factors, and between two matrices that are multiplied.
 * @param {Formula} formula
 * @returns {Formula[]}
 */
export function matrixPieces(formula) {
  const { parts } = formula;
  return pieces(formula, (index) => {
    const [before, { latex }] = [parts[index - 1].latex, parts[index]];
    const isProduct = MATRIX_ENDS.test(before) && MATRIX_BEGINS.test(latex);
    return isProduct || EQUALS.test(latex) || JOINING_SIGN.test(before);
  });
}

/**
 * @param {Formula} formula
 * @param {(index: number) => boolean} isFirst whether a new piece begins with this part;
 *   not asked for the first part
 * @returns {Formula[]}
 */
function pieces({ parts }, isFirst) {
  /** @type {FormulaPart[][]} */
  const cut = [];
  parts.forEach((part, index) => {
    if (index === 0 || isFirst(index)) cut.push([]);
    cut[cut.length - 1].push(part);
  });
  return cut.map((piece) => ({ latex: piece.map(({ latex }) => latex).join(""), parts: piece }));
}

/**
 * One symbol by itself, such as that of a weight.
 * @param {string} latex
 * @param {FormulaPart["role"]} [role]
 * @param {string} [place]
 */
export function symbolTemplate(latex, role, place) {
  return mathML(markedPart({ latex, role, place }), false);
}

/**
 * A part with its role and place as class names, which Temml copies into its markup.
 * @param {FormulaPart} part
 */
function markedPart({ latex, place, role }) {
  if (!place && !role) return latex;
  return `\\class{term ${role ?? "plain"} ${place ?? ""}}{${latex}}`;
}

/**
 * @param {string} latex
 * @param {boolean} display
 * @returns {TemplateResult}
 */
function mathML(latex, display) {
  const key = `${display}${latex}`;
  let template = templates.get(key);
  if (template === undefined) {
    if (templates.size >= MOST_KEPT) {
      templates.clear();
      betweenNumbers.clear();
    }
    template = numbersInPlace(markupOf(latex, display));
    templates.set(key, template);
  }
  return template;
}

/**
 * @param {string} latex
 * @param {boolean} display
 */
function markupOf(latex, display) {
  return (
    temml
      .renderToString(latex, { trust: true, throwOnError: true, displayMode: display })
      // A strict content security policy refuses style attributes; our style sheet has the rules.
      .replaceAll(/ style="[^"]*"/g, "")
      // Two indices in a row are read one after the other: "w one two", not "w twelve".
      .replaceAll(
        /(<msub(?:sup)?><mi>[uw]<\/mi>)<mn>(\d)(\d)<\/mn>/g,
        "$1<mrow><mn>$2</mn><mn>$3</mn></mrow>",
      )
      // The font draws the prime raised; as a superscript it would be raised twice.
      .replaceAll(
        /<msup>(<m\w+>[^<]*<\/m\w+>)(<mo [^>]*class="tml-prime">′<\/mo>)<\/msup>/g,
        "<mrow>$1$2</mrow>",
      )
      // The sign goes into the number's element, so that both change together.
      .replaceAll(/<mo form="prefix"[^>]*>−<\/mo><mn>/g, "<mn>−")
      .replaceAll(/<mrow( class="term[^>]*")?><mn>([^<]*)<\/mn><\/mrow>/g, "<mn$1>$2</mn>")
      .replaceAll(/class="term ([^\s"]+) ?([^\s"]*)"/g, 'class="term role-$1" data-place="$2"')
  );
}

/**
 * Markup as a template in which the text of every number is a value.
 * @param {string} markup
 */
function numbersInPlace(markup) {
  const pieces = markup.split(/(?<=<mn(?: [^>]*)?>)([−\d.,]+)(?=<\/mn>)/);
  const between = pieces.filter((_, index) => index % 2 === 0);
  const key = between.join("\0");
  const strings = betweenNumbers.get(key) ?? Object.assign(between, { raw: between });
  betweenNumbers.set(key, /** @type {any} */ (strings));
  return html(strings, ...pieces.filter((_, index) => index % 2 === 1));
}
