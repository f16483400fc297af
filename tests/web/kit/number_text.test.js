import assert from "node:assert/strict";
import { test } from "node:test";
import {
  allDigitsText,
  numberText,
  signedNumberText,
} from "../../../web/kit/formula/number_text.js";

/** @param {Record<string, number>} examples */
function reads(examples) {
  for (const [text, value] of Object.entries(examples)) assert.equal(numberText(value), text);
}

test("a number keeps four significant digits", () => {
  reads({ 0.5842: 0.5841905229354073, 0.6537: 0.6536874012629181, 2.306: 2.30558 });
  reads({ 0.001072: 0.0010724284008909765, 1.905: 4 / 2.1, 123.5: 123.456 });
});

test("trailing zeros are left out", () => {
  reads({ 0.4: 0.4, 0.34: 0.34, 1: 1, 100: 100, 1.5: 1.5 });
  reads({ 1: 0.99999, 10: 9.99996, 0.1: 0.099999 });
});

test("a negative number has a real minus sign", () => {
  reads({ "−0.01048": -0.010484254563090536, "−3": -3, "−0.000764": -0.0007640252344581602 });
});

test("zero never carries a sign", () => {
  reads({ 0: -0 });
  assert.equal(signedNumberText(0), "0");
  assert.equal(signedNumberText(-0), "0");
});

test("whole numbers below a hundred thousand keep all their digits", () => {
  reads({ 12345: 12345, 99999: 99999, "−20000": -20000 });
});

test("the tiny and the huge are written with a power of ten", () => {
  reads({ "1.2×10⁻⁵": 0.000012, "7.889×10⁻³¹": 7.888609052210118e-31, "1.2×10⁵": 120000 });
  reads({ "−1×10³⁰⁸": -1e308, "4.941×10⁻³²⁴": 5e-324, "1×10⁵": 99999.9 });
  reads({ 0.0001: 0.0001, 0.00012: 0.00012 });
});

test("what is not finite says so", () => {
  reads({ NaN: Number.NaN, "∞": Number.POSITIVE_INFINITY, "−∞": Number.NEGATIVE_INFINITY });
});

test("fewer digits can be asked for", () => {
  assert.equal(numberText(0.5841905229354073, 2), "0.58");
  assert.equal(numberText(-0.0007640252344581602, 3), "−0.000764");
});

test("a number with all its digits can be held against one in print", () => {
  assert.equal(allDigitsText(0.7513650695523157), "0.7513650695523157");
  assert.equal(allDigitsText(-1.5e-10), "−1.5×10⁻¹⁰");
  assert.equal(allDigitsText(2e21), "2×10²¹");
  assert.equal(allDigitsText(0), "0");
});

test("a signed number always shows its sign", () => {
  assert.equal(signedNumberText(0.4), "+0.4");
  assert.equal(signedNumberText(-0.4), "−0.4");
});
