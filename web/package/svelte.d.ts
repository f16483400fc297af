// The element in templates of Svelte.

import type { HTMLAttributes } from "svelte/elements";
import type { FigureAttributes, FigureElement, FigureEventMap } from "./types.js";

export type * from "./types.js";
export { BackpropFigure } from "./types.js";

type Listeners = {
  [Name in keyof FigureEventMap as `on${Name}` | `on:${Name}`]?: (
    event: FigureEventMap[Name],
  ) => void;
};

declare module "svelte/elements" {
  interface SvelteHTMLElements {
    "backprop-figure": HTMLAttributes<FigureElement> & FigureAttributes & Listeners;
  }
}
