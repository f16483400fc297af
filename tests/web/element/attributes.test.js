import assert from "node:assert/strict";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { oneFigureModules } from "../../../scripts/building/one_figure.js";
import { isSet } from "../../../web/element/attributes/attributes.js";
import { bringKinds, broughtFigures } from "../../../web/figures/brought_kinds.js";
import { figureNames, kinds } from "../../../web/figures/figure_kinds.js";

test("the package has each figure alone", () => {
  const { entries } = oneFigureModules(fileURLToPath(new URL("../../../web", import.meta.url)));
  assert.deepEqual(
    Object.keys(entries),
    figureNames.map((name) => `only/${name}`),
  );
});

test("what is brought is known, and the network is meant where nothing is said", () => {
  bringKinds({ xor: kinds.xor });
  assert.deepEqual(broughtFigures(), ["xor"]);
  bringKinds({ slope: kinds.slope, network: kinds.network });
  assert.deepEqual(broughtFigures(), ["network", "xor", "slope"]);
});

test("a flag is set by its being there, and not by the word false", () => {
  assert.deepEqual([null, "", "true", "false"].map(isSet), [false, true, true, false]);
});
