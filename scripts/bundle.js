// Bundles the page, the element and the worker:  node scripts/bundle.js OUTPUT_FOLDER [--draft]
// or the page's styles, the element for other bundlers, or for notebooks:
//   … OUTPUT_FOLDER --for=styles|package|notebook
//
// The entry points keep their names; what they share gets a hash in its name. A draft is not
// minified. The licences of the packages that a bundle took something from go into licences/. With
// --imports=FILE, the file says of every source which others it imports.

import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import * as esbuild from "esbuild";

const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const WEB = path.join(ROOT, "web");
const { values: wanted, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    for: { type: "string", default: "site" },
    draft: { type: "boolean", default: false },
    imports: { type: "string" },
  },
});
const outdir = path.resolve(positionals[0]);

/** @type {esbuild.BuildOptions} */
const common = {
  absWorkingDir: ROOT,
  outdir,
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

/** @type {Record<string, Bundle[]>} */
const BUNDLES = {
  site: [
    {
      entries: { page: "page.js", embed: "embed.js", "backprop-figure": "backprop-figure.js" },
      options: {
        splitting: true,
        chunkNames: "[name]-[hash]",
        banner: { js: "//# allFunctionsCalledOnLoad" },
      },
    },
    { entries: { "fit-frame": "fit-frame.js" }, options: {} },
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
      entries: { index: "package/index.js" },
      options: {
        splitting: true,
        chunkNames: "[name]-[hash]",
        // A module of its own: only who bundles the package further knows.
        plugins: [folderIn({ path: "./folder.js", external: true })],
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

/**
 * Copies the licence of every package that a bundle took something from.
 * @param {esbuild.Metafile} metafile
 */
function keepLicences(metafile) {
  const folder = path.join(outdir, "licences");
  mkdirSync(folder, { recursive: true });
  for (const input of Object.keys(metafile.inputs)) {
    const name = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1];
    if (!name) continue;
    const source = path.join(ROOT, "node_modules", name);
    const licence = readdirSync(source).find((file) => /^licen[cs]e/i.test(file));
    if (!licence) throw new Error(`${name} has no licence file.`);
    const target = `${name.replace("@", "").replace("/", "-")}.txt`;
    copyFileSync(path.join(source, licence), path.join(folder, target));
  }
}

const made = await Promise.allSettled(
  BUNDLES[wanted.for ?? "site"].map(({ entries, options }) => {
    const entryPoints = Object.entries(entries).map(([out, file]) => ({
      in: path.join(WEB, file),
      out,
    }));
    return esbuild.build({ ...common, ...options, entryPoints, metafile: true });
  }),
);
/** @type {Record<string, {path: string, isFetchedLater: boolean}[]>} */
const imports = {};
for (const result of made) {
  if (result.status === "rejected") {
    // What esbuild finds it has already said, with the place.
    if (!("errors" in result.reason)) console.error(String(result.reason));
    process.exitCode = 1;
    continue;
  }
  const { metafile } = result.value;
  keepLicences(metafile);
  for (const [name, input] of Object.entries(metafile.inputs)) {
    imports[name] = input.imports
      .filter(({ external }) => !external)
      .map(({ path, kind }) => ({ path, isFetchedLater: kind === "dynamic-import" }));
  }
}
if (wanted.imports) writeFileSync(wanted.imports, JSON.stringify(imports));
