// The element in templates of Svelte.

import type { HTMLAttributes } from "svelte/elements";
import type { FigureAttributes, FigureElement, FigureEventMap } from "./types.d.ts";

export type * from "./types.d.ts";
export { BackpropFigure } from "./types.d.ts";

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
