import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const WEB = fileURLToPath(new URL("../../web/", import.meta.url));

/**
 * What each room may import from, itself apart. The entries, the files at the top of web/, may import
 * every room but the worker's; the package imports them.
 * @type {Record<string, string[]>}
 */
const MAY_IMPORT = {
  contract: [],
  styles: [],
  downloads: ["contract"],
  engine: ["contract", "downloads"],
  kit: ["contract", "downloads", "styles"],
  drawing: ["contract", "kit"],
  figures: ["contract", "downloads", "drawing", "kit"],
  element: ["contract", "downloads", "engine", "figures", "kit", "styles"],
  page: ["contract", "downloads", "element", "engine", "kit"],
  notebook: ["contract", "element", "engine"],
  entry: ["contract", "element", "engine", "figures", "notebook", "page"],
  package: ["contract", "element", "entry"],
};

const MOST_FILES = 16;
const MOST_LINES = 300;
const MADE_BY_SCRIPTS = /(fonts\.css|figure_heights\.js)$/;

/** Still longer, until they are cut as well. */
const TO_BE_CUT = [
  "figures/network/network_kinds.js",
  "figures/network/network_state.js",
  "figures/xor/xor_figure.js",
  "figures/xor/xor_styles.js",
];

/** Every import of a file, dynamic ones too. */
const IMPORT = /(?:\bfrom\s*|\bimport\s*\(?\s*)["']([^"']+)["']/g;
const COMMENT = /\/\*[\s\S]*?\*\//g;

/** @param {string} file relative to web/ */
function roomOf(file) {
  const [first, ...rest] = file.split(path.sep);
  return rest.length === 0 ? "entry" : first;
}

const files = readdirSync(WEB, { recursive: true, encoding: "utf8" });
const scripts = files.filter((name) => name.endsWith(".js"));

/** @param {string} file relative to web/ */
const textOf = (file) => readFileSync(path.join(WEB, file), "utf8");

/** @param {string} text */
const specifiersIn = (text) => [...text.matchAll(IMPORT)].map((match) => match[1]);

/**
 * The files that a file imports, those of types in comments too.
 * @param {string} file relative to web/
 * @param {string} [text] of the file, or a part of it
 */
const neighboursOf = (file, text = textOf(file)) =>
  specifiersIn(text)
    .filter((specifier) => specifier.startsWith("."))
    .map((specifier) => path.join(path.dirname(file), specifier));

test("imports go one way: contract ← kit ← drawing ← figures ← element ← page", () => {
  const wrong = [];
  for (const file of scripts) {
    for (const imported of neighboursOf(file)) {
      const [from, to] = [roomOf(file), roomOf(imported)];
      if (to !== from && !MAY_IMPORT[from]?.includes(to)) wrong.push(`${file} → ${imported}`);
    }
  }
  assert.deepEqual(wrong, []);
});

test("every folder of web/ is a room with a rule", () => {
  const rooms = new Set(scripts.map(roomOf));
  assert.deepEqual(
    [...rooms].filter((room) => !(room in MAY_IMPORT)),
    [],
  );
});

test("a figure imports nothing of another figure", () => {
  const wrong = [];
  for (const file of scripts) {
    const [room, figure, inside] = file.split(path.sep);
    if (room !== "figures" || !inside) continue;
    for (const imported of neighboursOf(file)) {
      const [its, other] = imported.split(path.sep);
      if (its === "figures" && other !== figure) wrong.push(`${file} → ${imported}`);
    }
  }
  assert.deepEqual(wrong, []);
});

test("no module comes back to itself along what it imports", () => {
  /** @type {Map<string, string[]>} types apart: they are gone when code runs */
  const imports = new Map(
    scripts.map((file) => [file, neighboursOf(file, textOf(file).replace(COMMENT, ""))]),
  );
  /** @type {Set<string>} */
  const done = new Set();
  /** @type {string[]} */
  const circles = [];
  /** @param {string[]} way */
  const walk = (way) => {
    const file = way[way.length - 1];
    const start = way.indexOf(file);
    if (start < way.length - 1) circles.push(way.slice(start).join(" → "));
    else if (!done.has(file)) for (const next of imports.get(file) ?? []) walk([...way, next]);
    done.add(file);
  };
  for (const file of scripts) walk([file]);
  assert.deepEqual(circles, []);
});

test("the contract imports nothing", () => {
  const contract = scripts.filter((file) => roomOf(file) === "contract");
  const outward = contract.flatMap((file) =>
    specifiersIn(textOf(file)).filter((specifier) => !specifier.startsWith("./")),
  );
  assert.deepEqual(outward, []);
});

test("only the worker knows Pyodide", () => {
  const knowing = scripts.filter((file) =>
    specifiersIn(textOf(file)).some((specifier) => /pyodide/i.test(specifier)),
  );
  const others = knowing.filter((file) => !file.startsWith(path.join("engine", "worker")));
  assert.deepEqual(others, []);
});

test(`no folder holds more than ${MOST_FILES} files`, () => {
  const counts = new Map();
  const isWritten = (/** @type {string} */ name) => ![".png", ""].includes(path.extname(name));
  // Nobody looks for anything among the pictures, one of each figure.
  for (const file of files.filter(isWritten)) {
    const folder = path.dirname(file);
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  assert.deepEqual(
    [...counts].filter(([, count]) => count > MOST_FILES),
    [],
  );
});

test(`no script or style sheet is longer than ${MOST_LINES} lines`, () => {
  const written = files.filter((file) => /\.(js|css)$/.test(file) && !MADE_BY_SCRIPTS.test(file));
  const long = written.filter((file) => textOf(file).split("\n").length - 1 > MOST_LINES);
  assert.deepEqual(
    long.filter((file) => !TO_BE_CUT.includes(file)),
    [],
  );
});
