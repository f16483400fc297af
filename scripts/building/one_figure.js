// Modules that bring one figure each, for projects that show one: made of the register of figures.

import { readFileSync } from "node:fs";
import path from "node:path";

/** A line of the register: a figure's name, its module, and what that calls it. */
const KIND = /^ {2}(\w+): later\(\(\) => import\("\.\/(.+)"\), "(\w+)"\),$/gm;
const MODULE = /only:(\w+)$/;

/**
 * @param {string} web the folder of the sources
 * @returns {{entries: Record<string, string>, plugin: import("esbuild").Plugin}} a module for each
 *   figure by its output name, and what gives esbuild their texts
 */
export function oneFigureModules(web) {
  const register = readFileSync(path.join(web, "figures", "figure_kinds.js"), "utf8");
  /** @type {Map<string, string>} */
  const texts = new Map();
  for (const [, name, file, kind] of register.matchAll(KIND)) {
    texts.set(
      name,
      `import { defineFigure } from "./element/definition.js";
import { ${kind} } from "./figures/${file}";
export { BackpropFigure } from "./element/figure_element.js";
export const define = () => defineFigure({ ${name}: async () => ${kind} });`,
    );
  }
  if (texts.size === 0) throw new Error("No figure was found in web/figures/figure_kinds.js.");
  return {
    entries: Object.fromEntries([...texts.keys()].map((name) => [`only/${name}`, `only:${name}`])),
    plugin: {
      name: "one figure",
      setup(build) {
        const options = { filter: MODULE, namespace: "one figure" };
        build.onResolve({ filter: MODULE }, ({ path }) => ({ path, namespace: "one figure" }));
        build.onLoad(options, ({ path }) => ({
          contents: texts.get(MODULE.exec(path)?.[1] ?? ""),
          resolveDir: web,
        }));
      },
    },
  };
}
