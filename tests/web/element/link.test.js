import assert from "node:assert/strict";
import test from "node:test";
import * as links from "../../../web/element/sharing/link.js";
import { bringKinds, loadKind } from "../../../web/figures/brought_kinds.js";
import { figureNames, kinds } from "../../../web/figures/figure_kinds.js";
import { LINKED } from "../figures/linked_figures.js";

const { linkText } = links;

bringKinds(kinds);
/** @type {Record<string, import("../../../web/kit/figure/figure_host.js").FigureKind>} */
const KINDS = Object.fromEntries(
  await Promise.all(figureNames.map(async (name) => [name, await loadKind(name)])),
);

/**
 * @param {string} figure
 * @param {object} state
 */
const figureText = (figure, state) => links.figureText(KINDS[figure], state);

/**
 * A link with what each of its figures reads of it.
 * @param {string} text
 * @param {string} [figure]
 */
function readLink(text, figure) {
  const { figures, ...link } = links.readLink(text, figure);
  const read = figures.map((group) => ({
    ...group,
    ...links.readFields(KINDS[group.figure].link, group.pairs),
  }));
  return { ...link, figures: read };
}

/** Put into states by a link once it was made, and so for ever. */
const FIRST_VERSION =
  "paths&v=1&figure=slope&input=1&target=2&weight=0.1&bias=none&bias_is_free=false" +
  "&learning_rate=0.1&steps=3&figure=network&layer_sizes=2,1,1&activations=tanh,sigmoid" +
  "&loss=binary_cross_entropy&use_biases=true&skip_to_output=false&seed=7" +
  "&parameters=~mpmZmZmZuT8AAAAAAAAAgAAAAAAAAPA_LUMc6-I2Gj-amZmZmZnZPw&inputs=0.25,-1e-7" +
  "&targets=1&learning_rate=2&frozen=0,2&step=3&overview=false&selected=0,none,0&code_open=true" +
  "&figure=rates&landscape=xor&weights=1,0&start=2,-2&runs=momentum:8:0.8:1&chosen=momentum" +
  "&steps=12&step=5";

/** @param {string} text */
const read = (text) => Object.fromEntries(readLink(text).figures.map((f) => [f.figure, f.fields]));

/**
 * The state in which a figure opens with a link.
 * @param {string} figure
 * @param {string} text
 */
function opened(figure, text) {
  const group = readLink(text).figures.find((candidate) => candidate.figure === figure);
  return LINKED[figure].apply(LINKED[figure].opening, group?.fields ?? {});
}

test("a link of version 1 says what it said when it was made", () => {
  const { slope, network, rates } = read(FIRST_VERSION);
  assert.deepEqual(slope, {
    input: 1,
    target: 2,
    weight: 0.1,
    bias: null,
    bias_is_free: false,
    learning_rate: 0.1,
    steps: 3,
  });
  assert.deepEqual(network.parameters, [0.1, -0, 1, 1e-4, 0.4]);
  assert.deepEqual(network.inputs, [0.25, -1e-7]);
  assert.deepEqual(network.selected, { layer: 0, source: null, target: 0 });
  assert.deepEqual(rates.runs, [{ name: "momentum", learning_rate: 8, momentum: 0.8, decay: 1 }]);
  assert.equal(readLink(FIRST_VERSION).place, "paths");
  assert.deepEqual(opened("network", FIRST_VERSION).refused, []);
});

test("common fields can be read by eye, and a long list is packed", () => {
  const state = { hidden_units: 3, learning_rate: 0.25, selected: null, parameters: [1 / 3] };
  assert.equal(
    figureText("xor", state),
    "figure=xor&hidden_units=3&learning_rate=0.25&selected=none&parameters=0.3333333333333333",
  );
  const many = Array.from({ length: 9 }, (_, index) => 1 / (index + 3));
  const { parameters } = read(figureText("xor", { parameters: many })).xor;
  assert.deepEqual(parameters, many);
  assert.ok(figureText("xor", { parameters: many }).length < 130);
});

test("every number comes back to the last bit", () => {
  const hard = [0.1 + 0.2, -0, 5e-324, 1.7976931348623157e308, 2 ** 53 + 2, 1e21, -1e-7];
  for (const list of [hard, [...hard, ...hard, ...hard]]) {
    const fields = read(figureText("equations", { parameters: list })).equations;
    const back = /** @type {number[]} */ (fields.parameters);
    assert.ok(back.every((number, index) => Object.is(number, list[index])));
  }
});

for (const [figure, { opening, apply }] of Object.entries(LINKED)) {
  test(`a link to ${figure} carries all of its state`, () => {
    const { last_update: _, ...state } = opening;
    const text = linkText([figureText(figure, state)]);
    assert.deepEqual(readLink(text).notes, []);
    const from = { ...opening, ...others(opening) };
    const { state: opened, refused } = apply(from, read(text)[figure]);
    assert.deepEqual({ opened, refused }, { opened: opening, refused: [] });
  });
}

/**
 * Fields that are not those of the opening, so that a link has something to put right.
 * @param {Record<string, unknown>} opening
 */
function others(opening) {
  const { steps, stage, code_open, noise } = /** @type {any} */ (opening);
  return JSON.parse(
    JSON.stringify({
      steps: steps === undefined ? undefined : steps + 1,
      stage: stage === undefined ? undefined : stage + 1,
      code_open: code_open === undefined ? undefined : true,
      noise: noise === undefined ? undefined : 0.9,
    }),
  );
}

test("every kind of figure can be linked to, and every field of its state but what follows from it", () => {
  assert.deepEqual([...figureNames].sort(), Object.keys(LINKED).sort());
  for (const [figure, { opening }] of Object.entries(LINKED)) {
    const missing = Object.keys(opening).filter((name) => !(name in KINDS[figure].link));
    assert.deepEqual(
      missing.filter((name) => name !== "last_update"),
      [],
      figure,
    );
  }
});

test("a preset is named, not spelt out, until it is the reader's own", () => {
  const { opening, apply } = LINKED.network;
  const named = /^figure=network&preset=2-2-1-a&step=0&overview=false&selected=none/;
  assert.match(figureText("network", opening), named);
  assert.doesNotMatch(figureText("network", opening), /layer_sizes|parameters/);
  const { state } = apply(opening, { inputs: [1, 1] });
  assert.match(figureText("network", state), /layer_sizes=2,2,1.*parameters=0.2,0.4/);
});

test("what a link cannot carry is left out of it, not said wrongly", () => {
  assert.equal(
    figureText("xor", { learning_rate: Number.NaN, parameters: [1, Infinity], speed: "a&b=<i>" }),
    "figure=xor",
  );
});

test("a link may begin with a section, and a section stays where there is no more to say", () => {
  assert.equal(readLink("depth&v=1&figure=xor").place, "depth");
  assert.equal(linkText([], "depth"), "depth");
  assert.equal(linkText([]), "");
});

test("unknown fields are left out with a note, and bad ones refused by name", () => {
  const { figures, notes } = readLink(
    "v=1&figure=xor&colour=red&seed=x&log_scale=1&hidden_units=4",
  );
  assert.deepEqual(notes, []);
  assert.deepEqual(figures[0].fields, { hidden_units: 4 });
  assert.deepEqual(
    figures[0].notes.map(({ field }) => field),
    ["colour", "seed", "log_scale"],
  );
  const { state, refused } = opened("xor", "figure=xor&hidden_units=400&momentum=0.5");
  assert.deepEqual(
    refused.map(({ field }) => field),
    ["hidden_units"],
  );
  assert.equal(/** @type {any} */ (state).momentum, 0.5);
});

test("a field or a figure that is said twice counts once", () => {
  const { figures, notes } = readLink("figure=xor&seed=1&seed=2&figure=cost&figure=xor&seed=3");
  assert.deepEqual(figures[0].fields, { seed: 1 });
  assert.equal(figures.length, 2);
  assert.equal(figures[0].notes.length + notes.length, 2);
});

test("an unknown figure or a later version is told, and the rest is read", () => {
  const { figures, notes } = readLink("v=2&figure=brain&seed=1&figure=xor&seed=5");
  assert.deepEqual(
    notes.map(({ field }) => field),
    ["v", "figure"],
  );
  assert.deepEqual(figures[0].fields, { seed: 5 });
});

test("one figure's own link need not name it", () => {
  assert.deepEqual(readLink("seed=5", "xor").figures[0].fields, { seed: 5 });
  assert.deepEqual(readLink("seed=5").figures, []);
});

test("a link that grew on its way through a mail program still reads", () => {
  assert.deepEqual(read("v=1&figure=blame&shares=1%2C0.5&branching=true").blame, {
    shares: [1, 0.5],
    branching: true,
  });
});

test("as many examples as a figure takes come back to the last bit", () => {
  const examples = Array.from({ length: 6000 }, (_, index) => (index * 0.1) / 3);
  const fields = read(linkText([figureText("xor", { examples })])).xor;
  assert.deepEqual(fields.examples, examples);
});

test("limits are checked before anything is taken apart", () => {
  assert.equal(readLink(`figure=xor&seed=${"1".repeat(90_000)}`).notes[0].field, "link");
  assert.equal(readLink(`figure=xor${"&a=1".repeat(700)}`).notes[0].field, "link");
  const tooMany = readLink(`figure=blame&shares=${"1,".repeat(600)}1`).figures[0];
  assert.match(tooMany.notes[0].message, /more than 512/);
  const tooLong = readLink(`figure=blame&shares=~${"A".repeat(8192)}`).figures[0];
  assert.match(tooLong.notes[0].message, /no packed list/);
});

test("names of an object's own machinery are fields like any other that is not there", () => {
  const { figures } = readLink("figure=xor&__proto__=1&constructor=2&toString=3");
  assert.equal(figures[0].notes.length, 3);
  assert.deepEqual(readLink("figure=__proto__&x=1").figures, []);
  assert.equal(/** @type {any} */ ({}).polluted, undefined);
});

// ---- 10,000 links that nobody made -----------------------------------------------------------

/**
 * A generator of 32-bit numbers (Tommy Ettinger's Mulberry32), so that a failure comes again.
 * @param {number} seed
 */
function mulberry(seed) {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (t ^ (t >>> 14)) >>> 0;
  };
}

const NASTY = [
  "",
  "NaN",
  "Infinity",
  "-Infinity",
  "1e999",
  "--5",
  "0x10",
  "true",
  "false",
  "none",
  "null",
  "undefined",
  "[object Object]",
  "<img src=x onerror=alert(1)>",
  "%3Cscript%3E",
  "javascript:1",
  "%",
  "%E0%A4%A",
  "\u0000",
  "\ud800",
  "é".repeat(50),
  "1,".repeat(40),
  "~",
  "~A",
  "~!!!!",
  `~${"_".repeat(11)}`,
  `~${"A".repeat(96)}`,
  "0,0,0",
  "9,9,9",
  "-1,0,0",
  "0,none,0",
  "1e21",
  "-0",
  "5e-324",
  "4294967296",
  "0.1",
  "2",
  "3",
  "2,2,1",
  "8,8,8,8,8,8",
  "sigmoid",
  "relu,sigmoid",
  "constructor",
  "__proto__",
  "2-2-1-b",
  "a:b:c:d",
  "momentum:1:0:1",
  "small:1e9:9:9",
  "xor",
];
const KEYS = ["__proto__", "constructor", "v", "figure", "", "a b", "%", "<b>", "toString"];

/** @param {() => number} next */
function nastyLink(next) {
  const pick = (/** @type {readonly any[]} */ list) => list[next() % list.length];
  const parts = [pick(["v=1", "v=1", "v=0", "v=", "depth", "<i>"])];
  for (let group = next() % 3; group >= 0; group -= 1) {
    const figure = next() % 8 === 0 ? pick(NASTY) : pick(figureNames);
    parts.push(`figure=${figure}`);
    const names = Object.hasOwn(KINDS, figure) ? Object.keys(KINDS[figure].link) : KEYS;
    for (let field = next() % 10; field > 0; field -= 1) {
      const name = next() % 6 === 0 ? pick(KEYS) : pick(names);
      const value = next() % 5 === 0 ? String.fromCharCode(next() % 65536) : pick(NASTY);
      parts.push(next() % 12 === 0 ? name + value : `${name}=${value}`);
    }
  }
  const text = parts.join("&");
  return next() % 20 === 0 ? text.slice(next() % text.length) : text;
}

test("10,000 links that nobody made: no exception, and always a state that can be used", () => {
  const next = mulberry(1986);
  for (let count = 0; count < 10_000; count += 1) {
    const text = nastyLink(next);
    for (const { figure, fields } of readLink(text).figures) {
      const { opening, apply } = LINKED[figure];
      const { state, refused } = apply(opening, fields);
      for (const { field, message } of refused) assert.ok(field && message, text);
      // The state is one that its own checks take whole: a link to it opens as it is.
      const again = read(linkText([figureText(figure, state)]))[figure];
      const settled = apply(opening, again);
      assert.deepEqual(settled.refused, [], text);
      assert.deepEqual(settled.state, state, text);
    }
  }
});
