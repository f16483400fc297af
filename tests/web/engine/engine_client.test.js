import assert from "node:assert/strict";
import test from "node:test";
import { EngineClient, superseded } from "../../../web/engine/client.js";
import { deadlines } from "../../../web/engine/deadlines.js";
import { sharedEngine } from "../../../web/engine/site.js";
import { like, reached, staged, standing } from "./engine_stage.js";

/** @param {string} stage */
const at = (stage) => (/** @type {any} */ status) => status.stage === stage;

test("nothing runs until somebody asks for it", (t) => {
  const { client, workers } = staged(t);
  assert.deepEqual(client.status, { kind: "recorded" });
  assert.equal(workers.length, 0);
});

test("a start passes every stage in order, with bytes, and ends ready", async (t) => {
  const { client, seen } = staged(t);
  const ready = await client.whenReady();
  assert.equal(ready.versions.numpy, "2.4");
  assert.equal(ready.times.numpy, 4);
  const stages = seen.flatMap((status) => (status.kind === "loading" ? [status.stage] : []));
  assert.deepEqual([...new Set(stages)], ["check", "download", "interpreter", "numpy", "core"]);
  const download = /** @type {any} */ (seen.find((/** @type {any} */ s) => s.stage === "download"));
  assert.deepEqual([download.loaded, download.total], [10, 20]);
  assert.match(download.label, /\w/);
  assert.equal(seen.at(-1), ready);
});

test("starting twice makes one worker", async (t) => {
  const { client, workers } = staged(t);
  client.start();
  client.start();
  await client.whenReady();
  client.start();
  assert.equal(workers.length, 1);
});

test("a question asked before the start is answered after it, and no listener hears of it", async (t) => {
  const { client, seen } = staged(t);
  const result = await client.ask(like({ kind: "echo", x: [1, 2] }));
  assert.deepEqual(result, { kind: "echo", x: [1, 2], by: 1 });
  const kinds = seen.map((status) => status.kind).filter((kind) => kind !== "loading");
  assert.deepEqual(kinds, ["ready"]);
});

test("askers take turns, however much one of them has waiting", async (t) => {
  const { client } = staged(t);
  /** @type {string[]} */
  const order = [];
  /** @type {(from: string, n: number) => Promise<unknown>} */
  const ask = (from, n) =>
    client.ask(like({ kind: "echo" }), { from }).then(() => order.push(`${from}${n}`));
  await Promise.all([ask("a", 1), ask("a", 2), ask("a", 3), ask("b", 1), ask("c", 1), ask("b", 2)]);
  assert.deepEqual(order, ["a1", "b1", "c1", "a2", "b2", "a3"]);
});

test("what the reader can see is answered before what is out of sight, whoever asked first", async (t) => {
  const { client } = staged(t);
  /** @type {string[]} */
  const order = [];
  let isFarSeen = false;
  /** @type {(from: string, n: number, isSeen?: () => boolean) => Promise<unknown>} */
  const ask = (from, n, isSeen) =>
    client.ask(like({ kind: "echo" }), { from, isSeen }).then(() => {
      order.push(`${from}${n}`);
      // The reader scrolls on while Python answers.
      if (order.length === 3) isFarSeen = true;
    });
  const isFar = () => isFarSeen;
  await Promise.all([
    ask("far", 1, isFar),
    ask("hidden", 1, () => false),
    ask("near", 1),
    ask("near", 2),
    ask("near", 3),
    ask("far", 2, isFar),
  ]);
  assert.deepEqual(order, ["near1", "near2", "near3", "far1", "far2", "hidden1"]);
});

test("of waiting questions with one latest key only the newest is sent", async (t) => {
  const { client } = staged(t);
  /** @type {(x: number, from?: string) => Promise<any>} */
  const drag = (x, from = "slider") =>
    client.ask(like({ kind: "echo", x }), { from, latest: "drag" });
  const results = await Promise.all([drag(1), drag(2), drag(3), drag(9, "another")]);
  assert.deepEqual(results.slice(0, 2), [superseded, superseded]);
  assert.deepEqual([results[2].x, results[3].x], [3, 9]);
});

test("a question that was sent already is not superseded", async (t) => {
  const { client } = staged(t);
  await client.whenReady();
  const results = await Promise.all(
    [1, 2, 3].map((x) => client.ask(like({ kind: "echo", x }), { latest: "drag" })),
  );
  assert.deepEqual(
    results.map((/** @type {any} */ result) => result.x ?? result.kind),
    [1, "superseded", 3],
  );
});

test("an aborted question is taken back while it waits and dropped once it was sent", async (t) => {
  const { client } = staged(t);
  await client.whenReady();
  const stop = new AbortController();
  const sent = client.ask(like({ kind: "echo", n: 1 }), { signal: stop.signal });
  const waiting = client.ask(like({ kind: "throw" }), { signal: stop.signal });
  const after = client.ask(like({ kind: "echo", n: 3 }));
  stop.abort();
  await assert.rejects(sent, { name: "AbortError" });
  await assert.rejects(waiting, { name: "AbortError" });
  assert.equal(/** @type {any} */ (await after).n, 3);
  await assert.rejects(client.ask(like({ kind: "echo" }), { signal: stop.signal }), {
    name: "AbortError",
  });
});

test("a worker that does not answer by its deadline is replaced; waiting questions are not lost", async (t) => {
  const { client, clock, workers } = staged(t);
  await client.whenReady();
  const stuck = client.ask(like({ kind: "hang" }), { deadline: 1000 });
  const next = client.ask(like({ kind: "echo" }));
  assert.equal(client.status.kind, "ready");
  clock.turn(999);
  assert.equal(workers.length, 1);
  clock.turn(1);
  await assert.rejects(stuck, { name: "EngineError", code: "unresponsive" });
  assert.equal(client.status.kind, "loading");
  assert.equal(/** @type {any} */ (await next).by, 2);
});

test("a question that may be sent again is answered by the next worker", async (t) => {
  const { client, clock } = staged(t);
  await client.whenReady();
  const answer = client.ask(like({ kind: "hang in the first worker" }), { again: true });
  clock.turn(deadlines.answer);
  assert.equal(/** @type {any} */ (await answer).by, 2);
});

test("it is sent again only once", async (t) => {
  const { client, clock } = staged(t);
  await client.whenReady();
  const answer = client.ask(like({ kind: "hang" }), { again: true });
  clock.turn(deadlines.answer);
  await reached(client, (status) => status.kind === "ready");
  clock.turn(deadlines.answer);
  await assert.rejects(answer, { code: "unresponsive" });
});

test("a crash rejects the question and makes a new worker", async (t) => {
  const { client } = staged(t);
  await assert.rejects(client.ask(like({ kind: "crash" })), { code: "crashed", detail: "memory" });
  assert.equal(/** @type {any} */ (await client.ask(like({ kind: "echo" }))).by, 2);
});

test("an uncaught error in the worker is a crash", async (t) => {
  const { client } = staged(t);
  await assert.rejects(client.ask(like({ kind: "throw" })), {
    code: "crashed",
    detail: /a fault in the worker/,
  });
  assert.equal(/** @type {any} */ (await client.ask(like({ kind: "echo" }))).by, 2);
});

test("three losses in a row end in failed, and retry begins anew", async (t) => {
  const { client, workers } = staged(t);
  for (let loss = 0; loss < 3; loss += 1) {
    await assert.rejects(client.ask(like({ kind: "crash" })), { code: "crashed" });
  }
  const { status } = client;
  assert.ok(status.kind === "failed" && status.retry);
  assert.equal(status.reason, "crashed");
  assert.match(status.message, /\.$/);
  await assert.rejects(client.ask(like({ kind: "echo" })), { code: "crashed" });
  assert.equal(workers.length, 3);
  client.retry();
  assert.equal(/** @type {any} */ (await client.ask(like({ kind: "echo" }))).by, 4);
});

test("a download without a new byte for its deadline has stalled; bytes put it off", async (t) => {
  const { client, clock } = staged(t, ["stop at download", "well"]);
  client.start();
  await reached(client, at("download"));
  clock.turn(deadlines.download - 1);
  assert.equal(standing(client), "loading");
  const told = /** @type {any} */ (client).worker.worker;
  told.onmessage({ data: { type: "stage", stage: "download", loaded: 11, total: 20 } });
  clock.turn(deadlines.download - 1);
  assert.equal(standing(client), "loading");
  clock.turn(1);
  assert.equal(standing(client), "stalled");
  client.retry();
  await client.whenReady();
});

for (const stage of ["interpreter", "numpy", "core"]) {
  test(`a start that does not leave the stage ${stage} is unresponsive`, async (t) => {
    const { client, clock } = staged(t, [`stop at ${stage}`]);
    const waiting = client.ask(like({ kind: "echo" }));
    await reached(client, at(stage));
    clock.turn(45_000);
    assert.equal(standing(client), "unresponsive");
    await assert.rejects(waiting, { code: "unresponsive" });
  });
}

test("a worker that never says a word, or cannot be made, is no worker", async (t) => {
  const silent = staged(t, ["silent"]);
  silent.client.start();
  silent.clock.turn(deadlines.check);
  await new Promise(setImmediate);
  assert.equal(standing(silent.client), "loading", "another one is tried");
  silent.clock.turn(deadlines.check);
  await reached(silent.client, (status) => status.kind === "failed");
  assert.equal(silent.workers.length, 2);
  const refused = staged(t, ["refused"]);
  await assert.rejects(refused.client.whenReady(), { code: "no_worker" });
  assert.deepEqual([standing(silent.client), standing(refused.client)], ["no_worker", "no_worker"]);
});

test("a worker whose script is at fault has failed by the script's fault, unless it speaks after all", async (t) => {
  const missing = staged(t, ["silent"], async () => "not_found");
  missing.client.start();
  missing.clock.turn(deadlines.check);
  await assert.rejects(missing.client.whenReady(), { code: "not_found" });
  /** @type {(reason: string) => void} */
  let say = () => {};
  const late = staged(
    t,
    ["silent"],
    () =>
      new Promise((resolve) => {
        say = resolve;
      }),
  );
  late.client.start();
  late.clock.turn(deadlines.check);
  const told = /** @type {any} */ (late.client).worker.worker;
  told.onmessage({ data: { type: "stage", stage: "download", loaded: 1, total: 20 } });
  say("stalled");
  await Promise.resolve();
  assert.equal(standing(late.client), "loading");
});

test("what the worker says of its own failure reaches the reader with a sentence", async (t) => {
  const { client } = staged(t, ["corrupt", "well"]);
  await assert.rejects(client.whenReady(), { code: "corrupt", detail: "numpy.whl" });
  const { status } = client;
  assert.ok(status.kind === "failed" && status.message.length > 20 && status.retry);
  client.start();
  assert.equal(client.status, status, "only retry leaves a failure");
  client.retry();
  await client.whenReady();
});

test("a question that waits for a file keeps no other waiting, and is answered when the file is there", async (t) => {
  const { client } = staged(t);
  await client.whenReady();
  const made = client.ask(like({ kind: "needs a file" }));
  assert.equal(/** @type {any} */ (await client.ask(like({ kind: "echo" }))).kind, "echo");
  assert.equal(client.status.kind, "ready", "nothing is worked on");
  await client.ask(like({ kind: "the file comes" }));
  assert.deepEqual(await made, { kind: "needs a file", by: 1 });
});

test("a file that does not come is the answer to its question alone", async (t) => {
  const { client, clock } = staged(t);
  await client.whenReady();
  const made = client.ask(like({ kind: "needs a file" }));
  await client.ask(like({ kind: "echo" }));
  clock.turn(10 * deadlines.answer);
  assert.equal(client.status.kind, "ready", "no worker is lost over it");
  await client.ask(like({ kind: "the file does not come" }));
  assert.deepEqual(await made, { kind: "error" });
});

test("what waits for a file is asked of the next worker, taken back, or let go like any question", async (t) => {
  const { client } = staged(t);
  await client.whenReady();
  const stop = new AbortController();
  const forgotten = client.ask(like({ kind: "needs a file" }), { signal: stop.signal });
  await client.ask(like({ kind: "echo" }));
  stop.abort();
  await assert.rejects(forgotten, { name: "AbortError" });
  const made = client.ask(like({ kind: "needs a file" }));
  await client.ask(like({ kind: "echo" }));
  client.restart();
  await client.ask(like({ kind: "echo" }));
  await client.ask(like({ kind: "the file comes" }));
  assert.deepEqual(await made, { kind: "needs a file", by: 2 });
  client.restart();
  const lost = client.ask(like({ kind: "needs a file" }));
  await client.ask(like({ kind: "echo" }));
  client.dispose();
  await assert.rejects(lost, { code: "disposed" });
});

test("restart stops what runs at once and goes on with what waits", async (t) => {
  const { client } = staged(t);
  await client.whenReady();
  const long = client.ask(like({ kind: "hang" }));
  const next = client.ask(like({ kind: "echo" }));
  client.restart();
  await assert.rejects(long, { code: "restarted" });
  assert.equal(/** @type {any} */ (await next).by, 2);
});

test("a message that cannot be cloned harms only itself", async (t) => {
  const { client } = staged(t);
  await client.whenReady();
  const bad = client.ask(like({ kind: "echo", f: () => 1 }));
  const good = client.ask(like({ kind: "echo" }));
  await assert.rejects(bad, { name: "DataCloneError" });
  assert.equal(/** @type {any} */ (await good).by, 1);
});

test("disposal rejects every question and leaves no timer and no worker", async (t) => {
  const { client, clock, workers } = staged(t);
  await client.whenReady();
  const sent = client.ask(like({ kind: "hang" }));
  const waiting = client.ask(like({ kind: "echo" }));
  const ended = new Promise((resolve) => workers[0].on("exit", resolve));
  client.dispose();
  await assert.rejects(sent, { code: "disposed" });
  await assert.rejects(waiting, { code: "disposed" });
  assert.equal(clock.timers.size, 0);
  assert.deepEqual(client.status, { kind: "recorded" });
  await ended;
});

test("the engine ends when no figure has held it for ten seconds", async (t) => {
  const { client, clock } = staged(t);
  client.acquire();
  client.acquire();
  await client.whenReady();
  client.release();
  clock.turn(60_000);
  assert.equal(client.status.kind, "ready", "another figure holds it");
  client.release();
  clock.turn(9_999);
  assert.equal(client.status.kind, "ready");
  client.acquire();
  clock.turn(60_000);
  assert.equal(client.status.kind, "ready", "a figure came back in time");
  client.release();
  clock.turn(10_000);
  assert.equal(client.status.kind, "recorded");
  assert.equal(clock.timers.size, 0);
});

test("a listener that throws does not keep the others from hearing", async (t) => {
  const { client } = staged(t);
  /** @type {unknown[]} */
  const reported = [];
  const report = globalThis.reportError;
  globalThis.reportError = (error) => reported.push(error);
  t.after(() => {
    globalThis.reportError = report;
  });
  const end = client.subscribe(() => {
    throw new Error("a figure's fault");
  });
  let heard = 0;
  client.subscribe(() => {
    heard += 1;
  });
  client.start();
  end();
  assert.equal(heard, 1);
  assert.equal(reported.length, 1);
});

test("a page has one engine for a base URL, with or without the slash at its end", () => {
  const engine = sharedEngine("http://engine.test/site");
  assert.ok(engine instanceof EngineClient);
  assert.equal(sharedEngine(new URL("http://engine.test/site/")), engine);
  assert.notEqual(sharedEngine("http://engine.test/other/"), engine);
});
