import assert from "node:assert/strict";
import test from "node:test";
import { dotField, placeAt, placeOf } from "../../../../web/figures/luck/dot_field.js";
import { besideFirst } from "../../../../web/figures/luck/luck_map_run.js";
import { fieldsOfStart, luckMessage, withLuck } from "../../../../web/figures/luck/luck_state.js";
import { describe, opening } from "./linked.js";

const side = (/** @type {number[]} */ solved_epochs) => ({ solved_epochs });
const known = /** @type {any} */ ({ starts: 3, sides: [side([5, -1, 7]), side([1, 2, -2])] });

test("a question asks for a hundred starts more than are known, and hands these back", () => {
  const wanted = { ...opening, starts: 1000 };
  assert.equal(luckMessage(wanted).starts, 100);
  const message = luckMessage(wanted, known);
  assert.equal(message.starts, 103);
  assert.deepEqual(
    [message.first_epochs, message.second_epochs],
    [
      [5, -1, 7],
      [1, 2, -2],
    ],
  );
  assert.equal(luckMessage({ ...opening, starts: 2 }, known).starts, 2);
});

test("other settings begin with the first hundred starts, and no start is chosen", () => {
  const all = { ...opening, starts: 1000, seed: 40 };
  const { state } = withLuck(all, { learning_rate: 2 }, describe);
  assert.deepEqual([state.starts, state.seed], [100, null]);
  const same = withLuck(all, { learning_rate: 0.5, side: 1 }, describe);
  assert.deepEqual([same.state.starts, same.state.seed, same.state.side], [1000, 40, 1]);
});

test("another difference brings a value of its own, with the limits of its field", () => {
  const { state } = withLuck(opening, { differs: "momentum" }, describe);
  assert.equal(state.other_value, 0);
  const { refused } = withLuck(state, { other_value: 4 }, describe);
  assert.deepEqual(
    refused.map(({ field }) => field),
    ["other_value"],
  );
  const both = withLuck(opening, { differs: "momentum", other_value: 0.5 }, describe);
  assert.deepEqual([both.refused, both.state.other_value], [[], 0.5]);
});

test("a start opens with the settings of its side", () => {
  const second = { ...opening, side: 1, seed: 7 };
  const fields = fieldsOfStart(second, /** @type {any} */ ({ examples: null }));
  assert.deepEqual([fields.hidden_units, fields.seed, fields.initial_range], [4, 7, 1]);
  const tanh = { ...second, differs: "activation" };
  assert.equal(fieldsOfStart(tanh, /** @type {any} */ ({ examples: null })).activation, "tanh");
});

test("a cell of the map stands beside the first setting, and a start of it opens with both values", () => {
  const map = { ...opening, map_across: "activation", map_down: "momentum" };
  const { state, refused } = withLuck(map, besideFirst(map, "tanh", 0.95), describe);
  assert.deepEqual(refused, []);
  assert.deepEqual([state.differs, state.other_activation], ["activation", "tanh"]);
  assert.deepEqual([state.also_differs, state.also_value], ["momentum", 0.95]);
  assert.equal(luckMessage(state).also_value, 0.95);
  const chosen = { ...state, side: 1, seed: 7 };
  const fields = fieldsOfStart(chosen, /** @type {any} */ ({ examples: null }));
  assert.deepEqual([fields.activation, fields.momentum, fields.hidden_units], ["tanh", 0.95, 2]);
});

test("another first difference ends the second one, and a question has none unless there is one", () => {
  assert.equal("also_differs" in luckMessage(opening), false);
  const two = withLuck(opening, { also_differs: "momentum" }, describe).state;
  assert.deepEqual([two.also_differs, two.also_value], ["momentum", 0]);
  assert.equal(withLuck(two, { differs: "learning_rate" }, describe).state.also_differs, "none");
  const { refused } = withLuck(opening, { also_differs: "hidden_units" }, describe);
  assert.equal(refused[0].field, "also_differs");
});

test("a field that is chosen for both axes of the map trades places, and no start is lost", () => {
  const begun = { ...opening, starts: 700 };
  const { state } = withLuck(begun, { map_across: "momentum" }, describe);
  assert.deepEqual(
    [state.map_across, state.map_down, state.starts],
    ["momentum", "hidden_units", 700],
  );
});

test("dots are sorted by what became of their starts, and each is found where it stands", () => {
  const field = dotField([700, -1, 20, -2, 300], 33, 10, 1000);
  assert.deepEqual(field.order, [2, 4, 0, 1, 3]);
  assert.deepEqual(
    field.groups.map(({ name }) => name),
    ["solved-0", "solved-1", "solved-3", "stuck", "diverged", "waiting"],
  );
  field.order.forEach((_, place) => {
    const { x, y } = placeOf(place, field.columns, field.pitch);
    assert.equal(placeAt(field, x, y), place);
  });
  assert.equal(placeAt(field, 34, 5), null);
  assert.equal(placeAt(field, 20, 10), null);
});
