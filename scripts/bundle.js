// Bundles the page, the element and the worker:  node scripts/bundle.js OUTPUT_FOLDER [--draft]
// or the page's styles, the element for other bundlers, or for notebooks:
//   … OUTPUT_FOLDER --for=styles|package|notebook
//
// The entry points keep their names; what they share gets a hash in its name. A draft is not
// minified. The licences of the packages that a bundle took something from go into licences/. With
// --imports=FILE, the file says of every source which others it imports.
//
// With --stay it bundles for each line that it reads, a list of folder and file as JSON, and answers
// with a line, "bundled" or "failed". It is quicker the second time, since it keeps what it has parsed.

import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { createInterface } from "node:readline";
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
    stay: { type: "boolean", default: false },
  },
});

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

const contexts = await Promise.all(
  BUNDLES[wanted.for ?? "site"].map(({ entries, options }) => {
    const named = Object.entries(entries);
    const entryPoints = named.map(([out, file]) => ({ in: path.join(WEB, file), out }));
    return esbuild.context({ ...common, ...options, entryPoints });
  }),
);
if (wanted.stay) {
  for await (const line of createInterface({ input: process.stdin })) {
    const [folder, imports] = JSON.parse(line);
    console.log((await bundle(folder, imports)) ? "bundled" : "failed");
  }
} else if (!(await bundle(path.resolve(positionals[0]), wanted.imports))) {
  process.exitCode = 1;
}
await Promise.all(contexts.map((context) => context.dispose()));

/**
 * Bundles the sources as they are now.
 * @param {string} folder gets what is bundled
 * @param {string} [importsFile] gets what each source imports
 * @returns {Promise<boolean>} false when a source is wrong; esbuild has then told where
 */
async function bundle(folder, importsFile) {
  const results = await Promise.allSettled(contexts.map((context) => context.rebuild()));
  /** @type {Record<string, {path: string, isFetchedLater: boolean}[]>} */
  const imports = {};
  for (const result of results) {
    if (result.status === "rejected") {
      if ("errors" in result.reason) return false;
      throw result.reason;
    }
    const { outputFiles = [], metafile } = result.value;
    for (const { path: place, contents } of outputFiles) {
      const file = path.join(folder, path.relative(OUTDIR, place));
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, contents);
    }
    const inputs = Object.entries(metafile?.inputs ?? {});
    keepLicences(
      folder,
      inputs.map(([name]) => name),
    );
    for (const [name, input] of inputs) {
      imports[name] = input.imports
        .filter(({ external }) => !external)
        .map(({ path, kind }) => ({ path, isFetchedLater: kind === "dynamic-import" }));
    }
  }
  if (importsFile) writeFileSync(importsFile, JSON.stringify(imports));
  return true;
}

/**
 * Copies the licence of every package that a bundle took something from.
 * @param {string} folder
 * @param {string[]} inputs every source
 */
function keepLicences(folder, inputs) {
  const packages = inputs.map((input) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1]);
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
