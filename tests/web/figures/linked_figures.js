import { readdirSync } from "node:fs";

const folders = readdirSync(new URL(".", import.meta.url), { withFileTypes: true }).filter(
  (entry) => entry.isDirectory(),
);
const modules = await Promise.all(folders.map(({ name }) => import(`./${name}/linked.js`)));

/**
 * Every figure's state as a link meets it, from the folder of its tests.
 * @type {Record<string, import("./described.js").LinkedKind>}
 */
export const LINKED = Object.assign({}, ...modules.map(({ linked }) => linked));
