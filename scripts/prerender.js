/**
 * Draws figures with their recorded results: the first picture is there before any script, and stays
 * where scripts are off.
 *
 *   node scripts/prerender.js OUTPUT_FOLDER RECORDED_FOLDER NAME…
 *
 * NAME is a figure's, or "tokens", which is the style sheet that figures share with the page around
 * them. Each gets a folder with markup.html, and taken.json, the names of the results that it took.
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { render } from "@lit-labs/ssr";
import { collectResult } from "@lit-labs/ssr/lib/render-result.js";
import { html } from "lit";
import "../web/backprop-figure.js";
import { loadKind, recordedFor } from "../web/figures/figure_kinds.js";
import { tokens } from "../web/styles/tokens.js";

const [output, recordings, ...names] = process.argv.slice(2);

for (const name of names) {
  const { markup, taken } = name === "tokens" ? sharedSheet() : await drawnFigure(name);
  const folder = join(output, name);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "markup.html"), markup);
  await writeFile(join(folder, "taken.json"), JSON.stringify(taken));
}

/** @typedef {{markup: string, taken: string[]}} Drawing */

/** @returns {Drawing} */
function sharedSheet() {
  const rules = tokens.cssText.replace(":host", ":root").replace(/\s+/g, " ").trim();
  return { markup: `<style>${rules}</style>`, taken: [] };
}

/**
 * The element with its shadow root written out, and the recorded results that went into it.
 * @param {string} figure
 * @returns {Promise<Drawing>}
 */
async function drawnFigure(figure) {
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
