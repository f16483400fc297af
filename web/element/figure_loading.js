import { bring } from "../downloads/later_module.js";
import { loadRecorded } from "../engine/recorded.js";
import { loadKind, recordedFor } from "../figures/brought_kinds.js";
import { ElementHost } from "./element_host.js";
import { pageFonts } from "./styles/page_fonts.js";

/** @typedef {import("../engine/site.js").Site} Site */

/**
 * Everything that a figure's first picture needs: its code, what was recorded for it, what a link
 * says of it, and the fonts.
 * @param {{figure: string, preset: string | null, state: string | null, site: Site}} element
 */
export async function loadFigure({ figure, preset, state, site }) {
  const fonts = pageFonts(site);
  const kind = await loadKind(figure);
  const opened = state ? await bring(() => import("./sharing/opened_link.js")) : null;
  const recorded = await recordedFor(kind, preset, (name) => loadRecorded(site, name));
  await fonts;
  return { kind, recorded, link: opened && new opened.OpenedLink(state ?? "", kind) };
}

/**
 * Makes the figure, in the state that its author, a link and callers want; drawing it is another matter.
 * @param {import("./figure_element.js").BackpropFigure} element with its kind and what was recorded
 */
export function beginFigure(element) {
  const { kind, recorded, code, link, waiting } = element;
  if (!kind || !recorded) return;
  const figure = kind.create(new ElementHost(element, recorded.describe), recorded);
  element.shown = figure;
  if (code && "code_open" in figure.getState()) figure.setState({ code_open: true });
  element.opening = figure.getState();
  link?.open(figure);
  element.waiting = undefined;
  if (waiting) element.setState(waiting);
}
