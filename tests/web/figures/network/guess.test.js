import assert from "node:assert/strict";
import test from "node:test";
import { traceMessage } from "../../../../web/figures/network/network_questions.js";
import {
  presetState,
  withFields,
  withSelected,
  withUpdate,
} from "../../../../web/figures/network/network_state.js";
import { guessOf, isAsking } from "../../../../web/figures/network/prediction/guess.js";

const network = {
  layer_sizes: [2, 1],
  activations: ["sigmoid"],
  loss: "half_squared_error",
  use_biases: false,
  parameters: [0.2, 0.4],
};
const describe = /** @type {any} */ ({
  limits: { weight: { minimum: -100, maximum: 100 } },
  losses_for_output: { sigmoid: ["half_squared_error"] },
  presets: { one: { title: "One", network, inputs: [1, 2], targets: [1], learning_rate: 0.5 } },
  textbook: [],
});
const FIRST = { layer: 0, source: 0, target: 0 };
const SECOND = { layer: 0, source: 1, target: 0 };

const asked = () => withSelected({ ...presetState("one", describe), predict: true }, FIRST);
const guessed = (value = "-0.0061") => {
  const fields = { revealed: true, guess_direction: "lowers", guess_value: value };
  return withFields(asked(), fields, describe);
};

test("nothing is asked until a reader wants it, nor of no weight", () => {
  const state = presetState("one", describe);
  assert.equal(isAsking(withSelected(state, FIRST)), false);
  assert.equal(isAsking({ ...state, predict: true }), false);
  assert.equal(isAsking(asked()), true);
});

test("a guess is asked about with its weight, and typed as it will be read", () => {
  const { state, refused } = guessed(" −6,1E−3 ");
  assert.deepEqual(refused, []);
  assert.equal(isAsking(state), false);
  assert.deepEqual(traceMessage(state).guess, { direction: "lowers", value: "-6.1e-3" });
});

test("digits that count are kept", () => {
  assert.equal(guessed("+0.0610").state.guess_value, "0.0610");
});

test("skipping reveals without a guess", () => {
  const { state } = withFields(asked(), { revealed: true }, describe);
  assert.equal(isAsking(state), false);
  assert.equal(guessOf(state), null);
  assert.equal("guess" in traceMessage(state), false);
});

test("what is no guess is refused by name", () => {
  const bad = { predict: 1, guess_direction: "up", guess_value: "much" };
  const { refused } = withFields(asked(), bad, describe);
  assert.deepEqual(
    refused.map(({ field }) => field),
    ["predict", "guess_direction", "guess_value"],
  );
});

test("another weight is another question; the same one again is none", () => {
  const { state } = guessed();
  assert.equal(withSelected(state, { ...FIRST }), state);
  const other = withSelected(state, SECOND);
  assert.equal(isAsking(other), true);
  assert.equal(other.guess_value, null);
});

test("a network that changed leaves a guess behind, and stays revealed", () => {
  const { state } = guessed();
  const changes = [
    withFields(state, { parameters: [1, 2] }, describe).state,
    withUpdate(state, /** @type {any} */ ({ parameters: [1, 2] })),
  ];
  for (const changed of changes) {
    assert.equal(guessOf(changed), null);
    assert.equal(isAsking(changed), false);
  }
});

test("a preset keeps the reader's wish to guess, and asks anew", () => {
  const { state } = withFields(guessed().state, { preset: "one" }, describe);
  assert.equal(isAsking(state), true);
});

test("a state with its guess comes back whole", () => {
  const { state } = guessed();
  const { predict, selected, revealed, guess_direction, guess_value } = state;
  const fields = { guess_value, guess_direction, revealed, selected, predict };
  assert.deepEqual(withFields(presetState("one", describe), fields, describe).state, state);
});
