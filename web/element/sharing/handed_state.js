import { loadKind } from "../../figures/brought_kinds.js";
import { figureText, linkText } from "./link.js";

/**
 * What a figure is to show, as the part of an address behind its `#`.
 * @param {string} figure
 * @param {object} state some of its fields; the others stay as they open
 * @param {string} place the section that is read
 */
export async function handedStateText(figure, state, place) {
  return linkText([figureText(await loadKind(figure), state)], place);
}
