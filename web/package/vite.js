/**
 * For Vite: serves the files that figures fetch (Python, what was recorded, fonts) while you develop,
 * and lays them beside what it builds.
 */

import { createReadStream } from "node:fs";
import { cp, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

const PACKAGE = path.dirname(fileURLToPath(import.meta.url));
const FILES = path.join(PACKAGE, "files");

/** @type {Record<string, string>} what a browser insists on */
const TYPES = {
  ".css": "text/css",
  ".html": "text/html",
  ".js": "text/javascript",
  ".json": "application/json",
  ".mjs": "text/javascript",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
};

/** The page that shows one figure alone, for links and frames, and what it needs besides scripts. */
const PAGES = path.join(PACKAGE, "pages");

/** Scripts of that page, and of pages that take an element from here, by their names in the build. */
const SCRIPTS = { "embed.js": "embed.js", "backprop-figure.js": "index.js" };

/**
 * The plugin.
 * @param {{folder?: string, pages?: boolean}} [options] `folder`: its name in what is built; `pages`:
 *   false leaves out the page that links and frames show, and with it the figures that the project
 *   does not import
 */
export default function backpropFiles({ folder = "backprop-files", pages = true } = {}) {
  let base = "/";
  let isBuild = false;
  let isUsed = false;
  return {
    name: "backpropagation-traced",

    // What Vite bundles ahead no longer knows where it was.
    config: () => ({ optimizeDeps: { exclude: ["backpropagation-traced"] } }),

    /** @param {{base: string, command: string}} config */
    configResolved(config) {
      base = config.base;
      isBuild = config.command === "build";
    },

    /**
     * As they are: Vite would change scripts, and a figure takes nothing but what was built.
     * @param {any} server
     */
    configureServer({ middlewares }) {
      middlewares.use(base + folder, serveFile);
    },

    /**
     * The module that says where the files are.
     * @this {any}
     * @param {string} id
     */
    async load(id) {
      if (path.resolve(id.split("?", 1)[0]) !== path.join(PACKAGE, "folder.js")) return undefined;
      const served = JSON.stringify(`${base}${folder}/`);
      if (!isBuild) return folderModule(`new URL(${served}, location.href).href`, false);
      isUsed = true;
      const name = "engine-worker.js";
      const source = await readFile(path.join(FILES, name));
      const file = this.emitFile({ type: "asset", fileName: `${folder}/${name}`, source });
      for (const [script, module] of Object.entries(pages ? SCRIPTS : {})) {
        const fileName = `${folder}/${script}`;
        this.emitFile({ type: "chunk", id: path.join(PACKAGE, module), fileName });
      }
      // With an absolute base Vite 8 gives a path here, where Vite 7 gives a whole address.
      const address = `new URL(import.meta.ROLLUP_FILE_URL_${file}, import.meta.url)`;
      return folderModule(`new URL("./", ${address}).href`, pages);
    },

    /** @param {{dir?: string}} output */
    async writeBundle({ dir }) {
      if (!dir || !isUsed) return;
      for (const from of pages ? [FILES, PAGES] : [FILES]) {
        await cp(from, path.join(dir, folder), { recursive: true });
      }
    },
  };
}

/**
 * @param {string} address JavaScript
 * @param {boolean} hasPages
 */
function folderModule(address, hasPages) {
  const [page, script] = hasPages ? ['"embed.html"', '"backprop-figure.js"'] : [];
  return `export const ownFolder = ${address};
export const pageIn = (folder) => ${page ? `folder + ${page}` : null};
export const scriptFor = (folder) => ${script ? `folder + ${script}` : null};`;
}

/**
 * @param {any} request
 * @param {any} response
 * @param {() => void} next
 */
async function serveFile(request, response, next) {
  const { pathname } = new URL(request.url, "http://localhost");
  const file = path.join(FILES, decodeURIComponent(pathname));
  const found = file.startsWith(FILES) ? await stat(file).catch(() => null) : null;
  if (!found?.isFile()) {
    next();
    return;
  }
  response.setHeader("Content-Type", TYPES[path.extname(file)] ?? "application/octet-stream");
  response.setHeader("Content-Length", found.size);
  createReadStream(file).pipe(response);
}
