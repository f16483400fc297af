import assert from "node:assert/strict";
import test from "node:test";
import { equationSides, equationTerms, matrixPieces } from "../../../web/kit/formula/formula.js";

const SUM = ["s", " = ", "a", " + ", "b", " \\approx ", "0.3"].map((latex) => ({ latex }));
const FORMULA = { latex: SUM.map(({ latex }) => latex).join(""), parts: SUM };
const cut = (/** @type {import("../../../web/kit/formula/formula.js").Formula[]} */ pieces) =>
  pieces.map(({ parts }) => parts.map(({ latex }) => latex));

test("the sides of an equation begin with their sign", () => {
  assert.deepEqual(cut(equationSides(FORMULA)), [
    ["s"],
    [" = ", "a", " + ", "b"],
    [" \\approx ", "0.3"],
  ]);
});

test("a summand ends with the sign that leads to the next", () => {
  assert.deepEqual(cut(equationTerms(FORMULA)), [
    ["s"],
    [" = ", "a", " + "],
    ["b"],
    [" \\approx ", "0.3"],
  ]);
});

test("an equation of matrices is cut between them, and no matrix is taken apart", () => {
  const [begin, and, end] = ["\\begin{bmatrix} ", " & ", " \\end{bmatrix}"];
  const row = (/** @type {string[]} */ ...numbers) => [
    begin,
    ...numbers.flatMap((number, index) => (index === 0 ? [number] : [and, number])),
    end,
  ];
  const pieces = [
    [...row("1", "2"), " - "],
    ["0.5", " \\cdot "],
    row("3", "4"),
    [" = ", "-", "2", " \\odot "],
    [" (", ...row("5")],
    [...row("6"), ")", " + "],
    row("7"),
  ];
  const parts = pieces.flat().map((latex) => ({ latex }));
  assert.deepEqual(cut(matrixPieces({ latex: "", parts })), pieces);
});
