import assert from "node:assert/strict";
import test from "node:test";
import { listOf, numberWithin, Refused, typedNumber } from "../../../web/kit/fields/fields.js";

const limit = { minimum: -10, maximum: 10 };

test("a reader may type a number in any usual way", () => {
  for (const [text, number] of [
    ["5", 5],
    [" -0.5 ", -0.5],
    ["−2", -2],
    ["0,25", 0.25],
    ["1e-3", 0.001],
    [".5", 0.5],
    ["+3.", 3],
    ["+.2", 0.2],
    ["-.3", -0.3],
    ["1/3", 1 / 3],
    ["−1 / 4", -0.25],
    ["0.15", 0.15],
  ]) {
    assert.equal(typedNumber(String(text)), number);
  }
});

test("what is no number, or not finite, or out of range, is refused with the range", () => {
  for (const bad of [
    "",
    "--5",
    "NaN",
    "Infinity",
    "1e308",
    "0x10",
    "1 2",
    "1/0",
    "1/2/3",
    "/2",
    "1/",
    `${"1".repeat(100_000)}x`,
    "abc",
    Number.NaN,
    1e308,
    null,
    {},
    [],
    true,
  ]) {
    assert.throws(
      () => numberWithin("learning_rate", bad, limit),
      (error) =>
        error instanceof Refused &&
        /^Learning rate takes a number from −10 to 10/.test(error.message),
      String(bad),
    );
  }
});

test("the smallest number may be written out; a text longer than any number is not looked at", () => {
  assert.equal(typedNumber(`0.${"0".repeat(306)}1`), 1e-307);
  assert.ok(Number.isNaN(typedNumber("1".repeat(100_000))));
  const looked = () => assert.fail("looked at the text");
  const long = /** @type {any} */ ({ length: 401, trim: looked, split: looked });
  assert.ok(Number.isNaN(typedNumber(long)));
});

test("a refusal tells the ways to write a number, or the range, by the name that a reader knows", () => {
  const weights = { minimum: -1e6, maximum: 1e6 };
  const message = (/** @type {unknown} */ value, /** @type {string} */ called) => {
    try {
      numberWithin("parameters[2]", value, weights, called);
    } catch (error) {
      return String(/** @type {Error} */ (error).message);
    }
    return "";
  };
  assert.equal(
    message("x", "weight from input 1 to the output"),
    "Weight from input 1 to the output takes a number from −1,000,000 to 1,000,000, " +
      "such as 0.5, −.5, 1/3 or 1e-3.",
  );
  assert.equal(message("2e6", "input 1"), "Input 1 takes a number from −1,000,000 to 1,000,000.");
  assert.throws(() => numberWithin("inputs[0]", "x", weights), /Input 1 takes a number/);
});

test("a whole number is asked for where one is needed", () => {
  assert.equal(numberWithin("seed", "7", { ...limit, whole: true }), 7);
  assert.throws(() => numberWithin("seed", "7.5", { ...limit, whole: true }), /a whole number/);
});

test("a list's length is looked at before its values", () => {
  const check = () => assert.fail("looked at a value");
  assert.throws(() => listOf("inputs", new Array(1e6), { minimum: 2, maximum: 2 }, check), Refused);
  assert.throws(() => listOf("inputs", { length: 2 }, { minimum: 2, maximum: 2 }, check), Refused);
});

test("a typed array is a list", () => {
  const kept = listOf(
    "inputs",
    Float64Array.of(1, 2),
    { minimum: 2, maximum: 2 },
    (_, value) => value,
  );
  assert.deepEqual(kept, [1, 2]);
});
