import assert from "node:assert/strict";
import test from "node:test";
import { FamilyStartsRun } from "../../../../web/figures/family/starts_run.js";

test("starts are asked for in slices that hand back what is known, each recipe by itself", async () => {
  const asked = /** @type {any[]} */ ([]);
  const spoken = /** @type {string[]} */ ([]);
  const host = /** @type {any} */ ({
    status: { kind: "ready" },
    visible: true,
    startPython() {},
    setBusy() {},
    requestUpdate() {},
    announce: (/** @type {string} */ sentence) => spoken.push(sentence),
    ask: async (/** @type {any} */ message) => {
      asked.push(message);
      const starts = [...message.starts, [100, 2, 0.9, 0.8, 0.7]];
      const done = starts.length === 2;
      return { ...message, starts, start: done ? null : "the next", done, sentence: "Both." };
    },
  });
  const recorded = /** @type {any} */ ({ recipe: "repaired", done: true, starts: [], start: null });
  const run = new FamilyStartsRun(host, [recorded]);
  run.run("adam");
  while (run.isRequested) await Promise.resolve();
  assert.deepEqual(
    asked.map(({ recipe, starts, start }) => [recipe, starts.length, start]),
    [
      ["adam", 0, null],
      ["adam", 1, "the next"],
    ],
  );
  assert.deepEqual(spoken, ["Both."]);
  assert.equal(run.results.get("repaired"), recorded);
  run.run("repaired");
  run.stop();
  assert.equal(run.results.get("repaired"), undefined); // begun anew
});
