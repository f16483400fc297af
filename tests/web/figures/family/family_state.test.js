import assert from "node:assert/strict";
import test from "node:test";
import { FamilyRuns } from "../../../../web/figures/family/family_runs.js";
import { familyMessage, withFamily } from "../../../../web/figures/family/family_state.js";
import { known, opening } from "./linked.js";

const result = (/** @type {object} */ fields) =>
  /** @type {any} */ ({
    kind: "family",
    recipe: "repaired",
    seed: 0,
    end: 1500,
    sweep: 1500,
    run: "the run",
    ...fields,
  });

test("a question hands back what is known of its run, and trains a slice more", () => {
  assert.deepEqual(familyMessage(opening, result({ sweep: 1500 })), {
    kind: "family",
    recipe: "repaired",
    seed: 0,
    sweeps: 1500,
    run: "the run",
  });
  assert.equal(familyMessage(opening, result({ sweep: 700 })).sweeps, 750);
  const anew = familyMessage({ ...opening, sweeps: 30 }, result({ sweep: 700 }));
  assert.deepEqual([anew.sweeps, anew.run], [30, undefined]);
  assert.equal(familyMessage(opening).sweeps, 50);
});

test("another recipe is shown as far as it is known, and never beyond its end", () => {
  const adam = withFamily(opening, { recipe: "adam" }, known).state;
  assert.deepEqual([adam.recipe, adam.sweeps], ["adam", 500]);
  const seeded = withFamily(opening, { seed: 3 }, known).state;
  assert.equal(seeded.sweeps, 0);
  assert.equal(withFamily(adam, { sweeps: 1500 }, known).state.sweeps, 500);
});

test("a person keeps the relation where there is somebody, else takes the first", () => {
  const arthur = withFamily(opening, { person: 2 }, known).state;
  assert.deepEqual([arthur.person, arthur.relation], [2, 0]);
  const both = withFamily(opening, { person: 2, relation: 1 }, known).state;
  assert.deepEqual([both.person, both.relation], [2, 1]);
  const { state, refused } = withFamily(opening, { relation: 5 }, known);
  assert.deepEqual([state.relation, refused.map(({ field }) => field)], [7, ["relation"]]);
});

test("every recorded run is there before Python, and counts as known once it is", async () => {
  const asked = /** @type {any[]} */ ([]);
  const host = /** @type {any} */ ({
    status: { kind: "recorded" },
    startPython() {},
    requestUpdate() {},
    changed() {},
    firstAnswerShown() {},
    ask: async (/** @type {any} */ message) => {
      asked.push(message);
      return result({ recipe: message.recipe, sweep: message.sweeps, run: "live" });
    },
  });
  const adam = result({ recipe: "adam", end: 500, sweep: 500, run: "adam's" });
  const message = /** @type {any} */ ({
    kind: "family",
    recipe: "repaired",
    seed: 0,
    sweeps: 1500,
  });
  const runs = new FamilyRuns(host, message, [result({}), adam]);
  await runs.show({ ...runs.state, recipe: "adam", sweeps: 500 });
  assert.equal(runs.result, adam);
  assert.equal(runs.waits, false);
  await runs.show({ ...runs.state, seed: 1, sweeps: 0 });
  assert.equal(runs.waits, true);

  host.status = { kind: "ready" };
  globalThis.requestAnimationFrame ??= (callback) => Number(setTimeout(() => callback(0)));
  await runs.show({ ...runs.state, seed: 0, sweeps: 500 });
  assert.deepEqual([asked[0].run, asked[0].sweeps], ["adam's", 500]);
  await runs.trainAnew(runs.state);
  assert.deepEqual([asked[1].run, asked[1].sweeps], [undefined, 50]);
  await runs.ask();
  assert.deepEqual([asked[2].run, asked[2].sweeps], ["live", 100]);
});
