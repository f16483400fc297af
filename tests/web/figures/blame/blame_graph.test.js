import assert from "node:assert/strict";
import test from "node:test";
import { blameGraph } from "../../../../web/figures/blame/blame_graph.js";

const links = [
  ["ceo", "outcome"],
  ["vp", "ceo"],
  ["manager", "vp"],
  ["report", "manager"],
  ["analyst", "vp"],
  ["report", "analyst"],
].map(([source, target]) => ({
  name: `${source}-${target}`,
  source,
  target,
  share: 1,
  percent: "100%",
}));
const blame = /** @type {import("../../../../web/figures/blame/blame_messages.js").Blame} */ (
  /** @type {unknown} */ ({
    nodes: { outcome: 1, ceo: 1, vp: 0.5, manager: 0.5, analyst: 0.5, report: 2 },
  })
);

for (const isNarrow of [false, true]) {
  test(`a bar ends where its box does, and boxes keep apart, ${isNarrow ? "narrow" : "wide"}`, () => {
    const { nodes, width, height } = blameGraph(links, blame, isNarrow);
    const filled = Object.fromEntries(nodes.map((node) => [node.id, node.filled / node.width]));
    assert.equal(filled.report, 1);
    assert.equal(filled.vp, 0.5);
    for (const one of nodes) {
      assert.ok(one.x - one.width / 2 >= 0 && one.x + one.width / 2 <= width, one.id);
      assert.ok(one.y - one.height / 2 >= 0 && one.y + one.height / 2 <= height, one.id);
      for (const other of nodes) {
        const isApart =
          Math.abs(one.x - other.x) >= one.width + 10 ||
          Math.abs(one.y - other.y) >= one.height + 10;
        assert.ok(one === other || isApart, `${one.id} and ${other.id}`);
      }
    }
  });
}
