// Bundles the page, the element and the worker:  node scripts/bundle.js OUTPUT_FOLDER [--draft]
// or the element for other bundlers, or for notebooks:  … OUTPUT_FOLDER --for=package|notebook
//
// The entry points keep their names; what they share gets a hash in its name. A draft is not
// minified. The licences of the packages that a bundle took something from go into licences/.

import { copyFileSync, existsSync, mkdirSync, readdirSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";

const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const WEB = path.join(ROOT, "web");
const outdir = path.resolve(process.argv[2] ?? path.join(ROOT, "dist"));
const draft = process.argv.includes("--draft");
const purpose = /^--for=(.*)$/m.exec(process.argv.join("\n"))?.[1] ?? "site";

/** @type {esbuild.BuildOptions} */
const common = {
  absWorkingDir: ROOT,
  outdir,
  bundle: true,
  format: "esm",
  target: ["es2022", "chrome111", "firefox113", "safari16.4"],
  minify: !draft,
  sourcemap: true,
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
  loader: { ".py": "text", ".txt": "text", ".svg": "text", ".html": "text", ".md": "text" },
  define: { "process.env.NODE_ENV": '"production"' },
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

const missing = [];
for (const { entries, options } of BUNDLES[purpose]) {
  const entryPoints = [];
  for (const [out, file] of Object.entries(entries)) {
    const source = path.join(WEB, file);
    if (existsSync(source)) entryPoints.push({ in: source, out });
    else missing.push(`web/${file}`);
  }
  if (entryPoints.length === 0) continue;
  try {
    const { metafile } = await esbuild.build({
      ...common,
      ...options,
      entryPoints,
      metafile: true,
    });
    keepLicences(metafile);
  } catch (problem) {
    // What esbuild finds it has already said, with the place.
    if (!(problem instanceof Error && "errors" in problem)) console.error(String(problem));
    process.exit(1);
  }
}
if (missing.length > 0) {
  console.error(`There is no ${missing.join(", no ")}.`);
  process.exit(1);
}
