// Bundles the page, the element and the worker:  node scripts/building/bundle.js OUTPUT_FOLDER [--draft]
// or the page's styles, the element for other bundlers, or for notebooks:
//   … OUTPUT_FOLDER --for=styles|package|notebook
//
// The entry points keep their names; what they share gets a hash in its name. A draft is not
// minified. The licences of the packages that a bundle took something from go into licences/.
//
// With --stay it is asked for a folder, and for a file that gets the names of all sources as JSON.

import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import * as esbuild from "esbuild";
import { oneFigureModules } from "./one_figure.js";
import { stay } from "./staying.js";

const ROOT = path.resolve(fileURLToPath(import.meta.url), "../../..");
const WEB = path.join(ROOT, "web");
const { values: wanted, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    for: { type: "string", default: "site" },
    draft: { type: "boolean", default: false },
    stay: { type: "boolean", default: false },
  },
});

const PACKAGE = /node_modules\/((?:@[^/]+\/)?[^/]+)/;

/** Where the output would be if esbuild wrote it: sources are named from there in source maps. */
const OUTDIR = path.join(ROOT, "dist");

/** @type {esbuild.BuildOptions} */
const common = {
  absWorkingDir: ROOT,
  outdir: OUTDIR,
  write: false,
  metafile: true,
  bundle: true,
  format: "esm",
  target: ["es2022", "chrome111", "firefox113", "safari16.4"],
  minify: !wanted.draft,
  sourcemap: true,
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
  loader: { ".py": "text", ".txt": "text", ".svg": "text", ".html": "text", ".md": "text" },
  define: { "process.env.NODE_ENV": '"production"' },
  tsconfigRaw: {}, // those in the project are for checks of types alone
};

/** An import whose address is known when it runs. */
const LATER_IMPORT = /\bimport\((\w+)\)/g;

/** Asks those who bundle the package further to leave it as it is; minifying would lose this comment. */
const AS_IT_IS =
  "import(/* @vite-ignore */ /* webpackIgnore: true */ /* turbopackIgnore: true */ $1)";

/**
 * Another module in the place of the one that tells where the files are.
 * @param {esbuild.OnResolveResult} place
 * @returns {esbuild.Plugin}
 */
function folderIn(place) {
  return {
    name: "folder",
    setup: (build) => build.onResolve({ filter: /\/own_folder\.js$/ }, () => place),
  };
}

/**
 * Entries by output name.
 * @typedef {{entries: Record<string, string>, options: esbuild.BuildOptions}} Bundle
 */

const oneFigure = oneFigureModules(WEB);

/** @type {Record<string, Bundle[]>} */
const BUNDLES = {
  site: [
    {
      entries: {
        page: "page.js",
        embed: "embed.js",
        guide: "guide.js",
        "backprop-figure": "backprop-figure.js",
      },
      options: {
        splitting: true,
        chunkNames: "[name]-[hash]",
        banner: { js: "//# allFunctionsCalledOnLoad" },
      },
    },
    { entries: { "fit-frame": "fit-frame.js" }, options: {} },
    {
      entries: { "opened-from-disk": "page/opened_from_disk.js" },
      options: { format: "iife" },
    },
    // It stands alone, since a frame may start it from a Blob.
    { entries: { "engine-worker": "engine/worker.js" }, options: {} },
  ],
  styles: [
    {
      entries: { page: "styles/page.css" },
      options: { external: ["./fonts/*", "fonts/*", "../fonts/*"] },
    },
  ],
  package: [
    {
      entries: { index: "package/index.js", embed: "embed.js", ...oneFigure.entries },
      options: {
        splitting: true,
        chunkNames: "[name]-[hash]",
        // A module of its own: only who bundles the package further knows.
        plugins: [folderIn({ path: "./folder.js", external: true }), oneFigure.plugin],
        sourcemap: false,
      },
    },
    {
      entries: {
        folder: "package/folder.js",
        server: "package/server.js",
        vite: "package/vite.js",
      },
      options: { bundle: false, sourcemap: false, minify: false },
    },
  ],
  notebook: [
    {
      entries: { widget: "widget.js" },
      options: {
        plugins: [folderIn({ path: path.join(WEB, "notebook", "folder.js") })],
        sourcemap: false,
      },
    },
  ],
};

const contexts = await Promise.all(
  BUNDLES[wanted.for ?? "site"].map(({ entries, options }) => {
    const named = Object.entries(entries);
    const entryPoints = named.map(([out, file]) => ({ in: path.join(WEB, file), out }));
    return esbuild.context({ ...common, ...options, entryPoints });
  }),
);
if (wanted.stay) await stay(bundle);
else if (!(await bundle(path.resolve(positionals[0])))) process.exitCode = 1;
await Promise.all(contexts.map((context) => context.dispose()));

/**
 * Bundles the sources as they are now.
 * @param {string} folder gets what is bundled
 * @param {string} [list] a file that gets the names of all sources
 * @returns {Promise<boolean>} false when a source is wrong; esbuild has then told where
 */
async function bundle(folder, list) {
  const results = await Promise.allSettled(contexts.map((context) => context.rebuild()));
  /** @type {Set<string>} */
  const sources = new Set();
  for (const result of results) {
    if (result.status === "rejected") {
      if ("errors" in result.reason) return false;
      throw result.reason;
    }
    const { outputFiles = [], metafile } = result.value;
    for (const { path: place, contents, text } of outputFiles) {
      const file = path.join(folder, path.relative(OUTDIR, place));
      mkdirSync(path.dirname(file), { recursive: true });
      const isPackaged = wanted.for === "package" && file.endsWith(".js");
      writeFileSync(file, isPackaged ? text.replace(LATER_IMPORT, AS_IT_IS) : contents);
    }
    for (const name of Object.keys(metafile?.inputs ?? {})) sources.add(name);
  }
  keepLicences(folder, sources);
  if (list) writeFileSync(list, JSON.stringify([...sources]));
  return true;
}

/**
 * Copies the licence of every package that a bundle took something from.
 * @param {string} folder
 * @param {Iterable<string>} sources
 */
function keepLicences(folder, sources) {
  const packages = Array.from(sources, (source) => PACKAGE.exec(source)?.[1]);
  for (const name of new Set(packages)) {
    if (!name) continue;
    const source = path.join(ROOT, "node_modules", name);
    const licence = readdirSync(source).find((file) => /^licen[cs]e/i.test(file));
    if (!licence) throw new Error(`${name} has no licence file.`);
    const target = `${name.replace("@", "").replace("/", "-")}.txt`;
    mkdirSync(path.join(folder, "licences"), { recursive: true });
    copyFileSync(path.join(source, licence), path.join(folder, "licences", target));
  }
}
