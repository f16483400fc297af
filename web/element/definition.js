import { bringKinds } from "../figures/brought_kinds.js";
import { BackpropFigure } from "./figure_element.js";

/**
 * Defines `<backprop-figure>`, if that was not done, for figures of these kinds too.
 * @param {Parameters<typeof bringKinds>[0]} kinds
 */
export function defineFigure(kinds) {
  bringKinds(kinds);
  if (!customElements.get("backprop-figure")) {
    customElements.define("backprop-figure", BackpropFigure);
  }
}
