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
  engine: ["contract"],
  kit: ["contract", "engine", "figures", "styles"],
  drawing: ["contract", "kit"],
  figures: ["contract", "drawing", "engine", "kit"],
  element: ["contract", "engine", "figures", "kit", "styles"],
  page: ["contract", "element", "engine", "kit"],
  notebook: ["contract", "element", "engine"],
  entry: ["contract", "element", "engine", "notebook", "page"],
  package: ["contract", "entry"],
};

/** Every import of a file, those of types in comments too, and dynamic ones. */
const IMPORT = /(?:\bfrom\s*|\bimport\s*\(?\s*)["']([^"']+)["']/g;

/** @param {string} file relative to web/ */
function roomOf(file) {
  const [first, ...rest] = file.split(path.sep);
  return rest.length === 0 ? "entry" : first;
}

const files = readdirSync(WEB, { recursive: true, encoding: "utf8" }).filter((name) =>
  name.endsWith(".js"),
);

/** @param {string} file relative to web/ */
function importsOf(file) {
  const text = readFileSync(path.join(WEB, file), "utf8");
  return [...text.matchAll(IMPORT)].map((match) => match[1]);
}

test("imports go one way: contract ← engine ← kit ← drawing ← figures ← element ← page", () => {
  const wrong = [];
  for (const file of files) {
    const from = roomOf(file);
    for (const specifier of importsOf(file)) {
      if (!specifier.startsWith(".")) continue;
      const to = roomOf(path.relative(WEB, path.resolve(WEB, path.dirname(file), specifier)));
      if (to !== from && !MAY_IMPORT[from]?.includes(to)) wrong.push(`${file} → ${specifier}`);
    }
  }
  assert.deepEqual(wrong, []);
});

test("every folder of web/ is a room with a rule", () => {
  const rooms = new Set(files.map(roomOf));
  assert.deepEqual(
    [...rooms].filter((room) => !(room in MAY_IMPORT)),
    [],
  );
});

test("the contract imports nothing", () => {
  const contract = files.filter((file) => roomOf(file) === "contract");
  const outward = contract.flatMap((file) =>
    importsOf(file).filter((specifier) => !specifier.startsWith("./")),
  );
  assert.deepEqual(outward, []);
});

test("only the worker knows Pyodide", () => {
  const knowing = files.filter((file) =>
    importsOf(file).some((specifier) => /pyodide/i.test(specifier)),
  );
  const others = knowing.filter((file) => !file.startsWith(path.join("engine", "worker")));
  assert.deepEqual(others, []);
});
