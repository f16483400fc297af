import assert from "node:assert/strict";
import test from "node:test";
import { withDigits } from "../../../../web/figures/digits/digits_state.js";
import {
  BLANK,
  penPath,
  withDot,
  withStroke,
} from "../../../../web/figures/digits/drawn_strokes.js";
import { describe, opening } from "./linked.js";

test("a stroke begins where the pen is put down and goes on as far as it is led", () => {
  const spot = withStroke(BLANK, { x: 8, y: 3 });
  assert.equal(spot, "83.");
  assert.equal(withDot(spot, { x: 9, y: 4 }), spot); // not far enough for another dot
  const line = withDot(spot, { x: 24, y: 3 });
  assert.equal(line, "83o3.");
  assert.equal(withStroke(line, { x: 31, y: 0 }), "83o3.v0.");
});

test("the way of the pen goes through the middles of its dots, four to a dot of the image", () => {
  assert.equal(penPath("02o2.v0."), "M0.125,0.625L6.125,0.625M7.875,0.125z");
  assert.equal(penPath(BLANK), "");
});

test("another drawing begins without steps, and an image of the set takes its place", () => {
  const drawn = withDigits({ ...opening, steps: 3 }, { drawing: "83o3." }, describe).state;
  assert.deepEqual([drawn.drawing, drawn.steps], ["83o3.", 0]);
  const both = withDigits(opening, { image: 9, drawing: "83o3.", steps: 2 }, describe).state;
  assert.deepEqual([both.image, both.drawing, both.steps], [9, "83o3.", 2]);
  assert.equal(withDigits(drawn, { image: 7 }, describe).state.drawing, null);
  assert.equal(withDigits(drawn, { digit: 5 }, describe).state.drawing, "83o3.");
});

for (const [what, drawing] of [
  ["half a dot", "83o."],
  ["a letter beyond the sheet", "8w."],
  ["a stroke without an end", "83"],
  ["more letters than there is room for", `${"83".repeat(500)}.`],
  ["a number", 7],
]) {
  test(`${what} is refused by name`, () => {
    const { state, refused } = withDigits(opening, { drawing }, describe);
    assert.equal(refused[0].field, "drawing");
    assert.equal(state.drawing, null);
  });
}
