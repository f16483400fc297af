import { html } from "lit";
import { formulaTemplate } from "./formula.js";

/**
 * Formulas that wrap: a line may end before an equals sign, and after each factor or term. What does not
 * fit into its line goes on in the next one, so that no number is ever cut.
 */

/** @import { Formula, FormulaPart } from "../../contract/messages.js" */

const BEFORE = /^\s*(=|\\approx|\\leftarrow|\\vdots)\s*/;
const AFTER = /^\s*(\\cdot|\\times|\\,|\+|, \\quad)\s*$/;
const NOTHING = { latex: "{}" };
const ROW_END = /\\\\\s*$/;
/** The frame of rows, and what aligns them; wrapped rows stand below each other without. */
const FRAME = /\\(begin|end)\{aligned\}|&|\\\\/g;

/** @param {Formula} formula */
export const wrappedFormula = ({ parts }) =>
  rowsOf(parts).map(
    (row) =>
      html`<span class="formula-row">${piecesOf(row).map(
        (piece) => html`<span class="formula-piece">${formulaTemplate(piece)}</span>`,
      )}</span>`,
  );

/** @param {FormulaPart[]} parts */
function rowsOf(parts) {
  /** @type {FormulaPart[][]} */
  const rows = [[]];
  for (const part of parts) {
    const latex = part.latex.replaceAll(FRAME, "");
    if (latex.trim() !== "") rows[rows.length - 1].push({ ...part, latex });
    if (ROW_END.test(part.latex)) rows.push([]);
  }
  return rows;
}

/**
 * The parts of a row that stay together. A part that opens a brace stays with those up to its end.
 * @param {FormulaPart[]} row
 * @returns {Formula[]}
 */
function piecesOf(row) {
  /** @type {FormulaPart[][]} */
  const pieces = [[]];
  let depth = 0;
  row.forEach((part, index) => {
    const mayBreak = BEFORE.test(part.latex) || (index > 0 && AFTER.test(row[index - 1].latex));
    if (depth === 0 && index > 0 && mayBreak) pieces.push([]);
    pieces[pieces.length - 1].push(part);
    depth += count(part.latex, "{") - count(part.latex, "}");
  });
  return pieces.map(spaced);
}

/**
 * A piece whose sign at an end has the space that signs have between two terms.
 * @param {FormulaPart[]} piece
 * @returns {Formula}
 */
function spaced(piece) {
  const before = BEFORE.test(piece[0].latex) ? [NOTHING] : [];
  const after = AFTER.test(piece[piece.length - 1].latex) ? [NOTHING] : [];
  const parts = [...before, ...piece, ...after];
  return { latex: parts.map(({ latex }) => latex).join(""), parts };
}

/**
 * @param {string} text
 * @param {string} letter
 */
const count = (text, letter) => text.split(letter).length - 1;
