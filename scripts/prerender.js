/**
 * Draws every figure of the built pages with its recorded results, into the HTML itself: the first
 * picture is there before any script, and stays where scripts are off. Then closes the page with a
 * content security policy that admits exactly what is in it.
 *
 * Usage: node scripts/prerender.js [dist]
 */
import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { render } from "@lit-labs/ssr";
import { collectResult } from "@lit-labs/ssr/lib/render-result.js";
import { html } from "lit";
import "../web/backprop-figure.js";
import { loadKind, recordedFor } from "../web/figures/figure_kinds.js";
import { tokens } from "../web/styles/tokens.js";

const PAGES = ["index.html", "embed.html", "embed-guide.html"];
const FIGURE = /<backprop-figure figure="(\w+)"><\/backprop-figure>/g;

const dist = process.argv[2] ?? "dist";

for (const page of PAGES) {
  const path = join(dist, page);
  let text = await readFile(path, "utf8");
  for (const [tag, figure] of [...text.matchAll(FIGURE)]) {
    text = text.replace(tag, () => `<!-- ${figure} -->`);
    const drawn = await drawnFigure(figure);
    text = text.replace(`<!-- ${figure} -->`, () => drawn);
  }
  const rules = tokens.cssText.replace(":host", ":root").replace(/\s+/g, " ").trim();
  text = text.replace("</title>", () => `</title>\n    <style>${rules}</style>`);
  await writeFile(
    path,
    text.replace("<head>", () => `<head>\n    ${policy(text)}`),
  );
}

/**
 * The element with its shadow root written out.
 * @param {string} figure
 * @returns {Promise<string>}
 */
async function drawnFigure(figure) {
  const kind = await loadKind(figure);
  const recorded = await recordedFor(kind, null, async (name) =>
    JSON.parse(await readFile(join(dist, "recorded", `${name}.json`), "utf8")),
  );
  const element = html`<backprop-figure
    figure=${figure}
    data-state="recorded"
    .kind=${kind}
    .recorded=${recorded}
  ></backprop-figure>`;
  const markup = await collectResult(render(element));
  return withStillFields(markup.replace(/<!--.*?-->/gs, "").replace(/\n\s+/g, "\n"));
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

/**
 * The page's content security policy: its own scripts and workers, WebAssembly, and the style
 * sheets that are written into it, by their hashes.
 * @param {string} text
 */
function policy(text) {
  const sheets = [...text.matchAll(/<style>(.*?)<\/style>/gs)].map(([, css]) => css);
  const hashes = [...new Set(sheets)].map(
    (css) => `'sha256-${createHash("sha256").update(css).digest("base64")}'`,
  );
  const rules = [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "worker-src 'self' blob:",
    "connect-src 'self'",
    `style-src 'self' ${hashes.join(" ")}`,
    "font-src 'self'",
    "img-src 'self' data:",
    ...(text.includes("<iframe") ? ["frame-src 'self'"] : []),
    "base-uri 'none'",
    "form-action 'none'",
  ];
  return `<meta http-equiv="Content-Security-Policy" content="${rules.join("; ")}">`;
}
