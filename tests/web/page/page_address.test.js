import assert from "node:assert/strict";
import test from "node:test";
import { isLink } from "../../../web/page/page_address.js";

test("a section alone is no link", () => {
  assert.equal(isLink("depth"), false);
  assert.equal(isLink("figures"), false);
  assert.equal(isLink("v=1&figure=xor"), true);
});
