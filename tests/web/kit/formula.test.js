import assert from "node:assert/strict";
import test from "node:test";
import { equationSides, equationTerms } from "../../../web/kit/formula/formula.js";

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
