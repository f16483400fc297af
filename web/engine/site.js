import { EngineClient } from "./client.js";
import { folderUrl } from "./folder_url.js";
import { ownFolder, pageIn, scriptFor } from "./own_folder.js";

/**
 * Where a figure's files and its Python come from: a folder that somebody serves, or, in a notebook,
 * the kernel.
 * @typedef {object} Site
 * @property {string | null} base URL of the folder; null in a notebook, whose figures are not shared
 * @property {string | null} page in which a link to a figure opens; `embed.html` is beside it
 * @property {string | null} script that defines the element for any page
 * @property {EngineClient} engine
 * @property {EngineClient | null} sandbox runs programs of readers; none in a notebook, which runs its own
 * @property {(name: string) => Promise<string>} addressOf the address of a file of the built site
 */

/** A program has 5 seconds; Python ends it after 4, if it can, and says at which line. */
const SANDBOX = { isSandbox: true, deadlines: { answer: 5_000, grace: 60_000 } };

/** @type {Map<string, Site>} */
const sites = new Map();

/**
 * The copy of the built site in a folder.
 * @param {string} folder URL with a slash at its end
 * @returns {Site}
 */
export function siteAt(folder) {
  let site = sites.get(folder);
  if (!site) {
    site = {
      base: folder,
      page: pageIn(folder),
      script: scriptFor(folder),
      engine: new EngineClient(folder),
      sandbox: new EngineClient(folder, SANDBOX),
      addressOf: async (name) => new URL(name, folder).href,
    };
    sites.set(folder, site);
  }
  return site;
}

/** The folder that the scripts came from. */
export const ownSite = siteAt(ownFolder);

/**
 * The copy that an author names.
 * @param {string} folder address, as seen from the page
 * @returns {Site}
 */
export function namedSite(folder) {
  return siteAt(folderUrl(new URL(folder, document.baseURI)));
}

/**
 * The page's one engine of a copy of the site.
 * @param {string | URL} baseUrl the folder that holds the copy
 * @returns {EngineClient}
 */
export function sharedEngine(baseUrl) {
  return siteAt(folderUrl(baseUrl)).engine;
}
