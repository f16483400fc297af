// The element in JSX, as React 19 knows it: attributes are properties, and an event is heard by `on`
// and its name, such as `onbackprop-change`.

import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { FigureAttributes, FigureElement, FigureEventMap } from "./types.js";

export type * from "./types.js";
export { BackpropFigure } from "./types.js";

type Listeners = {
  [Name in keyof FigureEventMap as `on${Name}`]?: (event: FigureEventMap[Name]) => void;
};

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "backprop-figure": DetailedHTMLProps<HTMLAttributes<FigureElement>, FigureElement> &
        FigureAttributes &
        Listeners;
    }
  }
}
