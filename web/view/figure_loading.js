import { loadKind, recordedFor } from "./figure_kinds.js";
import { pageFonts } from "./page_fonts.js";
import { loadRecorded } from "./recorded.js";

/** @typedef {import("./site.js").Site} Site */

/**
 * Everything that a figure's first picture needs: its code, what was recorded for it, what a link
 * says of it, and the fonts.
 * @param {{figure: string, preset: string | null, state: string | null, site: Site}} element
 */
export async function loadFigure({ figure, preset, state, site }) {
  const fonts = pageFonts(site);
  const kind = await loadKind(figure);
  const opened = state ? await import("./opened_link.js") : null;
  const recorded = await recordedFor(kind, preset, (name) => loadRecorded(site, name));
  await fonts;
  return { kind, recorded, link: opened && new opened.OpenedLink(state ?? "", kind.name) };
}
