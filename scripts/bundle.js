// Bundles the page, the element and the worker:  node scripts/bundle.js OUTPUT_FOLDER [--watchful]
//
// The entry points keep their names; what they share gets a hash in its name. --watchful leaves
// out minification, for `npm run dev`.

import { existsSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";

const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const WEB = path.join(ROOT, "web");
const outdir = path.resolve(process.argv[2] ?? path.join(ROOT, "dist"));
const watchful = process.argv.includes("--watchful");

/** @type {esbuild.BuildOptions} */
const common = {
  absWorkingDir: ROOT,
  bundle: true,
  format: "esm",
  target: ["es2022", "chrome111", "firefox113", "safari16.4"],
  minify: !watchful,
  sourcemap: true,
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
  loader: { ".py": "text", ".txt": "text", ".svg": "text", ".html": "text", ".md": "text" },
  define: { "process.env.NODE_ENV": '"production"' },
};

/** Entries by output name; the worker stands alone, since a frame may start it from a Blob. */
const BUNDLES = [
  {
    entries: { page: "page.js", "backprop-figure": "backprop-figure.js" },
    options: { splitting: true, chunkNames: "[name]-[hash]", outdir },
  },
  {
    entries: { "engine-worker": "engine/worker.js" },
    options: { outdir },
  },
  {
    entries: { page: "styles/page.css" },
    options: { outdir, external: ["./fonts/*", "fonts/*", "../fonts/*"] },
  },
];

const missing = [];
for (const { entries, options } of BUNDLES) {
  const entryPoints = [];
  for (const [out, file] of Object.entries(entries)) {
    const source = path.join(WEB, file);
    if (existsSync(source)) entryPoints.push({ in: source, out });
    else missing.push(`web/${file}`);
  }
  if (entryPoints.length === 0) continue;
  try {
    await esbuild.build({ ...common, ...options, entryPoints });
  } catch {
    // esbuild has already said what is wrong and where.
    process.exit(1);
  }
}
if (missing.length > 0) {
  console.error(`Not bundled, because it is not there: ${missing.join(", ")}.`);
}
