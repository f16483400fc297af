import { bring } from "../../downloads/later_module.js";

/** @typedef {import("../../engine/site.js").Site} Site */

/** So long (ms) a first picture waits for fonts on a page that lacks them. */
const PATIENCE = 1500;

/** Our own pages have their fonts from the first; where figures are drawn ahead there are none. */
function areMissing() {
  const fonts = globalThis.document?.fonts;
  return fonts && !Array.from(fonts).some(({ family }) => family.includes("Inter Variable"));
}

/**
 * @param {Site} site
 * @returns {Promise<void>}
 */
async function fontsInTime(site) {
  const late = AbortSignal.timeout(PATIENCE);
  const end = new Promise((resolve) => late.addEventListener("abort", resolve));
  const module = bring(() => import("./figure_fonts.js"));
  await Promise.race([module.then(({ bringFonts }) => bringFonts(site, late)), end]);
}

/** @type {Promise<void> | undefined} */
let brought;

/**
 * Fulfilled when the fonts that a figure is written in are there, or will not be in time: the
 * reader's own do then.
 * @param {Site} site of the page's first figure
 * @returns {Promise<void>}
 */
export function pageFonts(site) {
  brought ??= areMissing() ? fontsInTime(site).catch(() => {}) : Promise.resolve();
  return brought;
}
