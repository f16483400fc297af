// The element in templates of Vue.

import type { EmitFn, HTMLAttributes, PublicProps } from "vue";
import type { FigureAttributes, FigureElement, FigureEventMap } from "./types.js";

export type * from "./types.js";
export { BackpropFigure } from "./types.js";

type Emitted = { [Name in keyof FigureEventMap]: (event: FigureEventMap[Name]) => void };

declare module "vue" {
  interface GlobalComponents {
    "backprop-figure": new () => FigureElement & {
      $props: HTMLAttributes & FigureAttributes & PublicProps;
      $emit: EmitFn<Emitted>;
    };
  }
}
