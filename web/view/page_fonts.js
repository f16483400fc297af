import { siteBase } from "./recorded.js";

/** So long (ms) a first picture waits for fonts on a page that lacks them. */
const PATIENCE = 1500;

/** Our own pages have their fonts from the first; where figures are drawn ahead there are none. */
function areMissing() {
  const fonts = globalThis.document?.fonts;
  return fonts && !Array.from(fonts).some(({ family }) => family.includes("Inter Variable"));
}

/** @returns {Promise<void>} */
async function bring() {
  const late = AbortSignal.timeout(PATIENCE);
  const end = new Promise((resolve) => late.addEventListener("abort", resolve));
  const { bringFonts } = await import("./figure_fonts.js");
  await Promise.race([bringFonts(siteBase, late), end]);
}

/**
 * Fulfilled when the fonts that a figure is written in are there, or will not be in time: the
 * reader's own do then.
 */
export const pageFonts = areMissing() ? bring().catch(() => {}) : Promise.resolve();
