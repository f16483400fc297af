import assert from "node:assert/strict";
import { test } from "node:test";
import { xorLink } from "../../../web/figures/xor/xor_link.js";
import { lossHistoryText } from "../../../web/kit/take_home/loss_history_file.js";
import {
  readStateFile,
  stateText,
  UnreadableState,
} from "../../../web/kit/take_home/state_file.js";

test("a run's losses are one line an epoch, every digit kept", () => {
  const text = lossHistoryText({ firstEpoch: 7, losses: [0.1, 1 / 3, 5e-324] });
  assert.equal(text, "epoch,loss\r\n7,0.1\r\n8,0.3333333333333333\r\n9,5e-324\r\n");
});

test("a state comes back from its file to the last bit", async () => {
  const state = {
    parameters: [0.1 + 0.2, 5e-324, -0.75],
    seed: 3,
    log_scale: true,
    selected: null,
  };
  const fields = await readStateFile("xor", new Blob([stateText("xor", xorLink, state)]));
  assert.deepEqual(fields, state);
});

for (const [what, text, said] of [
  ["broken JSON", "{", /not JSON/],
  ["a number", "3", /no state/],
  ["null", "null", /no state/],
  ["a list as state", '{"figure": "network", "state": []}', /no state/],
  ["no figure", '{"state": {}}', /no state/],
  ["another figure's state", '{"figure": "xor", "state": {}}', /“xor”.*“network”/],
  ["a megabyte", " ".repeat(1_000_001), /larger/],
]) {
  test(`a file that holds ${what} is refused in words`, async () => {
    await assert.rejects(readStateFile("network", new Blob([String(text)])), (error) => {
      assert.ok(error instanceof UnreadableState);
      assert.match(error.message, /** @type {RegExp} */ (said));
      return true;
    });
  });
}
