import assert from "node:assert/strict";
import test from "node:test";
import { countText } from "../../../web/kit/formula/count_text.js";

test("a count has its thousands apart, as a reader of English writes them", () => {
  for (const [value, text] of /** @type {[number, string][]} */ ([
    [0, "0"],
    [999, "999"],
    [1000, "1,000"],
    [12_400, "12,400"],
    [999_999.6, "1,000,000"],
    [1_234_567, "1,234,567"],
  ])) {
    assert.equal(countText(value), text);
  }
});
