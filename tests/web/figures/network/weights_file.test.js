import assert from "node:assert/strict";
import { test } from "node:test";
import { weightsIn } from "../../../../web/figures/network/own_weights/weights_file.js";

/** @param {string | number[]} content */
const bufferOf = (content) =>
  Uint8Array.from(typeof content === "string" ? new TextEncoder().encode(content) : content).buffer;

test("a file of safetensors is known by its header, whatever its name", () => {
  const bytes = [2, 0, 0, 0, 0, 0, 0, 0, 123, 125, 255];
  assert.deepEqual(weightsIn(bufferOf(bytes)), { base64: "AgAAAAAAAAB7ff8=" });
});

test("text comes as it is, and bytes that are neither do not", () => {
  const text = '{"0.weight": [[1, −2]]}';
  assert.deepEqual(weightsIn(bufferOf(text)), { text });
  assert.deepEqual(weightsIn(bufferOf("")), { text: "" });
  assert.equal(weightsIn(bufferOf("PK\u0003\u0004\0")), null);
  assert.equal(weightsIn(bufferOf([0xff, 0xfe])), null);
});
