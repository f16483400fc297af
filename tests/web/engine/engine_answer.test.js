// The border between Python and plain data, in the real interpreter: npm's Pyodide under Node.

import assert from "node:assert/strict";
import test from "node:test";
import { loadPyodide } from "pyodide";
import { answer, PythonCrash } from "../../../web/engine/worker/answer.js";

const pyodide = await loadPyodide({ convertNullToNone: true });

/** @param {string} body of a function of `message` and `arrays` */
function handleThat(body) {
  const scope = pyodide.globals.get("dict")();
  const lines = body.split("\n").map((line) => `    ${line}`);
  pyodide.runPython(`def handle(message, arrays=False):\n${lines.join("\n")}`, { globals: scope });
  return scope.get("handle");
}

test("a message arrives as dicts, lists, numbers and None, never as something of JavaScript's", () => {
  const handle = handleThat(
    "return {'seen': repr(message), 'arrays': arrays, 'type': type(message['a'][1]).__name__}",
  );
  const message = { a: [1, null, { b: true }], text: "δ", x: 0.1 };
  assert.deepEqual(answer(pyodide, handle, message).result, {
    seen: "{'a': [1, None, {'b': True}], 'text': 'δ', 'x': 0.1}",
    arrays: true,
    type: "NoneType",
  });
});

test("a result arrives as plain objects, with null where Python has None", () => {
  const handle = handleThat("return {'a': None, 'b': [None, 1.5, {'c': (1, None)}], 'd': True}");
  const { result } = answer(pyodide, handle, {});
  assert.deepEqual(result, { a: null, b: [null, 1.5, { c: [1, null] }], d: true });
  assert.deepEqual(structuredClone(result), result);
});

test("an array arrives as a typed array of its own memory, which is handed over", () => {
  const handle = handleThat(
    "import array\nreturn {'values': array.array('d', [0.25, -1.0]), 'deep': [array.array('d', [3.0])]}",
  );
  const first = answer(pyodide, handle, {});
  const { values, deep } = /** @type {any} */ (first.result);
  assert.ok(values instanceof Float64Array);
  assert.deepEqual([...values, ...deep[0]], [0.25, -1, 3]);
  assert.deepEqual(first.transfer, new Set([values.buffer, deep[0].buffer]));
  assert.equal(values.buffer.byteLength, 16);
  values[0] = 9;
  const second = /** @type {any} */ (answer(pyodide, handle, {}).result);
  assert.equal(second.values[0], 0.25);
});

test("an exception in Python is an error result, and the next message is answered", () => {
  const handle = handleThat("if message: raise ValueError('secret')\nreturn {'kind': 'fine'}");
  const { result } = answer(pyodide, handle, { a: 1 });
  assert.deepEqual(result, {
    kind: "error",
    code: "internal",
    message: "The core failed on this request (ValueError); please report it.",
    field: null,
  });
  assert.deepEqual(answer(pyodide, handle, {}).result, { kind: "fine" });
});

test("a result that has no plain form is an error result too", () => {
  const { result } = answer(pyodide, handleThat("return {'f': handle, 'o': object()}"), {});
  assert.deepEqual([result.kind, /** @type {any} */ (result).code], ["error", "internal"]);
});

for (const message of [undefined, null, 3, "text", [], new Float64Array([1, 2])]) {
  test(`a message that is ${JSON.stringify(message)} reaches the core, which refuses it itself`, () => {
    const handle = handleThat("return {'type': type(message).__name__}");
    const { result } = answer(pyodide, handle, message);
    assert.match(/** @type {any} */ (result).type, /^(NoneType|int|str|list|memoryview)$/);
  });
}

test("no proxy is left behind, whatever the outcome", () => {
  const handle = handleThat(
    "import gc\nif message.get('fail'): raise ValueError\nreturn {'n': len(gc.get_referrers(message))}",
  );
  pyodide.runPython("import gc; gc.collect()");
  const count = () => Number(pyodide.runPython("gc.collect(); len(gc.get_objects())"));
  answer(pyodide, handle, { a: [1] });
  const before = count();
  for (let turn = 0; turn < 200; turn += 1) answer(pyodide, handle, { a: [1], fail: turn % 2 });
  assert.ok(count() - before < 20, "objects pile up");
});

test("a dead interpreter is a crash, not a result", async (t) => {
  const dying = await loadPyodide();
  dying.runPython(`
from _pyodide_core import trigger_fatal_error
def handle(message, arrays=False):
    if message: trigger_fatal_error()
    return {"kind": "fine"}
`);
  const handle = dying.globals.get("handle");
  assert.deepEqual(answer(dying, handle, {}).result, { kind: "fine" });
  const heard = t.mock.method(console, "error", () => {});
  assert.throws(() => answer(dying, handle, { a: 1 }), PythonCrash);
  assert.ok(heard.mock.callCount() > 0, "Pyodide says so on the console");
  assert.throws(() => answer(dying, handle, {}), PythonCrash);
});
