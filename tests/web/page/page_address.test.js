import assert from "node:assert/strict";
import test from "node:test";
import { isLink, isPlaygroundLink } from "../../../web/page/page_address.js";

test("a section alone is no link", () => {
  assert.equal(isLink("depth"), false);
  assert.equal(isLink("figures"), false);
  assert.equal(isLink("v=1&figure=xor"), true);
});

test("fields without a figure of ours are those of TensorFlow Playground", () => {
  assert.equal(isPlaygroundLink("activation=tanh&batchSize=10"), true);
  assert.equal(isPlaygroundLink("playground&v=1&figure=playground&seed=1"), false);
  assert.equal(isPlaygroundLink("playground"), false);
});
