import assert from "node:assert/strict";
import test from "node:test";
import { slopesMessage, withSlopesFields } from "../../../../web/figures/slopes/slopes_state.js";
import { describe, opening } from "./linked.js";

test("a state asks for what it shows", () => {
  assert.deepEqual(slopesMessage(opening), {
    kind: "slopes",
    function: "square",
    x: 3,
    held: 2,
    nudge: 0,
  });
});

test("a function and a place are taken together, typed or not", () => {
  const { state } = withSlopesFields(opening, { function: "sigmoid", x: "−1/2" }, describe);
  assert.deepEqual(state, { ...opening, function: "sigmoid", x: -0.5 });
});

for (const [field, value] of Object.entries({ function: "cube", x: 5, held: -4, nudge: 1.5 })) {
  test(`${field} ${value} is refused by its name, and changes nothing`, () => {
    const { state, refused } = withSlopesFields(opening, { [field]: value }, describe);
    assert.deepEqual(state, opening);
    assert.deepEqual(
      refused.map((refusal) => refusal.field),
      [field],
    );
  });
}
