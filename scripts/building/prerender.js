/**
 * Draws figures with their recorded results: the first picture is there before any script, and stays
 * where scripts are off. It stays, and is asked for three things: a folder for the output, the folder
 * with the recorded results, and names.
 *
 * A name is a figure's, or "tokens", which is the style sheet that figures share with the page around
 * them. Each gets a folder with markup.html, and taken.json, the names of the results that it took.
 * imports.json beside them says of each source which others it imports.
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { render } from "@lit-labs/ssr";
import { collectResult } from "@lit-labs/ssr/lib/render-result.js";
import * as esbuild from "esbuild";
import { html } from "lit";
import { stay } from "./staying.js";

/** @typedef {typeof import("../../web/figures/brought_kinds.js")} Figures */
/** @typedef {typeof import("../../web/styles/tokens.js")} Styles */

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const ENTRY = `
  import "./web/backprop-figure.js";
  export { loadKind, recordedFor } from "./web/figures/brought_kinds.js";
  export { tokens } from "./web/styles/tokens.js";
`;

// A module of Node is never read again. So the sources as they are now become one new module.
const context = await esbuild.context({
  absWorkingDir: ROOT,
  stdin: { contents: ENTRY, resolveDir: ROOT },
  outdir: ".cache",
  write: false,
  metafile: true,
  bundle: true,
  packages: "external",
  platform: "node",
  format: "esm",
  target: "node20",
  sourcemap: "inline",
  logLevel: "warning",
  loader: { ".svg": "text" },
  tsconfigRaw: {},
});
let versions = 0;
await stay(draw);
await context.dispose();

/**
 * @param {string} output
 * @param {string} recordings
 * @param {string[]} names
 * @returns {Promise<boolean>} false when a source is wrong, or a figure cannot be drawn
 */
async function draw(output, recordings, names) {
  try {
    const { outputFiles, metafile } = await context.rebuild();
    const file = join(output, "sources.mjs");
    await mkdir(output, { recursive: true });
    await writeFile(file, outputFiles[0].contents);
    await writeFile(join(output, "imports.json"), JSON.stringify(importsIn(metafile)));
    versions += 1;
    // Elements have been defined by the versions before.
    globalThis.customElements = new /** @type {any} */ (globalThis.customElements).constructor();
    const sources = await import(`${pathToFileURL(file).href}?${versions}`);
    for (const name of names) {
      const { markup, taken } =
        name === "tokens" ? sharedSheet(sources) : await drawnFigure(sources, name, recordings);
      const folder = join(output, name);
      await mkdir(folder);
      await writeFile(join(folder, "markup.html"), markup);
      await writeFile(join(folder, "taken.json"), JSON.stringify(taken));
    }
    return true;
  } catch (problem) {
    // What esbuild finds it has already said, with the place.
    if (!(problem instanceof Error && "errors" in problem)) console.error(problem);
    return false;
  }
}

/**
 * For each source those that it imports when it is loaded, not those that it fetches later.
 * @param {esbuild.Metafile} metafile
 */
function importsIn({ inputs }) {
  const needed = Object.entries(inputs).map(([name, { imports }]) => {
    const loaded = imports.filter(({ kind, external }) => kind !== "dynamic-import" && !external);
    return [name, loaded.map(({ path }) => path)];
  });
  return Object.fromEntries(needed);
}

/** @typedef {{markup: string, taken: string[]}} Drawing */

/**
 * @param {Styles} styles
 * @returns {Drawing}
 */
function sharedSheet({ tokens }) {
  const rules = tokens.cssText.replaceAll(":host", ":root").replace(/\s+/g, " ").trim();
  return { markup: `<style>${rules}</style>`, taken: [] };
}

/**
 * The element with its shadow root written out, and the recorded results that went into it.
 * @param {Figures} figures
 * @param {string} figure
 * @param {string} recordings
 * @returns {Promise<Drawing>}
 */
async function drawnFigure({ loadKind, recordedFor }, figure, recordings) {
  const kind = await loadKind(figure);
  /** @type {string[]} */
  const taken = [];
  const recorded = await recordedFor(kind, null, async (name) => {
    taken.push(name);
    return JSON.parse(await readFile(join(recordings, `${name}.json`), "utf8"));
  });
  const element = html`<backprop-figure
    figure=${figure}
    data-state="recorded"
    .kind=${kind}
    .recorded=${recorded}
  ></backprop-figure>`;
  const drawn = await collectResult(render(element));
  const markup = withStillFields(drawn.replace(/<!--.*?-->/gs, "").replace(/\n\s+/g, "\n"));
  return { markup, taken };
}

/**
 * The same picture with nothing to fill in. For every field of a page a browser asks, once it has
 * loaded, whether it could fill it in, and to answer lays out the figure around it, however far away.
 * Text fields and boxes become buttons, here and in the figure's style sheet; a menu is as wide as
 * its widest choice and shows the chosen one.
 * @param {string} markup
 */
function withStillFields(markup) {
  return markup
    .replace(/type="(text|checkbox|radio)"/g, 'type="button"')
    .replace(/<select (.*?)>(.*?)<\/select>/gs, (_, attributes, options) => {
      const choices = options.includes(" selected") ? options : options.replace(">", " selected>");
      return `<span ${attributes} data-still>${choices.replace(/(<\/?)option/g, "$1span")}</span>`;
    });
}
