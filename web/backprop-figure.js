/**
 * The embeddable element: one module script, then `<backprop-figure figure="network">` anywhere.
 */
import { defineFigure } from "./element/definition.js";
import { kinds } from "./figures/figure_kinds.js";

export { BackpropFigure } from "./element/figure_element.js";
export { EngineClient } from "./engine/client.js";
export { sharedEngine } from "./engine/site.js";

defineFigure(kinds);
