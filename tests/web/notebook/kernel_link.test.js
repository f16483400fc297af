import assert from "node:assert/strict";
import { test } from "node:test";
import { KernelLink, plain } from "../../../web/notebook/kernel_link.js";

/** A widget's model as anywidget gives it, and a kernel's side to speak from. */
function widget() {
  /** @type {Set<(content: object, buffers?: DataView[]) => void>} */
  const hearers = new Set();
  /** @type {any[]} */
  const sent = [];
  const model = {
    get: () => null,
    set: () => {},
    save_changes: () => {},
    send: (/** @type {object} */ content) => sent.push(content),
    on: (/** @type {string} */ _, /** @type {() => void} */ hear) => hearers.add(hear),
    off: (/** @type {string} */ _, /** @type {() => void} */ hear) => hearers.delete(hear),
  };
  /** @type {(content: object, buffers?: DataView[]) => void} */
  const say = (content, buffers) => {
    for (const hear of hearers) hear(content, buffers);
  };
  return { model, sent, say, hearers };
}

test("a message to the kernel is plain data, its arrays as lists", () => {
  const { model, sent } = widget();
  new KernelLink(model).postMessage({
    type: "ask",
    message: { parameters: Float64Array.of(1, 0.1), state: null, on: true, sizes: [2, [1]] },
  });
  const { link, ...said } = sent[0];
  assert.equal(typeof link, "string");
  assert.deepEqual(said, {
    type: "ask",
    message: { parameters: [1, 0.1], state: null, on: true, sizes: [2, [1]] },
  });
  assert.deepEqual(plain([Float64Array.of(3)]), [[3]]);
});

test("arrays that travel beside an answer stand in it as they were", () => {
  const { model, sent, say } = widget();
  const link = new KernelLink(model);
  /** @type {any[]} */
  const heard = [];
  link.onmessage = ({ data }) => heard.push(data);
  link.postMessage({ type: "ask" });
  const bytes = new Float64Array([0, 1, 2, 3]).buffer;
  say(
    {
      type: "answer",
      link: sent[0].link,
      result: { kind: "train", surface: { resolution: 1 } },
      arrays: [
        ["result", "losses"],
        ["result", "surface", "values"],
      ],
    },
    [new DataView(bytes, 8, 16), new DataView(bytes, 24, 8)],
  );
  assert.deepEqual(heard, [
    {
      type: "answer",
      result: {
        kind: "train",
        losses: Float64Array.of(1, 2),
        surface: { resolution: 1, values: Float64Array.of(3) },
      },
    },
  ]);
});

test("of two links to one kernel each hears its own answers, and none once it has ended", () => {
  const { model, sent, say, hearers } = widget();
  const links = [new KernelLink(model), new KernelLink(model)];
  /** @type {string[]} */
  const heard = [];
  for (const [index, link] of links.entries()) {
    link.onmessage = ({ data }) => heard.push(`${index} ${data.type}`);
    link.postMessage({ type: "start" });
  }
  say({ type: "ready", link: sent[1].link });
  say({ type: "file", name: "recorded/xor.json" });
  assert.deepEqual(heard, ["1 ready"]);
  links[1].terminate();
  say({ type: "answer", link: sent[1].link });
  assert.deepEqual(heard, ["1 ready"]);
  assert.equal(hearers.size, 1);
});
