import assert from "node:assert/strict";
import test from "node:test";
import {
  codeLink,
  codeMessage,
  codeState,
  withCodeFields,
} from "../../../../web/figures/code/code_state.js";

const opening = codeState({ kind: "code", task: "first" });
const tasks = ["first", "second"];

test("a program of any letters goes through a link", () => {
  for (const program of [
    "",
    "def f(δ):\n    return δ @ W.T  # ✓ 😀\n",
    "<script>alert(1)</script>",
  ]) {
    const written = codeLink.program.write(program);
    assert.match(String(written), /^[\w%!'()*~.-]*$/);
    assert.equal(codeLink.program.read("program", decodeURIComponent(String(written))), program);
  }
  assert.equal(codeLink.program.write(null), null);
});

test("what is no text is refused by name", () => {
  assert.throws(() => codeLink.program.read("program", "\ud800"), { field: "program" });
});

test("another task begins anew", () => {
  const { state: solved } = withCodeFields(
    opening,
    { program: "x", hints: 2, solution: true },
    tasks,
  );
  assert.deepEqual(solved, { task: "first", program: "x", hints: 2, solution: true });
  const { state } = withCodeFields(solved, { task: "second" }, tasks);
  assert.deepEqual(state, { task: "second", program: null, hints: 0, solution: false });
  const { state: linked } = withCodeFields(opening, { task: "second", program: "y" }, tasks);
  assert.deepEqual([linked.task, linked.program], ["second", "y"]);
  assert.deepEqual(codeMessage(linked), { kind: "code", task: "second" });
});

test("bad values are refused by the names of their fields, and change nothing", () => {
  const bad = { task: "third", program: "x".repeat(20_001), hints: 4, solution: 1 };
  const { state, refused } = withCodeFields(opening, bad, tasks);
  assert.deepEqual(state, opening);
  assert.deepEqual(
    refused.map(({ field }) => field),
    ["task", "program", "hints", "solution"],
  );
});
