// The types of the package: what callers know of the element, where it is found, and what the
// engine answers. Those it imports are made from the JSDoc of the code; what it has of each figure,
// its name and its messages, is added when the package is made.

import type { FigureElement, FigureEventMap, FigureMembers } from "./figure_types.js";

export type * from "../contract/messages.js";
export type * from "./figure_types.js";

/** The class of `<backprop-figure>`. */
export declare const BackpropFigure: new () => FigureElement;
export type BackpropFigure = FigureElement;

/** What can be written on the element in a template. */
export type FigureAttributes = Partial<
  Pick<
    FigureMembers,
    | "figure"
    | "preset"
    | "state"
    | "files"
    | "heading"
    | "theme"
    | "controls"
    | "start"
    | "layout"
    | "fit"
    | "predict"
    | "code"
  >
>;

declare global {
  interface HTMLElementTagNameMap {
    "backprop-figure": FigureElement;
  }
  interface GlobalEventHandlersEventMap extends FigureEventMap {}
}
