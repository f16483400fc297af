import assert from "node:assert/strict";
import test from "node:test";
import { noHistory, redone, undone, withEdit } from "../../../web/kit/fields/edit_history.js";

test("undo goes back through the edits and redo comes forward again", () => {
  const history = withEdit(withEdit(noHistory, "a", null), "b", null);
  const once = undone(history, "c");
  assert.equal(once.state, "b");
  const twice = undone(once.history, once.state);
  assert.equal(twice.state, "a");
  const again = redone(twice.history, twice.state);
  assert.equal(again.state, "b");
  assert.equal(redone(again.history, again.state).state, "c");
});

test("the moves of one drag are undone together", () => {
  let history = withEdit(noHistory, "before", "drag w");
  history = withEdit(history, "on the way", "drag w");
  assert.equal(undone(history, "after").state, "before");
});

test("a new edit after an undo forgets what could be redone", () => {
  const back = undone(withEdit(noHistory, "a", null), "b");
  const history = withEdit(back.history, back.state, null);
  assert.equal(redone(history, "c").state, "c");
});

test("with nothing to undo, nothing changes", () => {
  assert.equal(undone(noHistory, "now").state, "now");
  assert.equal(redone(noHistory, "now").state, "now");
});
